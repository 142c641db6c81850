package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the checks of a picture side by side on as many threads as there are cores.
 *
 * <p>The queue has an end: a picture keeps its seat until the last of its checks has left its
 * thread, even when nobody waits for the answer any more, so no more than seats times checks are
 * ever queued.
 */
final class Workers {
  private static final Logger log = LoggerFactory.getLogger(Workers.class);

  /** The shipped ones, and those of every model that an operator may add. */
  private static final int CHECKS = 16;

  private static final Duration FAREWELL = Duration.ofSeconds(10);

  private final VisionLimits limits;
  private final Seats seats;
  private final ThreadPoolExecutor threads;
  private final Set<Stop> running = ConcurrentHashMap.newKeySet();

  Workers(VisionLimits limits) {
    this.limits = limits;
    seats = new Seats(limits);
    int cores = Runtime.getRuntime().availableProcessors();
    threads =
        new ThreadPoolExecutor(
            cores,
            cores,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(limits.concurrent() * CHECKS),
            Thread.ofPlatform().daemon().name("vision-", 0).factory());
  }

  /**
   * Looks at a picture.
   *
   * @param done runs once, when the last check has left its thread or none could begin
   * @throws VisionBusy when there is no room, or this is closed
   */
  VisionFindings look(List<Check> checks, List<View> views, Runnable done) {
    try {
      seats.take();
    } catch (VisionBusy busy) {
      done.run();
      throw busy;
    }
    Stop stop = new Stop(System.nanoTime() + limits.time().toNanos());
    running.add(stop);
    Turn turn = new Turn(() -> leave(stop, done));
    try {
      List<CompletableFuture<VisionFindings>> futures =
          checks.stream().map(check -> start(check, views, stop, turn)).toList();
      return together(checks, futures, stop);
    } finally {
      stop.now();
      turn.exit();
    }
  }

  private CompletableFuture<VisionFindings> start(
      Check check, List<View> views, Stop stop, Turn turn) {
    turn.enter();
    try {
      return CompletableFuture.supplyAsync(
          () -> {
            try {
              return findings(check, views, stop);
            } finally {
              turn.exit();
            }
          },
          threads);
    } catch (RejectedExecutionException closed) {
      turn.exit();
      throw new VisionBusy();
    }
  }

  private void leave(Stop stop, Runnable done) {
    running.remove(stop);
    seats.leave();
    done.run();
  }

  /** Counts who still uses a seat; whoever goes last gives it back. It begins with one user. */
  private static final class Turn {
    private final AtomicInteger users = new AtomicInteger(1);
    private final Runnable last;

    Turn(Runnable last) {
      this.last = last;
    }

    void enter() {
      users.incrementAndGet();
    }

    void exit() {
      if (users.decrementAndGet() == 0) {
        last.run();
      }
    }
  }

  private static VisionFindings findings(Check check, List<View> views, Stop stop) {
    try {
      stop.check();
      return check.look(views, stop);
    } catch (Stop.Stopped stopped) {
      return missing(check, stop.nanosLeft() > 0 ? "interrupted" : "timeout");
    } catch (OrtException | RuntimeException failure) {
      log.error("check {} failed", check.models(), failure);
      return missing(check, "failed");
    } catch (OutOfMemoryError failure) {
      log.error("check {} had no memory", check.models());
      return missing(check, "failed");
    }
  }

  private static VisionFindings together(
      List<Check> checks, List<CompletableFuture<VisionFindings>> futures, Stop stop) {
    List<Score> scores = new ArrayList<>();
    List<Face> faces = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      VisionFindings findings = await(checks.get(i), futures.get(i), stop);
      scores.addAll(findings.scores());
      faces.addAll(findings.faces());
      missing.addAll(findings.missing());
    }
    return new VisionFindings(scores, faces, missing);
  }

  private static VisionFindings await(
      Check check, CompletableFuture<VisionFindings> future, Stop stop) {
    try {
      return future.get(Math.max(0, stop.nanosLeft()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      stop.now();
      return missing(check, "timeout");
    } catch (InterruptedException interrupted) {
      stop.now();
      Thread.currentThread().interrupt();
      return missing(check, "interrupted");
    } catch (ExecutionException failure) {
      log.error("check {} failed", check.models(), failure);
      return missing(check, "failed");
    }
  }

  private static VisionFindings missing(Check check, String why) {
    List<Missing> missing = check.models().stream().map(model -> new Missing(model, why)).toList();
    return new VisionFindings(List.of(), List.of(), missing);
  }

  /**
   * Takes no more pictures and ends what is going on.
   *
   * @return whether every thread has let go of its model, so that the models may be closed
   */
  boolean end() {
    threads.shutdown();
    running.forEach(Stop::now);
    try {
      return threads.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
