package eu.gardefou.screening;

import eu.gardefou.policy.Reason;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is told to machines: what {@code POST /v1/screen} and {@code ./gardefou screen}
 * answer.
 */
public final class Answer {
  private Answer() {}

  /**
   * The answer as a JSON object in key order.
   *
   * @param decision identifier on record; null when nothing was recorded
   */
  public static Map<String, @Nullable Object> of(
      @Nullable UUID decision, Verdict verdict, List<Signal> signals) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("decision_id", decision == null ? null : decision.toString());
    answer.put("decision", verdict.decision().word());
    answer.put("rules", verdict.rules());
    answer.put("reasons", verdict.reasons().stream().map(Answer::reason).toList());
    answer.put("signals", signals.stream().filter(Answer::isFinding).map(Answer::signal).toList());
    answer.put("checks", checks(signals));
    answer.put("policy_version", verdict.policyVersion());
    return answer;
  }

  private static boolean isFinding(Signal signal) {
    return !(signal instanceof Signal.Checked);
  }

  /** Which checks looked at which part, and why others did not. */
  private static List<Map<String, @Nullable Object>> checks(List<Signal> signals) {
    List<Map<String, @Nullable Object>> checks = new ArrayList<>();
    for (Signal signal : signals) {
      if (signal instanceof Signal.Checked) {
        Map<String, @Nullable Object> check = new LinkedHashMap<>(signal(signal));
        check.remove("signal");
        checks.add(check);
      }
    }
    return checks;
  }

  /** One reason as a JSON object. */
  static Map<String, Object> reason(Reason reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule", reason.rule());
    json.put("decision", reason.decision().word());
    json.put("category", reason.category());
    json.put("text", reason.text());
    return json;
  }

  /** One signal as a JSON object; {@code signal} names its kind. */
  static Map<String, @Nullable Object> signal(Signal signal) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    switch (signal) {
      case Signal.Text text -> {
        json.put("signal", "text");
        json.put("concept", text.concept());
        json.put("strength", text.strength());
        json.put("rule", text.rule());
        json.put("language", text.language());
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
      case Signal.Change change -> {
        put(json, "change", change.part(), change.index());
        json.put("against", change.against() < 0 ? null : change.against());
        json.put("measure", change.measure());
        json.put("value", Double.isNaN(change.value()) ? null : change.value());
        json.put("model", change.model());
        json.put("version", change.version());
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

  private static String part(Signal.Part part) {
    return switch (part) {
      case TEXT -> "text";
      case INPUT -> "input";
      case OUTPUT -> "output";
    };
  }
}
