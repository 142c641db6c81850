package eu.gardefou.exchanges.peer;

import eu.gardefou.matching.Provenance;
import eu.gardefou.matching.Signal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a source says of one of its entries. */
public sealed interface Change {
  /** The source's name for the entry, unique within the source. */
  String key();

  /**
   * It is on the list, known by these signals.
   *
   * @param at when the source last changed it: of two things said, the later one holds
   * @param handle what the source needs to hear to take an opinion on it; null when it takes none
   */
  record Put(
      String key,
      Instant at,
      List<Signal> signals,
      Provenance provenance,
      @Nullable Instant firstSeen,
      @Nullable String handle)
      implements Change {
    /** Keeps its own copy. */
    public Put {
      signals = List.copyOf(signals);
    }
  }

  /** It is on the list no longer, or was taken back. At the same time as a Put, this holds. */
  record Withdrawn(String key, Instant at) implements Change {}

  /** It is on the list, and cannot be read: what was known of it before stays. */
  record Unread(String key) implements Change {}
}
