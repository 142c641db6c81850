package eu.gardefou.screening;

import eu.gardefou.policy.Signal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signals as they are told and kept. {@link StoredSignal} reads them back. */
final class SignalJson {
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

  private static void put(
      Map<String, @Nullable Object> json, String signal, Signal.Part part, int index) {
    json.put("signal", signal);
    json.put("part", part(part));
    json.put("index", index);
  }

  static String part(Signal.Part part) {
    return switch (part) {
      case TEXT -> "text";
      case INPUT -> "input";
      case OUTPUT -> "output";
    };
  }
}
