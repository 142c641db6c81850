package eu.gardefou.exchanges;

import org.jspecify.annotations.Nullable;

/**
 * Curators' opinions that a source did not take.
 *
 * @param refused how many it refused for good; they are not sent again
 * @param waiting how many failed and are tried again, later every time
 * @param last what was wrong with the last of them; null when there is none
 */
public record OpinionStatus(long refused, long waiting, @Nullable String last) {
  /** All that were sent were taken. */
  static final OpinionStatus NONE = new OpinionStatus(0, 0, null);
}
