package eu.gardefou.matching;

import java.util.List;
import java.util.Locale;

/**
 * What a curator thinks of an entry, for the source that it came from.
 *
 * @param entry the number of the entry
 * @param signals what the entry is known by
 */
public record Opinion(
    long id, long entry, Origin origin, List<Signal> signals, Verdict verdict, String reason) {
  /** For or against. */
  public enum Verdict {
    /** The entry is what its source says. */
    CONFIRM,
    /** It is not. */
    DISPUTE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
