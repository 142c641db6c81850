package eu.gardefou.exchanges.peer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of what a source has to say, and where to go on after it.
 *
 * @param changes in the order in which they came
 * @param checkpoint what to ask with next; kept together with the changes or not at all
 * @param complete whether there is nothing more for now
 * @param progress up to when the source's changes are known; null when it does not say
 * @param skipped entries that could not be read
 */
public record Page(
    List<Change> changes,
    Checkpoint checkpoint,
    boolean complete,
    @Nullable Instant progress,
    Skipped skipped) {
  /** Keeps its own copy. */
  public Page {
    changes = List.copyOf(changes);
  }
}
