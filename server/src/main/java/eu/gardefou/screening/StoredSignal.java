package eu.gardefou.screening;

import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.Part;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Signals as they were kept, read back: what {@link SignalJson} wrote, in this version or before.
 */
final class StoredSignal {
  private static final String WHOLE = "whole";

  private StoredSignal() {}

  /**
   * A signal that was written by this version, or by an earlier one.
   *
   * @throws UnreadableSignal when it is anything else
   */
  static Signal of(JsonNode json) {
    SignalFields fields = SignalFields.of(json);
    Signal signal =
        switch (fields.kind()) {
          case "text" -> text(fields);
          case "language-not-covered" -> new Signal.LanguageNotCovered();
          case "score" ->
              new Signal.Score(
                  part(fields),
                  fields.whole("index"),
                  fields.text("measure"),
                  fields.number("value"),
                  fields.text("model"),
                  fields.text("version"),
                  fields.has("view") ? fields.text("view") : WHOLE);
          case "face" ->
              new Signal.Face(
                  part(fields),
                  fields.whole("index"),
                  fields.number("confidence"),
                  fields.numberOrNone("youngest"),
                  fields.has("age_unknown") && fields.flag("age_unknown"),
                  fields.text("model"),
                  fields.text("version"));
          case "match" ->
              new Signal.Match(
                  part(fields),
                  fields.whole("index"),
                  fields.text("bank"),
                  fields.text("kind"),
                  fields.text("entry"),
                  fields.whole("distance"),
                  fields.flag("quarantined"));
          case "overruled-match" ->
              new Signal.Overruled(
                  part(fields),
                  fields.whole("index"),
                  fields.text("bank"),
                  fields.text("kind"),
                  fields.text("entry"),
                  fields.whole("distance"),
                  fields.text("overruled_by"));
          case "unhashable" ->
              new Signal.Unhashable(part(fields), fields.whole("index"), fields.whole("quality"));
          case "marks" ->
              new Signal.Marks(part(fields), fields.whole("index"), fields.number("share"));
          case "not-assessed" ->
              new Signal.NotAssessed(part(fields), fields.text("check"), fields.text("why"));
          case "checked" ->
              new Signal.Checked(
                  part(fields),
                  fields.whole("index"),
                  fields.text("check"),
                  fields.flag("ran"),
                  fields.textOrEmpty("why"));
          case "mask" -> {
            part(fields);
            fields.whole("index");
            yield new Signal.Mask(fields.number("open"));
          }
          case "change" ->
              new Signal.Change(
                  part(fields),
                  fields.whole("index"),
                  fields.whole("against"),
                  fields.text("measure"),
                  fields.numberOrNone("value"),
                  fields.text("model"),
                  fields.text("version"));
          case "lineage" ->
              new Signal.Lineage(
                  fields.whole("turns"),
                  fields.whole("refusals"),
                  fields.number("hinted"),
                  fields.has("bared") ? fields.number("bared") : 0);
          case "ancestor" ->
              new Signal.Ancestor(
                  fields.whole("index"),
                  fields.flag("face"),
                  fields.text("measure"),
                  fields.number("value"),
                  fields.text("model"),
                  fields.text("version"));
          default -> throw new UnreadableSignal("a signal '" + fields.kind() + "'");
        };
    fields.end();
    return signal;
  }

  /** Words were always the request's own before they could stand in a picture. */
  private static Signal text(SignalFields fields) {
    String concept = fields.text("concept");
    double strength = fields.number("strength");
    String rule = fields.text("rule");
    String language = fields.text("language");
    return fields.has("part")
        ? new Signal.Text(concept, strength, rule, language, part(fields), fields.text("source"))
        : new Signal.Text(concept, strength, rule, language);
  }

  /** How a signal differs from what this version writes, although it can be read. */
  static Optional<String> olderShape(JsonNode json) {
    String kind = json.path("signal").asString("");
    if (kind.equals("score") && !json.has("view")) {
      return Optional.of("a score without its view, read as of the whole picture");
    }
    if (kind.equals("text") && !json.has("part")) {
      return Optional.of("words without their place, read as the request's own");
    }
    if (kind.equals("lineage") && !json.has("bared")) {
      return Optional.of("steps before without how much they bared, read as nothing");
    }
    if (kind.equals("face") && !json.has("age_unknown")) {
      return Optional.of("a face of one age only, read as unknown when there is no number");
    }
    return Optional.empty();
  }

  private static Part part(SignalFields fields) {
    String word = fields.text("part");
    for (Part part : Part.values()) {
      if (SignalJson.part(part).equals(word)) {
        return part;
      }
    }
    throw new UnreadableSignal("a part '" + word + "'");
  }
}
