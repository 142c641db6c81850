package eu.gardefou.matching;

import eu.gardefou.wire.BadRequest;
import eu.gardefou.wire.Body;
import eu.gardefou.wire.Form;
import eu.gardefou.wire.Upload;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One picture that came as multipart, read strictly.
 *
 * @param image as it came
 * @param source who vouches for it
 * @param note free text
 */
record PictureForm(Upload image, @Nullable String source, @Nullable String note) {
  private static final int LONGEST_TEXT = 4_000;

  /**
   * A picture with its provenance.
   *
   * @throws BadRequest when there is not exactly one, or anything else besides
   */
  static PictureForm read(Body body) {
    Form form = Form.of(body, Set.of(), Set.of("image", "source", "note"));
    return new PictureForm(
        only(form.pictures()), form.text("source", LONGEST_TEXT), form.text("note", LONGEST_TEXT));
  }

  /**
   * A picture alone.
   *
   * @throws BadRequest when there is not exactly one, or anything besides
   */
  static Upload alone(Body body) {
    return only(Form.of(body, Set.of(), Set.of("image")).pictures());
  }

  /** Where the entry comes from. */
  Provenance provenance() {
    return new Provenance(source == null ? "" : source, note == null ? "" : note);
  }

  private static Upload only(List<Upload> pictures) {
    if (pictures.size() != 1) {
      throw BadRequest.invalid("image", "Exactly one picture is read.");
    }
    return pictures.getFirst();
  }
}
