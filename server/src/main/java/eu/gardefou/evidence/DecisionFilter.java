package eu.gardefou.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions to look for, newest first, page by page. Null means any.
 *
 * @param stage {@code request}, {@code result} or {@code upload}
 * @param rule identifier of a rule that fired
 * @param from earliest, inclusive
 * @param to latest, exclusive
 * @param before the last identifier of the page before; null for the first page
 * @param limit most entries of a page, 1 to {@link #LARGEST_PAGE}
 */
public record DecisionFilter(
    @Nullable String decision,
    @Nullable String kind,
    @Nullable String stage,
    @Nullable String rule,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable UUID before,
    int limit) {
  /** Most entries of a page. */
  public static final int LARGEST_PAGE = 200;

  /** All decisions, fifty a page. */
  public static final DecisionFilter ALL =
      new DecisionFilter(null, null, null, null, null, null, null, 50);

  /** Refuses a page that is too large. */
  public DecisionFilter {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new IllegalArgumentException("limit is a number from 1 to " + LARGEST_PAGE);
    }
  }

  /** The page after the one that ended with this identifier. */
  public DecisionFilter after(UUID last) {
    return new DecisionFilter(decision, kind, stage, rule, from, to, last, limit);
  }
}
