package eu.gardefou.screening;

import eu.gardefou.policy.Consent;
import eu.gardefou.policy.Context;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.ShadowPolicy;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is recorded beside a decision that was made already: where it was made, what the policy
 * alone says, and what a policy on trial would have decided. Nothing here reaches the decision.
 */
final class Asides {
  private static final Logger log = LoggerFactory.getLogger(Asides.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String NO_TIERS = "";

  private final Policy policy;
  private final ShadowPolicy shadow;
  private final @Nullable String country;
  private final MeterRegistry meters;

  Asides(Policy policy, ShadowPolicy shadow, @Nullable String country, MeterRegistry meters) {
    this.policy = policy;
    this.shadow = shadow;
    this.country = country;
    this.meters = meters;
  }

  /**
   * Texts for the record.
   *
   * @param context JSON object
   * @param shadow JSON object; null when nothing is on trial
   */
  record Aside(String context, @Nullable String shadow) {}

  Aside of(Kind kind, Asker asker, Verdict verdict, List<Signal> signals) {
    Context context = new Context(country, asker.surface(), NO_TIERS);
    Verdict alone = policy.judge(kind, Consent.NONE, signals, context);
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("country", country);
    if (!alone.reasons().equals(verdict.reasons())) {
      facts.put("alone", said(alone));
    }
    return new Aside(JSON.writeValueAsString(facts), onTrial(kind, signals, context, alone));
  }

  private @Nullable String onTrial(
      Kind kind, List<Signal> signals, Context context, Verdict alone) {
    Policy policyOnTrial = shadow.policy();
    if (policyOnTrial == null) {
      return null;
    }
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("version", policyOnTrial.version());
    try {
      said.putAll(said(policyOnTrial.judge(kind, Consent.NONE, signals, context)));
    } catch (RuntimeException | StackOverflowError failure) {
      log.warn("the policy on trial failed", failure);
      said.put("decision", "failed");
      said.put("rules", List.of());
    }
    meters
        .counter(
            "gardefou.policy.shadow",
            "live",
            alone.decision().word(),
            "shadow",
            String.valueOf(said.get("decision")))
        .increment();
    return JSON.writeValueAsString(said);
  }

  private static Map<String, Object> said(Verdict verdict) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("decision", verdict.decision().word());
    said.put("rules", verdict.rules());
    return said;
  }
}
