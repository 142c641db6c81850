package eu.gardefou.enforcement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the platform knows of an action.
 *
 * @param id in the order in which actions happened
 * @param tries how often it was sent
 * @param lastStatus of the last answer; null when there was none
 * @param lastAnswer its beginning, or why there was none
 * @param changedAt when the state was last looked after
 */
public record Delivery(
    long id,
    UUID action,
    String item,
    State state,
    int tries,
    @Nullable Integer lastStatus,
    @Nullable String lastAnswer,
    Instant changedAt) {
  /** All of them are durable. */
  public enum State {
    /** It waits for its turn, or for another try. */
    QUEUED,
    /** The platform said that it has it. */
    DELIVERED,
    /** The platform refused it again and again: somebody has to look, and send it again. */
    FAILED
  }
}
