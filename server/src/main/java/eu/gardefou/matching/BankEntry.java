package eu.gardefou.matching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One picture or video in a bank. What it says is never changed and never deleted; it acts until it
 * is withdrawn.
 *
 * @param number short name within this database, never used again
 * @param signals what it is known by, a PDQ hash first
 * @param quality PDQ quality, 0 to 100; null when only the hash is known
 * @param addedBy pseudonymous caller
 * @param origin null when it was added here
 * @param firstSeen when its source first knew it; null when it does not say
 */
public record BankEntry(
    UUID id,
    long number,
    String bank,
    List<Signal> signals,
    @Nullable Integer quality,
    Provenance provenance,
    Instant addedAt,
    String addedBy,
    EntryState state,
    Sightings sightings,
    @Nullable Origin origin,
    @Nullable Instant firstSeen,
    Metadata metadata) {
  /** Keeps its own copy. */
  public BankEntry {
    signals = List.copyOf(signals);
  }

  /** Whether it is not withdrawn. */
  public boolean isActive() {
    return !(state instanceof EntryState.Withdrawn);
  }

  /** Who vouches for it. */
  public String source() {
    return provenance.source();
  }

  /** Free text for curators. */
  public String note() {
    return provenance.note();
  }

  /** What people tell it by: its PDQ hash, or else the first thing that it is known by. */
  public Signal mainSignal() {
    return signals.getFirst();
  }
}
