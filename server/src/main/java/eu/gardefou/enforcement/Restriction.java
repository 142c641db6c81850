package eu.gardefou.enforcement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of the four families of restrictions that need reasons (Article 17(1) DSA). */
public sealed interface Restriction {
  /** The last day; null when it has no end. */
  @Nullable LocalDate until();

  /**
   * Content is removed or less visible.
   *
   * @param decisions one or more
   * @param other what it is, when {@link VisibilityDecision#OTHER} is among them; up to 500
   *     characters
   */
  record Visibility(
      Set<VisibilityDecision> decisions, @Nullable String other, @Nullable LocalDate until)
      implements Restriction {
    /** Refuses an empty one, and keeps its own copy. */
    public Visibility {
      if (decisions.isEmpty()) {
        throw new StatementProblem(
            "decision_visibility", "A restriction of visibility says which it is.");
      }
      decisions = Set.copyOf(EnumSet.copyOf(decisions));
      other =
          FreeText.with(
              decisions.contains(VisibilityDecision.OTHER), "decision_visibility_other", other);
    }

    /** One decision without an end. */
    public static Visibility of(VisibilityDecision decision) {
      return new Visibility(Set.of(decision), null, null);
    }
  }

  /**
   * Payments are restricted.
   *
   * @param other what it is, for {@link MonetaryDecision#OTHER}; up to 500 characters
   */
  record Monetary(MonetaryDecision decision, @Nullable String other, @Nullable LocalDate until)
      implements Restriction {
    /** Refuses a description without its choice, and the choice without its description. */
    public Monetary {
      other = FreeText.with(decision == MonetaryDecision.OTHER, "decision_monetary_other", other);
    }
  }

  /** The service is suspended or ends. */
  record Provision(ServiceDecision decision, @Nullable LocalDate until) implements Restriction {}

  /** The account is suspended or closed. */
  record Account(AccountDecision decision, @Nullable AccountType type, @Nullable LocalDate until)
      implements Restriction {}
}
