package eu.gardefou.hashing.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.hashing.PdqHash;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A reader without a lock sees every change whole, from the moment that it counts. */
class ChangeLogTest {
  private static final int LOGS = 300;
  private static final int CHANGES = 3_000;

  private volatile ChangeLog log = new ChangeLog();
  private volatile boolean isOver;

  @Test
  void theLatestChangeIsSeenWholeWhileTheNextIsWritten() throws Exception {
    ExecutorService reading = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> looks = reading.submit(this::look);
      for (int i = 0; i < LOGS; i++) {
        ChangeLog fresh = new ChangeLog();
        log = fresh;
        for (int place = 0; place < CHANGES; place++) {
          fresh.put(id(place), hash(place));
        }
      }
      isOver = true;
      assertThat(looks.get()).isPositive();
    } finally {
      reading.shutdownNow();
    }
  }

  /** As often as it can, and the dear look seldom, so that the writer's every step is met. */
  private int look() {
    int looks = 0;
    do {
      ChangeLog.Moment moment = log.now();
      int latest = moment.seen() - 1;
      if (latest >= 0) {
        looks++;
        if (moment.id(latest) != id(latest)
            || !moment.hash(latest).filter(hash(latest)::equals).isPresent()
            || !moment.changes(id(latest))
            || (looks % 50 == 0 && !isFoundOnce(moment, latest))) {
          throw new AssertionError("half a change was seen, at place " + latest);
        }
      }
    } while (!isOver);
    return looks;
  }

  private static boolean isFoundOnce(ChangeLog.Moment moment, int place) {
    View view = new View(nothing(), moment, moment);
    Query query = new Query(hash(place), 0, 2, view);
    ChangeLog.Moment none = ChangeLog.NONE.now();
    moment.search(query, none);
    return query.answer().nearest().size() == 1;
  }

  @Test
  void whatComesAfterAMomentDoesNotChangeIt() {
    ChangeLog changes = new ChangeLog();
    changes.put(0, Hashes.ONES);
    ChangeLog.Moment moment = changes.now();
    changes.remove(0);
    for (int place = 1; place < CHANGES; place++) {
      changes.put(place, Hashes.ONES);
    }

    assertThat(moment.changes(0)).isTrue();
    assertThat(moment.changes(1)).isFalse();
    View view = new View(nothing(), moment, moment);
    Query query = new Query(Hashes.ONES, 0, 9, view);
    moment.search(query, ChangeLog.NONE.now());
    assertThat(query.answer().nearest()).containsExactly(new Neighbour(0, 0));
  }

  /** Some ids come again, 0 among them, which is what an unwritten place looks like. */
  private static long id(int place) {
    return place % 5 == 0 ? 0 : place;
  }

  private static PdqHash hash(int place) {
    return new PdqHash(place + 1L, ~place, 3L * place, -7L * place - 1);
  }

  private static Snapshot nothing() {
    return Snapshot.of(Slots.of(new long[0], new long[0], Tuning.MEASURED), Tuning.MEASURED);
  }
}
