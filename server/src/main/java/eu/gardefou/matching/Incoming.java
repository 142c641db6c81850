package eu.gardefou.matching;

import java.util.List;

/** One change that an exchange tells of. */
public sealed interface Incoming {
  /** What the exchange calls the content, 1 to 500 characters. */
  String key();

  /**
   * The exchange has this.
   *
   * @param entry an entry whose PDQ hash tells nothing is kept, and never found by it
   */
  record Put(String key, NewEntry entry) implements Incoming {}

  /** The exchange has it no longer. */
  record Withdrawn(String key) implements Incoming {}

  /**
   * What was done.
   *
   * @param added entries that are new, or have other signals than before
   * @param unchanged entries that were known, or that a curator here has withdrawn for good
   * @param withdrawn entries that are gone, or have other signals now
   */
  record Counts(long added, long unchanged, long withdrawn) {
    /** Nothing. */
    public static final Counts NONE = new Counts(0, 0, 0);

    /** Both together. */
    public Counts and(Counts others) {
      return new Counts(
          added + others.added, unchanged + others.unchanged, withdrawn + others.withdrawn);
    }
  }

  /**
   * An entry as it is known from its origin.
   *
   * @param dismissed whether a curator here has withdrawn it: then it stays withdrawn
   */
  record Known(long number, List<Signal> signals, boolean dismissed) {}
}
