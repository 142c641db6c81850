package eu.gardefou.matching;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The revision of the banks, asked once for all who want to know it at the same time.
 *
 * <p>Whoever asks gets the answer to a question that began after they asked, so it is never out of
 * date; but while one question is under way, those who come are gathered and share the next one. So
 * the database hears few questions however many look-ups there are. A failure is shared too. Safe
 * for many threads.
 */
final class Revision {
  private final LongSupplier database;
  private final ReentrantLock turn = new ReentrantLock();
  private final Object gathering = new Object();
  private @Nullable Round next;

  Revision(LongSupplier database) {
    this.database = database;
  }

  /** Those who share a question. Its fields belong to whoever has the turn. */
  private static final class Round {
    private boolean isOver;
    private long answer;
    private @Nullable RuntimeException failure;
  }

  /** The number, as of now or later. */
  long now() {
    Round mine = join();
    takeTurn();
    try {
      if (!mine.isOver) {
        leaveNobodyBehind(mine);
        ask(mine);
      }
      RuntimeException failure = mine.failure;
      if (failure != null) {
        throw failure;
      }
      return mine.answer;
    } finally {
      turn.unlock();
    }
  }

  private Round join() {
    synchronized (gathering) {
      Round round = next;
      if (round == null) {
        round = new Round();
        next = round;
      }
      return round;
    }
  }

  /** Whoever comes from here on is in another round: this question begins now. */
  private void leaveNobodyBehind(Round round) {
    synchronized (gathering) {
      if (next == round) {
        next = null;
      }
    }
  }

  private void ask(Round round) {
    try {
      round.answer = database.getAsLong();
    } catch (RuntimeException failure) {
      round.failure = failure;
    }
    round.isOver = true;
  }

  private void takeTurn() {
    try {
      turn.lockInterruptibly();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the banks' revision was asked", stopped);
    }
  }
}
