package eu.gardefou.screening;

import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Signals as they are told and kept, in both directions. What is read back is what was written. */
final class SignalJson {
  private static final String WHOLE = "whole";

  private SignalJson() {}

  /** One signal as a JSON object; {@code signal} names its kind. */
  static Map<String, @Nullable Object> of(Signal signal) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    switch (signal) {
      case Signal.Text text -> {
        json.put("signal", "text");
        json.put("concept", text.concept());
        json.put("strength", text.strength());
        json.put("rule", text.rule());
        json.put("language", text.language());
        json.put("part", part(text.part()));
        json.put("source", text.source());
      }
      case Signal.LanguageNotCovered _ -> json.put("signal", "language-not-covered");
      case Signal.Score score -> {
        put(json, "score", score.part(), score.index());
        json.put("measure", score.measure());
        json.put("value", score.value());
        json.put("model", score.model());
        json.put("version", score.version());
        json.put("view", score.view());
      }
      case Signal.Face face -> {
        put(json, "face", face.part(), face.index());
        json.put("confidence", face.confidence());
        json.put("youngest", Double.isNaN(face.youngest()) ? null : face.youngest());
        json.put("age_unknown", face.ageUnknown());
        json.put("model", face.model());
        json.put("version", face.version());
      }
      case Signal.Match match -> {
        put(json, "match", match.part(), match.index());
        json.put("bank", match.bank());
        json.put("entry", match.entry());
        json.put("kind", match.kind());
        json.put("distance", match.distance());
        json.put("quarantined", match.quarantined());
      }
      case Signal.Overruled match -> {
        put(json, "overruled-match", match.part(), match.index());
        json.put("bank", match.bank());
        json.put("entry", match.entry());
        json.put("kind", match.kind());
        json.put("distance", match.distance());
        json.put("overruled_by", match.by());
      }
      case Signal.Unhashable unhashable -> {
        put(json, "unhashable", unhashable.part(), unhashable.index());
        json.put("quality", unhashable.quality());
      }
      case Signal.Marks marks -> {
        put(json, "marks", marks.part(), marks.index());
        json.put("share", marks.share());
      }
      case Signal.NotAssessed missing -> {
        json.put("signal", "not-assessed");
        json.put("part", part(missing.part()));
        json.put("check", missing.check());
        json.put("why", missing.why());
      }
      case Signal.Checked checked -> {
        put(json, "checked", checked.part(), checked.index());
        json.put("check", checked.check());
        json.put("ran", checked.ran());
        json.put("why", checked.why().isEmpty() ? null : checked.why());
      }
      case Signal.Mask mask -> {
        put(json, "mask", Signal.Part.INPUT, 0);
        json.put("open", mask.open());
      }
      case Signal.Change change -> {
        put(json, "change", change.part(), change.index());
        json.put("against", change.against());
        json.put("measure", change.measure());
        json.put("value", Double.isNaN(change.value()) ? null : change.value());
        json.put("model", change.model());
        json.put("version", change.version());
      }
      case Signal.Lineage lineage -> {
        json.put("signal", "lineage");
        json.put("turns", lineage.turns());
        json.put("refusals", lineage.refusals());
        json.put("hinted", lineage.hinted());
        json.put("bared", lineage.bared());
      }
      case Signal.Ancestor ancestor -> {
        json.put("signal", "ancestor");
        json.put("index", ancestor.index());
        json.put("face", ancestor.face());
        json.put("measure", ancestor.measure());
        json.put("value", ancestor.value());
        json.put("model", ancestor.model());
        json.put("version", ancestor.version());
      }
    }
    return json;
  }

  /**
   * A signal that was written by this version, or by an earlier one.
   *
   * @throws UnreadableSignal when it is anything else
   */
  static Signal signal(JsonNode json) {
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
      if (part(part).equals(word)) {
        return part;
      }
    }
    throw new UnreadableSignal("a part '" + word + "'");
  }

  private static void put(
      Map<String, @Nullable Object> json, String signal, Signal.Part part, int index) {
    json.put("signal", signal);
    json.put("part", part(part));
    json.put("index", index);
  }

  private static String part(Signal.Part part) {
    return switch (part) {
      case TEXT -> "text";
      case INPUT -> "input";
      case OUTPUT -> "output";
    };
  }
}
