package eu.gardefou.gateway;

import eu.gardefou.gateway.upstream.Model;
import eu.gardefou.gateway.upstream.UpstreamAnswer;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Reason;
import eu.gardefou.policy.Verdict;
import eu.gardefou.screening.RequestOutcome;
import eu.gardefou.screening.ResultOutcome;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says no, and why, in the words that clients of this API know. Nothing of the request is quoted;
 * the reasons are the policy's own sentences.
 */
final class Refusals {
  private static final String USER_ERROR = "image_generation_user_error";
  private static final String UPSTREAM_RULE = "upstream-safety-system";
  private static final String UPSTREAM_TEXT = "The image model's own safety system said no.";

  private final @Nullable String appeal;

  Refusals(@Nullable String appeal) {
    this.appeal = appeal;
  }

  /** The request was stopped. */
  Refusal of(Model model, RequestOutcome.Stopped stopped) {
    return of(model, "input", stopped.decision(), stopped.verdict());
  }

  /**
   * A cleared request was stopped later on.
   *
   * @param stage {@code input}, {@code output} or {@code unknown}
   */
  Refusal of(Model model, String stage, ResultOutcome.Stopped stopped) {
    return of(model, stage, stopped.decision(), stopped.verdict());
  }

  /** The upstream's own safety system said no to what we let pass. */
  List<Reason> grounds(UpstreamAnswer.Refused refused) {
    List<String> categories = refused.categories().isEmpty() ? List.of("") : refused.categories();
    return categories.stream()
        .map(category -> new Reason(UPSTREAM_RULE, Decision.REFUSE, category, UPSTREAM_TEXT))
        .toList();
  }

  private Refusal of(Model model, String stage, UUID decision, Verdict verdict) {
    List<Reason> stopping =
        verdict.reasons().stream().filter(reason -> !reason.decision().passes()).toList();
    List<String> categories =
        stopping.stream()
            .map(Reason::category)
            .filter(category -> !category.isEmpty())
            .distinct()
            .toList();
    String why = stopping.stream().map(Reason::text).distinct().collect(Collectors.joining(" "));
    if (verdict.decision() == Decision.REVIEW) {
      return held(why, stage, categories, decision, verdict);
    }
    String sentence = "The safety system rejected the request. " + why;
    return blocked(
        model, sentence.strip(), stage, categories, record(decision, verdict, verdict.rules()));
  }

  private Refusal held(
      String why, String stage, List<String> categories, UUID decision, Verdict verdict) {
    var record =
        new ErrorBody.OnRecord(
            decision.toString(),
            verdict.policyVersion(),
            verdict.rules(),
            appeal,
            decision.toString(),
            StandingApi.PATH + decision);
    String sentence =
        "The request is held: nothing was made, and a person of this service has to look at it. "
            + why;
    return refusal(
        USER_ERROR, "moderation_review_required", sentence.strip(), stage, categories, record);
  }

  private static Refusal blocked(
      Model model,
      String sentence,
      String stage,
      List<String> categories,
      ErrorBody.OnRecord record) {
    boolean dallE = model.family().isDallE();
    String type = dallE ? Refusal.INVALID : USER_ERROR;
    String code = dallE ? "content_policy_violation" : "moderation_blocked";
    // Clients look for the categories at the end of the message.
    String list =
        categories.isEmpty() ? "" : "safety_violations=[" + String.join(", ", categories) + "].";
    String message =
        Stream.of(sentence, "Decision " + record.decision() + ".", list)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return refusal(type, code, message, stage, categories, record);
  }

  private static Refusal refusal(
      String type,
      String code,
      String message,
      String stage,
      List<String> categories,
      ErrorBody.OnRecord record) {
    var moderation = new ErrorBody.Moderation(stage, categories);
    return Refusal.of(
        400, new ErrorBody(new ErrorBody.Detail(message, type, null, code, moderation, record)));
  }

  private ErrorBody.OnRecord record(UUID decision, Verdict verdict, List<String> rules) {
    return new ErrorBody.OnRecord(
        decision.toString(), verdict.policyVersion(), rules, appeal, null, null);
  }
}
