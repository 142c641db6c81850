package eu.gardefou.screening;

import eu.gardefou.access.Caller;
import eu.gardefou.media.Media;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Kind;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.wire.BadRequest;
import eu.gardefou.wire.Belongings;
import eu.gardefou.wire.Bodies;
import eu.gardefou.wire.Body;
import eu.gardefou.wire.Form;
import eu.gardefou.wire.RawRequest;
import eu.gardefou.wire.Upload;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /v1/screen}: words and pictures in, decision out. As multipart ({@code image} up to
 * 16 times) or as JSON ({@code images}, each a data URL or an object with {@code image_url}).
 */
@RestController
final class ScreenApi {
  private static final int LONGEST_PROMPT = 32_000;
  private static final Set<String> KINDS = Set.of("generate", "edit", "upload");
  private static final Set<String> JSON =
      Set.of("kind", "prompt", "negative_prompt", "style", "images");
  private static final Set<String> MULTIPART =
      Set.of("kind", "prompt", "negative_prompt", "style", "image", "image[]");

  private final Screening screening;
  private final Media media;
  private final Bodies bodies;
  private final ScreenSettings settings;

  ScreenApi(Screening screening, Media media, Bodies bodies, ScreenSettings settings) {
    this.screening = screening;
    this.media = media;
    this.bodies = bodies;
    this.settings = settings;
  }

  @PostMapping("/v1/screen")
  ResponseEntity<Map<String, @Nullable Object>> screen(HttpServletRequest request, Caller caller) {
    RawRequest raw = RawRequest.of(request);
    Asker asker = new Asker(caller, "/v1/screen");
    try (Body body = bodies.read(raw, settings.body().toBytes(), caller.id())) {
      Submission submission = submission(Form.of(body, JSON, MULTIPART), raw.belongings());
      RequestOutcome outcome = screening.screen(submission, asker);
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_JSON)
          .cacheControl(CacheControl.noStore())
          .body(Answer.of(outcome.decision(), outcome.verdict(), outcome.signals()));
    }
  }

  private Submission submission(Form form, Belongings belongings) {
    List<Upload> uploads = form.picturesIfAny();
    String prompt = form.text("prompt", LONGEST_PROMPT);
    if (uploads.isEmpty() && (prompt == null || prompt.isBlank())) {
      throw BadRequest.invalid(null, "There is nothing to screen: give a prompt or a picture.");
    }
    List<String> companions =
        Stream.of(form.text("negative_prompt", LONGEST_PROMPT), form.text("style", LONGEST_PROMPT))
            .filter(text -> text != null && !text.isBlank())
            .map(String::valueOf)
            .toList();
    List<Picture> pictures = new ArrayList<>();
    for (Upload upload : uploads) {
      Picture picture = media.decode(upload.bytes());
      belongings.add(picture::close);
      pictures.add(picture);
    }
    PromptText words = new PromptText(prompt == null ? "" : prompt, companions);
    Kind kind = kind(form, !pictures.isEmpty());
    for (int i = 0; i < pictures.size() && kind == Kind.EDIT; i++) {
      refuseFrames(pictures.get(i), uploads.get(i));
    }
    return new Submission(kind, words, pictures, null);
  }

  /** An edit changes one picture; its frames would share the looks that are meant for it. */
  private static void refuseFrames(Picture picture, Upload upload) {
    if (picture.frames().size() > 1) {
      throw BadRequest.invalid(
          upload.param(),
          "A still picture is wanted for an edit; this one has several frames."
              + " Animations are screened with 'kind' upload.");
    }
  }

  /** Without a kind, pictures are taken for an edit: of the three the strictest reading. */
  private static Kind kind(Form form, boolean pictures) {
    String kind = form.word("kind", KINDS);
    if (kind != null) {
      return Kind.ofWord(kind);
    }
    return pictures ? Kind.EDIT : Kind.GENERATE;
  }
}
