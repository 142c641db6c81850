package eu.gardefou.media;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where pictures are decoded: a thread for each, at most as many at a time as there are processors,
 * within one budget of memory. A decoding that takes too long is told to stop and left behind; it
 * gives its memory back when it really ends. Safe for use by several threads.
 */
final class Workroom {
  /** How long to wait for a turn before saying that there is none. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Used again and again; one that is left behind comes back only when its decoding has ended. */
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("media-", 0).factory());

  private final MemoryBudget budget;
  private final Semaphore turns;
  private final Duration patience;

  Workroom(long memory, int turns, Duration patience) {
    this.budget = new MemoryBudget(memory);
    this.turns = new Semaphore(turns, true);
    this.patience = patience;
  }

  /** Three eighths of the heap: bodies and answers take as much, the rest is for all else. */
  static long defaultMemory() {
    return Runtime.getRuntime().maxMemory() / 8 * 3;
  }

  /** The one that everybody shares who does not say otherwise, as they share the heap. */
  static Workroom shared() {
    return Shared.ROOM;
  }

  MemoryBudget budget() {
    return budget;
  }

  /** Something to decode, run on a thread of its own. */
  @FunctionalInterface
  interface Task {
    /** Decodes; the share is then the picture's. */
    Picture decode(Guard guard, MemoryBudget.Share share) throws Exception;
  }

  /**
   * Runs a task.
   *
   * @param memory bytes that it takes at its worst
   * @param time how long it may take
   */
  Picture run(long memory, Duration time, Task task) {
    MemoryBudget.Share share = budget.reserve(memory, patience);
    try {
      takeTurn();
    } catch (MediaBusy busy) {
      share.close();
      throw busy;
    }
    try {
      return start(share, time, task);
    } finally {
      turns.release();
    }
  }

  private void takeTurn() {
    try {
      if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new MediaBusy("Too many pictures are being decoded; try again in a moment.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MediaBusy("Waiting for a turn to decode the picture was interrupted.");
    }
  }

  private static Picture start(MemoryBudget.Share share, Duration time, Task task) {
    Guard guard = new Guard(time);
    FutureTask<Picture> work = new FutureTask<>(() -> keepOrGiveBack(guard, share, task));
    THREADS.execute(work);
    try {
      return work.get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      guard.expire();
      throw Refusal.tooSlow();
    } catch (InterruptedException e) {
      guard.expire();
      Thread.currentThread().interrupt();
      throw new MediaBusy("Decoding the picture was interrupted.");
    } catch (ExecutionException e) {
      throw refusalFor(e.getCause() == null ? e : e.getCause());
    }
  }

  private static Picture keepOrGiveBack(Guard guard, MemoryBudget.Share share, Task task)
      throws Exception {
    boolean kept = false;
    try {
      Picture picture = task.decode(guard, share);
      guard.check();
      kept = true;
      return picture;
    } finally {
      if (!kept) {
        share.close();
      }
    }
  }

  /**
   * Decoders answer hostile bytes with nearly everything. An honest file fits its reservation, so
   * running out of memory or stack is the file's doing too. A class that cannot be loaded is ours.
   */
  private static RuntimeException refusalFor(Throwable failure) {
    return switch (failure) {
      case UnreadablePicture refusal -> refusal;
      case MediaBusy busy -> busy;
      case Guard.Expired _ -> Refusal.tooSlow();
      case LinkageError error -> throw error;
      default -> Refusal.damaged(failure);
    };
  }

  private static final class Shared {
    static final Workroom ROOM =
        new Workroom(defaultMemory(), Runtime.getRuntime().availableProcessors(), PATIENCE);
  }
}
