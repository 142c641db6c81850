package eu.gardefou.gateway;

import eu.gardefou.media.Media;
import eu.gardefou.media.Picture;
import eu.gardefou.media.UnreadablePicture;
import eu.gardefou.policy.Kind;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.screening.Submission;
import eu.gardefou.wire.BadRequest;
import eu.gardefou.wire.Belongings;
import eu.gardefou.wire.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decodes a request's pictures, and refuses what the API does not take. */
final class Submissions {
  private static final Set<String> EDITABLE = Set.of("png", "jpeg", "webp");
  private static final int LONGEST_PICTURE = 50_000_000;
  private static final int LONGEST_PNG = 4_000_000;

  private final Media media;

  Submissions(Media media) {
    this.media = media;
  }

  /**
   * What is to be screened.
   *
   * @param belongings closes the pictures
   * @throws BadRequest for a picture that the API does not take
   * @throws Refusal 413 for a long picture, 422 for one that cannot be read
   */
  Submission of(ImageRequest request, Belongings belongings) {
    return switch (request) {
      case ImageRequest.Generation generation ->
          new Submission(Kind.GENERATE, PromptText.of(generation.prompt()), List.of(), null);
      case ImageRequest.Edit edit -> edit(edit, belongings);
      case ImageRequest.Variation variation ->
          new Submission(
              Kind.EDIT, PromptText.of(""), List.of(square(variation.image(), belongings)), null);
    };
  }

  private Submission edit(ImageRequest.Edit edit, Belongings belongings) {
    List<Picture> pictures = new ArrayList<>();
    for (Upload upload : edit.images()) {
      Picture picture = decode(upload, LONGEST_PICTURE, belongings);
      if (!EDITABLE.contains(picture.format())) {
        throw BadRequest.invalid(upload.param(), "A picture to edit is a PNG, JPEG or WebP file.");
      }
      pictures.add(still(picture, upload));
    }
    Picture mask = mask(edit.mask(), pictures.getFirst(), belongings);
    return new Submission(Kind.EDIT, PromptText.of(edit.prompt()), pictures, mask);
  }

  private @Nullable Picture mask(@Nullable Upload upload, Picture first, Belongings belongings) {
    if (upload == null) {
      return null;
    }
    Picture mask = decode(upload, LONGEST_PNG, belongings);
    boolean fits = mask.width() == first.width() && mask.height() == first.height();
    // A frame that is opaque looks the same on any background, and so has one view.
    boolean transparent = mask.frames().getFirst().views().size() > 1;
    if (!mask.format().equals("png") || !transparent || !fits) {
      throw BadRequest.invalid(
          upload.param(),
          "A mask is a PNG file as large as the first picture, transparent where to edit.");
    }
    return still(mask, upload);
  }

  private Picture square(Upload upload, Belongings belongings) {
    Picture picture = decode(upload, LONGEST_PNG, belongings);
    if (!picture.format().equals("png") || picture.width() != picture.height()) {
      throw BadRequest.invalid(upload.param(), "A picture to vary is a square PNG file.");
    }
    return still(picture, upload);
  }

  /**
   * Only the first frame would go on, and the others would share the looks that are meant for it.
   */
  private static Picture still(Picture picture, Upload upload) {
    if (picture.frames().size() > 1) {
      throw BadRequest.invalid(
          upload.param(), "A still picture is wanted here; this one has several frames.");
    }
    return picture;
  }

  /**
   * Decodes one picture.
   *
   * @param longest bytes that it may have
   * @param belongings closes it
   * @throws Refusal 413 for a long picture, 422 for one that cannot be read
   */
  Picture decode(Upload upload, int longest, Belongings belongings) {
    if (upload.bytes().length > longest) {
      throw Refusal.of(
          413,
          Refusal.INVALID,
          "request_too_large",
          upload.param(),
          "The picture is longer than " + longest + " bytes.");
    }
    try {
      Picture picture = media.decode(upload.bytes());
      belongings.add(picture::close);
      return picture;
    } catch (UnreadablePicture e) {
      String sentence = String.valueOf(e.getMessage());
      throw switch (e.reason()) {
        case TOO_MANY_BYTES ->
            Refusal.of(413, Refusal.INVALID, "request_too_large", upload.param(), sentence);
        case NOT_A_PICTURE, TOO_MANY_PIXELS, TOO_MANY_FRAMES, TOO_SLOW, DAMAGED, POLYGLOT ->
            Refusal.of(422, Refusal.INVALID, "unreadable_image", upload.param(), sentence);
      };
    }
  }
}
