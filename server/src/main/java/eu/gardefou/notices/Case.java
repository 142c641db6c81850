package eu.gardefou.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice on record, without who reported.
 *
 * @param notice with an unknown name, address and signature
 * @param outcome null until it is decided
 * @param duplicateOf null unless another notice says the same
 * @param missing what the laws still miss
 * @param unread names of the fields that could not be read
 * @param dueAt when the first of its clocks runs out; {@link Instant#MAX} when none runs
 */
public record Case(
    UUID id,
    Instant receivedAt,
    Submitter submitter,
    State state,
    @Nullable Outcome outcome,
    @Nullable UUID duplicateOf,
    Notice notice,
    Completeness missing,
    List<String> unread,
    Instant dueAt) {
  /** Keeps its own copy. */
  public Case {
    unread = List.copyOf(unread);
  }
}
