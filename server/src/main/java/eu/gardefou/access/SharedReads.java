package eu.gardefou.access;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads that are made once for all who ask for the same thing at the same time.
 *
 * <p>Whoever asks gets the answer of a read that began after they asked, so nothing is ever out of
 * date, and nothing is kept. Safe for many threads.
 *
 * @param <T> what is read; a failure is shared too
 */
final class SharedReads<T> {
  private static final int TURNS = 64;

  private final Function<String, T> reading;

  /** Those who have gathered for a read that has not begun. */
  private final ConcurrentMap<String, CompletableFuture<T>> gathered = new ConcurrentHashMap<>();

  private final Lock[] turns =
      Stream.generate(ReentrantLock::new).limit(TURNS).toArray(Lock[]::new);

  SharedReads(Function<String, T> reading) {
    this.reading = reading;
  }

  T read(String subject) {
    var mine = new CompletableFuture<T>();
    CompletableFuture<T> round = gathered.putIfAbsent(subject, mine);
    return round == null ? lead(subject, mine) : joined(round);
  }

  /** While one read is under way the next ones gather. */
  private T lead(String subject, CompletableFuture<T> round) {
    Lock turn = turns[Math.floorMod(subject.hashCode(), TURNS)];
    turn.lock();
    try {
      // Whoever comes from here on is in another round.
      gathered.remove(subject, round);
      T answer = reading.apply(subject);
      round.complete(answer);
      return answer;
    } catch (RuntimeException | Error failure) {
      round.completeExceptionally(failure);
      throw failure;
    } finally {
      turn.unlock();
    }
  }

  private static <T> T joined(CompletableFuture<T> round) {
    try {
      return round.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }
}
