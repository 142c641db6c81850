package eu.gardefou.screening;

import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Reason;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    answer.put("signals", signals.stream().filter(Answer::isFinding).map(SignalJson::of).toList());
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
        Map<String, @Nullable Object> check = SignalJson.of(signal);
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

  /** The reasons of a decision on record. */
  static List<Reason> reasons(String json) {
    List<Reason> reasons = new ArrayList<>();
    for (JsonNode reason : JsonMapper.shared().readTree(json)) {
      reasons.add(
          new Reason(
              reason.path("rule").stringValue(),
              decision(reason.path("decision").stringValue()),
              reason.path("category").stringValue(),
              reason.path("text").stringValue()));
    }
    return reasons;
  }

  private static Decision decision(String word) {
    return Stream.of(Decision.values())
        .filter(decision -> decision.word().equals(word))
        .findFirst()
        .orElse(Decision.REFUSE);
  }
}
