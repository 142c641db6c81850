package eu.gardefou.video;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Where videos are read: one thread and one child at a time each, at most so many at once, and of
 * one holder at most half of those. Whoever waits may be interrupted, and when the time is over or
 * nobody waits any more, the child is killed. Safe for many threads.
 */
final class Turns {
  private static final ThreadFactory THREADS =
      Thread.ofPlatform().daemon().name("video-", 0).factory();

  private final VideoLimits limits;
  private final Places places;
  private final Duration patience;

  Turns(VideoLimits limits, int turns, Duration patience) {
    this.limits = limits;
    this.places = new Places(turns);
    this.patience = patience;
  }

  /** Something to be done with a video. */
  @FunctionalInterface
  interface Task<T> {
    T run(Turn turn) throws IOException, InterruptedException;
  }

  /**
   * Runs a task, or refuses.
   *
   * @param holder whose it is
   */
  <T> T run(String holder, Task<T> task) {
    try {
      places.take(holder, patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.interrupted();
    }
    try (Turn turn = new Turn(limits)) {
      return result(turn, task);
    } finally {
      places.leave(holder);
    }
  }

  private <T> T result(Turn turn, Task<T> task) {
    FutureTask<T> work = new FutureTask<>(() -> task.run(turn));
    THREADS.newThread(work).start();
    try {
      return work.get(limits.time().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw Refusal.tooSlow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.interrupted();
    } catch (ExecutionException e) {
      throw refusalFor(e.getCause() == null ? e : e.getCause());
    }
  }

  private static RuntimeException refusalFor(Throwable failure) {
    return switch (failure) {
      case Refusal refusal -> refusal;
      case Error error -> throw error;
      default -> Refusal.damaged("reading it failed");
    };
  }

  /** One turn: it has a child at most, and after it none. */
  static final class Turn implements AutoCloseable {
    private final VideoLimits limits;
    private @Nullable Child child;
    private boolean over;

    Turn(VideoLimits limits) {
      this.limits = limits;
    }

    VideoLimits limits() {
      return limits;
    }

    /** Starts a program, unless the turn is over. */
    synchronized Child start(Program program, List<String> arguments, Path input)
        throws IOException {
      if (over) {
        throw Refusal.tooSlow();
      }
      Child started = Child.start(program, arguments, input, limits);
      child = started;
      return started;
    }

    /** The child is killed, and no other is started. */
    @Override
    public synchronized void close() {
      over = true;
      if (child != null) {
        child.close();
      }
    }
  }
}
