package eu.gardefou.exchanges;

import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes batches of changes, each whole or not at all, and few at once: however many sources answer
 * in the same moment, the gate keeps its connections to the database. Safe for many threads.
 */
final class Batches {
  static final int AT_ONCE = 2;

  private final TransactionOperations together;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  Batches(TransactionOperations together) {
    this.together = together;
  }

  /** Writes one, in its turn, and returns what it says. */
  boolean write(BooleanSupplier batch) {
    turns.acquireUninterruptibly();
    try {
      return Boolean.TRUE.equals(together.execute(_ -> batch.getAsBoolean()));
    } finally {
      turns.release();
    }
  }
}
