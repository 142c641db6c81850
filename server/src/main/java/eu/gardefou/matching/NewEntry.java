package eu.gardefou.matching;

import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.matching.BankProblem.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One picture or video that is to be known.
 *
 * @param signals what it is known by, at least one, at most one PDQ hash
 * @param quality of its PDQ hash, 0 to 100; null when it is not known
 * @param firstSeen when its source first knew it; null when it does not say
 */
public record NewEntry(
    List<Signal> signals,
    @Nullable Integer quality,
    Provenance provenance,
    @Nullable Instant firstSeen,
    Metadata metadata) {
  /** Entries within this radius of the all-zero hash would match every black picture. */
  private static final int LEAST_BITS = 32;

  private static final int MOST_SIGNALS = 100;

  /**
   * Keeps its own copy.
   *
   * @throws BankProblem when there is no signal or too many, or the quality is out of range
   */
  public NewEntry {
    signals = signals.stream().distinct().toList();
    if (signals.isEmpty() || signals.size() > MOST_SIGNALS) {
      throw invalid("An entry is known by 1 to " + MOST_SIGNALS + " signals.");
    }
    if (signals.stream().filter(Signal::isPdq).count() > 1) {
      throw invalid("An entry has one PDQ hash: more are more entries.");
    }
    if (quality != null && (quality < 0 || quality > 100)) {
      throw invalid("A PDQ quality is 0 to 100, not " + quality + ".");
    }
  }

  /** Known by these signals, and nothing else is said. */
  public static NewEntry of(List<Signal> signals, Provenance provenance) {
    return new NewEntry(signals, null, provenance, null, Metadata.NONE);
  }

  /** Its PDQ hash, when it has one. */
  Optional<PdqHash> pdq() {
    return signals.stream().filter(Signal::isPdq).findFirst().map(Signal::pdq);
  }

  /** Its PDQ hash, when it has one that tells pictures apart. */
  Optional<PdqHash> tellingPdq() {
    return weakness().isPresent() ? Optional.empty() : pdq();
  }

  /** Why its PDQ hash tells nothing, in one sentence. */
  Optional<String> weakness() {
    if (quality != null && quality < PdqFingerprint.USABLE_QUALITY) {
      return Optional.of(
          "The picture has too little detail: its quality is "
              + quality
              + ", and with less than "
              + PdqFingerprint.USABLE_QUALITY
              + " its hash would match pictures that have nothing to do with it.");
    }
    return pdq()
        .filter(hash -> hash.distance(new PdqHash(0, 0, 0, 0)) < LEAST_BITS)
        .map(_ -> "This is the hash of an empty picture: it would match every other one.");
  }

  private static BankProblem invalid(String sentence) {
    return new BankProblem(Cause.INVALID, sentence);
  }
}
