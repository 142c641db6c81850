package eu.gardefou.gateway;

import eu.gardefou.gateway.ModerationRequest.Input;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Kind;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.screening.Asker;
import eu.gardefou.screening.Screening;
import eu.gardefou.screening.Submission;
import eu.gardefou.wire.Belongings;
import eu.gardefou.wire.Bodies;
import eu.gardefou.wire.Body;
import eu.gardefou.wire.RawRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door for whoever can call a moderation endpoint. Content is flagged exactly when the policy
 * would not let it pass; each decision is on record like any other.
 */
@RestController
final class ModerationsApi {
  static final String PATH = "/v1/moderations";
  private static final String MODEL = "gardefou";

  private final GatewaySettings limits;
  private final Bodies bodies;
  private final ModerationPictures pictures;
  private final Screening screening;
  private final ModerationReader reader = new ModerationReader();

  ModerationsApi(
      GatewaySettings limits, Bodies bodies, ModerationPictures pictures, Screening screening) {
    this.limits = limits;
    this.bodies = bodies;
    this.pictures = pictures;
    this.screening = screening;
  }

  @PostMapping(PATH)
  ResponseEntity<ModerationAnswer> moderate(HttpServletRequest request) {
    Asker asker = Asker.forOpinion(Callers.of(request), PATH);
    RawRequest raw = RawRequest.of(request);
    try (Body body = bodies.read(raw, limits.body().toBytes(), asker.caller().id())) {
      ModerationRequest wanted = reader.read(body);
      List<ModerationAnswer.Result> results = new ArrayList<>();
      for (Input input : wanted.inputs()) {
        results.add(result(wanted.kind(), input, asker, raw.belongings()));
      }
      Kind kind = wanted.kind();
      String model = kind == null ? MODEL : MODEL + "-" + kind.word();
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_JSON)
          .cacheControl(CacheControl.noStore())
          .body(ModerationAnswer.of(model, results));
    }
  }

  private ModerationAnswer.Result result(
      @Nullable Kind kind, Input input, Asker asker, Belongings belongings) {
    List<Picture> decoded = pictures.of(input.pictures(), asker.caller().id(), belongings);
    var submission = new Submission(kind(kind, decoded), words(input.texts()), decoded, null);
    List<String> inputs = new ArrayList<>();
    if (!input.texts().isEmpty()) {
      inputs.add("text");
    }
    if (!decoded.isEmpty()) {
      inputs.add("image");
    }
    return ModerationAnswer.Result.of(screening.screen(submission, asker), inputs);
  }

  /** As at {@code /v1/screen}: of the three readings of a picture an edit is the strictest. */
  private static Kind kind(@Nullable Kind wished, List<Picture> pictures) {
    if (wished != null) {
      return wished;
    }
    return pictures.isEmpty() ? Kind.GENERATE : Kind.EDIT;
  }

  private static PromptText words(List<String> texts) {
    return texts.isEmpty()
        ? PromptText.of("")
        : new PromptText(texts.getFirst(), texts.subList(1, texts.size()));
  }
}
