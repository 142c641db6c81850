package eu.gardefou.exchanges;

import eu.gardefou.exchanges.peer.PeerFailure;
import java.time.Duration;

/** How long to leave a source alone after a failure. */
final class Patience {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LAST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 10;

  private Patience() {}

  /** Longer with every failure; not less than the source asks for. */
  static Duration after(PeerFailure failure, Row row) {
    Duration every = row.exchange().every();
    Duration pause =
        switch (failure.kind()) {
          // Nothing changes until somebody acts, and then it is fetched at once.
          case REFUSED, SETTINGS -> every;
          case BUSY, UNREACHABLE, BROKEN -> {
            Duration longer = FIRST.multipliedBy(1L << Math.min(row.failures(), MOST_DOUBLINGS));
            Duration most = every.compareTo(LAST) > 0 ? every : LAST;
            yield longer.compareTo(most) < 0 ? longer : most;
          }
        };
    return pause.compareTo(failure.patience()) > 0 ? pause : failure.patience();
  }
}
