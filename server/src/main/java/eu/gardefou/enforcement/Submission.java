package eu.gardefou.enforcement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the Transparency Database knows of a statement.
 *
 * @param action whose statement it is
 * @param puid as it was submitted
 * @param tries how often it was sent
 * @param uuid by which the database knows it; null when it does not, or when its answer was lost
 * @param lastStatus of the last answer; null when there was none
 * @param lastAnswer why it was not stored
 */
public record Submission(
    UUID action,
    Puid puid,
    State state,
    int tries,
    @Nullable UUID uuid,
    @Nullable Integer lastStatus,
    @Nullable String lastAnswer,
    Instant changedAt) {
  /** All of them are durable. */
  public enum State {
    /** It waits for its turn, or for another try. */
    QUEUED,
    /** The database has it. */
    STORED,
    /** The database will not take it as it is: somebody has to look. */
    REFUSED,
    /** It does not go there: see {@link Duty}. */
    EXEMPT
  }
}
