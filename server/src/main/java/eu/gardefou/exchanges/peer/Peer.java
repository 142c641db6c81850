package eu.gardefou.exchanges.peer;

import java.util.List;

/** A kind of source: what it is called, what it needs to know, and how to open it. */
public interface Peer {
  /** The name of its interface, such as {@code ncmec}. */
  String api();

  /** What it is called in sentences, such as "NCMEC". */
  String title();

  /** What an exchange of this kind is told when it is made. */
  List<Field> settings();

  /** What the source knows us by; empty when it asks for nothing. */
  List<Field> credentials();

  /** Whether it is fetched by the clock. One that only answers questions is not. */
  default boolean fetched() {
    return true;
  }

  /**
   * Checks settings beyond their form, such as whether a file may be read.
   *
   * @throws PeerFailure with one sentence
   */
  default void check(Filled settings) {}

  /**
   * Opens a source for one cycle.
   *
   * @throws PeerFailure when settings or credentials are not in order
   */
  Source open(Filled settings, Filled credentials);
}
