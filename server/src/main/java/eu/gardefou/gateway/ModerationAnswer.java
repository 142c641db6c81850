package eu.gardefou.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.gardefou.gateway.ModerationCategories.Category;
import eu.gardefou.screening.RequestOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** A moderation as clients of OpenAI read it; they keep fields that they do not know. */
record ModerationAnswer(
    @JsonProperty("id") String id,
    @JsonProperty("model") String model,
    @JsonProperty("results") List<Result> results) {
  /** Keeps its own copy. */
  ModerationAnswer {
    results = List.copyOf(results);
  }

  static ModerationAnswer of(String model, List<Result> results) {
    return new ModerationAnswer("modr-" + UUID.randomUUID(), model, results);
  }

  /** What is said of one input. */
  record Result(
      @JsonProperty("flagged") boolean flagged,
      @JsonProperty("categories") Map<String, Boolean> categories,
      @JsonProperty("category_scores") Map<String, Double> scores,
      @JsonProperty("category_applied_input_types") Map<String, List<String>> inputs,
      @JsonProperty("gateway") OnRecord gateway) {
    /**
     * The result of an outcome.
     *
     * @param inputs what the content consists of: {@code text}, {@code image} or both
     */
    static Result of(RequestOutcome outcome, List<String> inputs) {
      Map<String, Category> all =
          ModerationCategories.of(outcome.verdict(), outcome.signals(), inputs);
      return new Result(
          !outcome.verdict().decision().passes(),
          each(all, Category::applies),
          each(all, Category::score),
          each(all, Category::inputs),
          OnRecord.of(outcome));
    }

    private static <T> Map<String, T> each(
        Map<String, Category> all, Function<Category, T> property) {
      Map<String, T> each = new LinkedHashMap<>();
      all.forEach((key, category) -> each.put(key, property.apply(category)));
      return each;
    }
  }

  /** Where the decision is on record. */
  record OnRecord(
      @JsonProperty("decision_id") String decision,
      @JsonProperty("decision") String word,
      @JsonProperty("rule_ids") List<String> rules,
      @JsonProperty("policy_version") String policyVersion) {
    static OnRecord of(RequestOutcome outcome) {
      return new OnRecord(
          outcome.decision().toString(),
          outcome.verdict().decision().word(),
          outcome.verdict().rules(),
          outcome.verdict().policyVersion());
    }
  }
}
