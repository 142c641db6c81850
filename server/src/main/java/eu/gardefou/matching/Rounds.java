package eu.gardefou.matching;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A question that is asked once for all who want to know the answer at the same time.
 *
 * <p>Whoever asks gets the answer to a question that began after they asked, so it is never out of
 * date; but while one question is under way, those who come are gathered and share the next one. It
 * is asked on a thread of its own: somebody who gives up waiting takes nobody else's answer away. A
 * failure is shared too. Safe for many threads.
 *
 * @param <T> the answer
 */
final class Rounds<T> {
  private final Executor oneThread;
  private final Supplier<T> question;
  private @Nullable CompletableFuture<T> next;

  /**
   * Nobody asks yet.
   *
   * @param oneThread runs one thing at a time, in order
   */
  Rounds(Executor oneThread, Supplier<T> question) {
    this.oneThread = oneThread;
    this.question = question;
  }

  /** The answer, as of now or later. */
  T ask() {
    try {
      return join().get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the banks were asked", stopped);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("the banks could not be asked", failure.getCause());
    }
  }

  private synchronized CompletableFuture<T> join() {
    CompletableFuture<T> round = next;
    if (round == null) {
      round = new CompletableFuture<>();
      CompletableFuture<T> mine = round;
      oneThread.execute(() -> answer(mine));
      next = round;
    }
    return round;
  }

  private void answer(CompletableFuture<T> round) {
    begin();
    try {
      round.complete(question.get());
    } catch (RuntimeException | Error failure) {
      round.completeExceptionally(failure);
    }
  }

  /** Whoever comes from here on is in another round. */
  private synchronized void begin() {
    next = null;
  }
}
