package eu.gardefou.screening;

import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.policy.Consent;
import eu.gardefou.policy.Context;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What another policy decides of past decisions, from the signals on record and in the context of
 * then. What cannot be judged again is counted by its reason, and never left out in silence.
 */
public final class Replay {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String NO_TIERS = "";

  private final @Nullable Policy policy;
  private final @Nullable String country;
  private final Comparison comparison;

  private Replay(@Nullable Policy policy, @Nullable String country, int shown) {
    this.policy = policy;
    this.country = country;
    this.comparison = new Comparison(shown);
  }

  /**
   * Judges anew.
   *
   * @param country for decisions of before, which did not record it; null: not known, so that every
   *     overlay applies
   * @param shown how many identifiers of each transition are kept
   */
  public static Replay with(Policy policy, @Nullable String country, int shown) {
    return new Replay(policy, country, shown);
  }

  /**
   * Compares with what the policy on trial said at the time.
   *
   * @param shown how many identifiers of each transition are kept
   */
  public static Replay ofShadow(int shown) {
    return new Replay(null, null, shown);
  }

  /** A decision in two words: what, and by which rules. */
  record Said(Decision decision, List<String> rules) {}

  /** Takes a past decision in. */
  public void add(DecisionEntry entry) {
    try {
      if (policy == null && entry.shadow() == null) {
        comparison.left("nothing was on trial");
        return;
      }
      Optional<Said> before = before(entry);
      if (before.isEmpty()) {
        comparison.left("stopped by something else than the policy");
        return;
      }
      comparison.compare(entry.id(), before.get(), after(entry));
    } catch (UnreadableSignal unreadable) {
      comparison.left("cannot be read: " + unreadable.what());
    } catch (JacksonException | IllegalArgumentException unreadable) {
      comparison.left("cannot be read: the record");
    }
  }

  /** What came of all that was taken in. */
  public Comparison comparison() {
    return comparison;
  }

  private Said after(DecisionEntry entry) {
    if (policy == null) {
      JsonNode said = JSON.readTree(String.valueOf(entry.shadow()));
      if (said.path("decision").asString("").equals("failed")) {
        throw new UnreadableSignal("a policy on trial that failed");
      }
      return said(said);
    }
    List<Signal> signals = signals(entry);
    String where = country;
    if (entry.context() != null) {
      JsonNode then = JSON.readTree(entry.context()).path("country");
      where = then.isString() ? then.stringValue() : null;
    }
    Verdict verdict =
        policy.judge(
            Kind.ofWord(entry.kind()),
            Consent.NONE,
            signals,
            new Context(where, entry.surface(), NO_TIERS));
    return new Said(verdict.decision(), verdict.rules());
  }

  private List<Signal> signals(DecisionEntry entry) {
    List<Signal> signals = new ArrayList<>();
    List<String> older = new ArrayList<>();
    for (JsonNode json : JSON.readTree(entry.signals())) {
      signals.add(StoredSignal.of(json));
      StoredSignal.olderShape(json).ifPresent(older::add);
    }
    older.stream().distinct().forEach(comparison::older);
    return signals;
  }

  /** What the policy said; empty when an older record tells only what something else did. */
  private static Optional<Said> before(DecisionEntry entry) {
    Said recorded = new Said(Decision.ofWord(entry.decision()), entry.rules());
    if (entry.context() == null) {
      // An upstream that refused, or a remembered refusal, left no picture and no word of one.
      boolean stopped =
          entry.stage().equals("result")
              && entry.contents().isEmpty()
              && !entry.signals().contains("\"output\"");
      return stopped ? Optional.empty() : Optional.of(recorded);
    }
    JsonNode alone = JSON.readTree(entry.context()).path("alone");
    return Optional.of(alone.isObject() ? said(alone) : recorded);
  }

  private static Said said(JsonNode json) {
    List<String> rules = new ArrayList<>();
    json.path("rules").forEach(rule -> rules.add(rule.asString("")));
    return new Said(Decision.ofWord(json.path("decision").asString("")), rules);
  }
}
