package eu.gardefou.gateway;

import eu.gardefou.gateway.upstream.Family;
import eu.gardefou.gateway.upstream.Model;
import eu.gardefou.gateway.upstream.Models;
import eu.gardefou.gateway.upstream.Settings;
import eu.gardefou.wire.BadRequest;
import eu.gardefou.wire.Body;
import eu.gardefou.wire.Form;
import eu.gardefou.wire.Upload;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests. A field that is known is checked even when nothing is made of it, and a field
 * that is not known is refused: what cannot be read cannot be screened.
 */
final class RequestReader {
  private static final Set<String> QUALITY =
      Set.of("standard", "hd", "low", "medium", "high", "auto");
  private static final Set<String> FORMAT = Set.of("png", "jpeg", "webp");
  private static final Set<String> BACKGROUND = Set.of("transparent", "opaque", "auto");
  private static final Set<String> STYLE = Set.of("vivid", "natural");
  private static final Set<String> FIDELITY = Set.of("high", "low");
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{1,3})x([1-9][0-9]{1,3})");
  private static final int LEAST_SIDE = 64;
  private static final int MOST_SIDE = 3_840;
  private static final int MOST_RATIO = 3;

  private final Models models;

  /** Makes a reader that knows these models. */
  RequestReader(Models models) {
    this.models = models;
  }

  /**
   * Reads a request.
   *
   * @throws BadRequest when it is not exactly as it must be
   * @throws Refusal when there is no such model
   */
  ImageRequest read(Endpoint endpoint, Body body) {
    Form form = endpoint.form(body);
    Model model = model(endpoint, form);
    Settings settings = settings(form, model.family());
    dropped(form);
    return switch (endpoint) {
      case GENERATIONS -> new ImageRequest.Generation(model, settings, prompt(form, model));
      case EDITS -> {
        String prompt = prompt(form, model);
        yield new ImageRequest.Edit(model, settings, prompt, form.pictures(), form.mask());
      }
      case VARIATIONS -> new ImageRequest.Variation(model, settings, only(form.pictures()));
    };
  }

  private Model model(Endpoint endpoint, Form form) {
    String name = form.text("model", 128);
    if (name == null && endpoint == Endpoint.VARIATIONS) {
      return models.forVariations();
    }
    Model model = models.find(name);
    if (model == null) {
      throw Refusal.of(
          400, Refusal.INVALID, "model_not_found", "model", "There is no such model here.");
    }
    return model;
  }

  private static String prompt(Form form, Model model) {
    String prompt = form.text("prompt", model.family().longestPrompt());
    if (prompt == null) {
      throw BadRequest.missing("prompt");
    }
    if (prompt.isBlank()) {
      throw BadRequest.invalid("prompt", "'prompt' is empty.");
    }
    return prompt;
  }

  private static Settings settings(Form form, Family family) {
    Integer count = form.whole("n", 1, family.mostPictures());
    var look =
        new Settings.Look(
            size(form),
            form.word("quality", QUALITY),
            form.word("background", BACKGROUND),
            form.word("style", STYLE),
            form.word("input_fidelity", FIDELITY));
    var encoding =
        new Settings.Encoding(
            form.word("output_format", FORMAT), form.whole("output_compression", 0, 100));
    boolean stream = Boolean.TRUE.equals(form.flag("stream"));
    return new Settings(count == null ? 1 : count, look, encoding, stream);
  }

  /** Fields that are known and proper, and of which nothing is sent on. */
  private static void dropped(Form form) {
    form.word("moderation", Set.of("auto", "low"));
    form.whole("partial_images", 0, 3);
    form.text("user", 512);
    String answer = form.word("response_format", Set.of("url", "b64_json"));
    if ("url".equals(answer)) {
      throw BadRequest.invalid(
          "response_format", "Pictures are answered inline: ask for 'b64_json', or for nothing.");
    }
  }

  private static @Nullable String size(Form form) {
    String size = form.text("size", 16);
    if (size == null || size.equals("auto")) {
      return size;
    }
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches() || !sane(side(matcher, 1), side(matcher, 2))) {
      throw BadRequest.invalid(
          "size",
          "'size' is auto or such as 1024x1024, with sides from 64 to 3840 and no side more than"
              + " three times the other.");
    }
    return size;
  }

  private static int side(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static boolean sane(int width, int height) {
    int shorter = Math.min(width, height);
    int longer = Math.max(width, height);
    return shorter >= LEAST_SIDE && longer <= MOST_SIDE && longer <= MOST_RATIO * shorter;
  }

  private static Upload only(List<Upload> pictures) {
    if (pictures.size() != 1) {
      throw BadRequest.invalid("image", "Exactly one picture is varied.");
    }
    return pictures.getFirst();
  }
}
