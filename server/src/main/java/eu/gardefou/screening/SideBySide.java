package eu.gardefou.screening;

import eu.gardefou.media.Media;
import eu.gardefou.media.MediaBusy;
import eu.gardefou.media.Picture;
import eu.gardefou.media.UnreadablePicture;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.Checked;
import eu.gardefou.policy.Signal.NotAssessed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks side by side. One that throws, or is late, leaves a {@link NotAssessed}. */
final class SideBySide {
  private static final Logger log = LoggerFactory.getLogger(SideBySide.class);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Duration patience;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Creates one.
   *
   * @param patience how long all tasks of one run may take together
   */
  SideBySide(Duration patience) {
    this.patience = patience;
  }

  /** Runs them, and each that finds no room again, until it does or its time is over. */
  List<Signal> insist(List<Task> tasks) {
    return run(
        tasks.stream()
            .map(task -> new Task(task.part(), task.index(), task.check(), () -> insist(task)))
            .toList());
  }

  private static List<Signal> insist(Task task) throws Exception {
    while (true) {
      try {
        return task.work().call();
      } catch (ScreeningBusy full) {
        Thread.sleep(PAUSE);
      }
    }
  }

  /**
   * Decodes a picture, and again while there is no room, as long as all tasks may take.
   *
   * @throws MediaBusy when there still is none
   */
  Picture insist(Media media, byte[] file) throws UnreadablePicture {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return media.decode(file);
      } catch (MediaBusy full) {
        if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
          throw full;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /**
   * Runs them.
   *
   * @throws ScreeningBusy when one of them finds no room
   */
  List<Signal> run(List<Task> tasks) {
    List<Future<List<Signal>>> futures;
    try {
      futures =
          threads.invokeAll(
              tasks.stream().map(Task::work).toList(), patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return tasks.stream().flatMap(task -> missing(task, "interrupted").stream()).toList();
    }
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      signals.addAll(outcome(tasks.get(i), futures.get(i)));
    }
    return signals;
  }

  private static List<Signal> outcome(Task task, Future<List<Signal>> future) {
    try {
      return future.get();
    } catch (CancellationException late) {
      return missing(task, "timeout");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return missing(task, "interrupted");
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof ScreeningBusy busy) {
        throw busy;
      }
      log.warn("check {} failed: {}", task.check(), failure.getCause());
      return missing(task, "failed");
    }
  }

  private static List<Signal> missing(Task task, String why) {
    return List.of(
        new NotAssessed(task.part(), task.check(), why),
        new Checked(task.part(), task.index(), task.check(), false, why));
  }
}
