package eu.gardefou.reading;

import ai.onnxruntime.OrtException;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what stands in pictures: text in Latin, Greek and Cyrillic letters, QR codes, and whether
 * marks are drawn over it. Nothing of it is logged or kept.
 *
 * <p>What is promised: every frame and view was looked at, or something is named as missing. What
 * is not: that every text is found. Safe for many threads.
 */
public final class Reader implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Reader.class);
  private static final long FAREWELL = 10;

  private final Tools tools;
  private final ReadingLimits limits;
  private final Semaphore seats;
  private final ExecutorService threads;
  private final ExecutorService children = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closed;

  /**
   * Prepares; models and programs are opened on first use, and one that is missing is missing in
   * every reading.
   *
   * @param tools what reads
   */
  public Reader(Tools tools, ReadingLimits limits) {
    this.tools = tools;
    this.limits = limits;
    seats = new Semaphore(limits.concurrent(), true);
    threads =
        Executors.newFixedThreadPool(
            limits.concurrent(), Thread.ofPlatform().daemon().name("reading-", 0).factory());
  }

  /**
   * Reads all frames and views of a picture.
   *
   * @throws ReadingBusy when all capacity is taken, or when this is closed; nothing was read
   */
  public ReadingFindings read(Picture picture) {
    takeSeat();
    Deadline deadline = new Deadline(System.nanoTime() + limits.time().toNanos());
    // Whoever waits may go; the seat and the pixels are given back when the work is over.
    Picture.Use use = picture.use();
    Future<ReadingFindings> work;
    try {
      work = threads.submit(() -> readAndLeave(picture, deadline, use));
    } catch (RuntimeException closing) {
      use.close();
      seats.release();
      throw new ReadingBusy();
    }
    try {
      return work.get(limits.time().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return missing("timeout");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return missing("interrupted");
    } catch (ExecutionException failure) {
      log.error("reading a picture failed", failure.getCause());
      return missing("failed");
    } finally {
      deadline.now();
    }
  }

  private void takeSeat() {
    if (closed) {
      throw new ReadingBusy();
    }
    try {
      boolean queue = seats.getQueueLength() < limits.waiting();
      boolean seated =
          seats.tryAcquire()
              || (queue && seats.tryAcquire(limits.patience().toNanos(), TimeUnit.NANOSECONDS));
      if (!seated) {
        throw new ReadingBusy();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ReadingBusy();
    }
  }

  private ReadingFindings readAndLeave(Picture picture, Deadline deadline, Picture.Use use) {
    try (use) {
      Tools.Ready ready = tools.ready();
      List<Raster> views = Views.distinct(picture);
      return new Look(ready.finder(), new Letters(ready.tesseract(), children), deadline).at(views);
    } catch (Deadline.Passed late) {
      return missing("timeout");
    } catch (Tools.Missing without) {
      return missing(without.why());
    } catch (IOException | OrtException | RuntimeException failure) {
      log.error("reading a picture failed", failure);
      return missing("failed");
    } catch (OutOfMemoryError failure) {
      log.error("there was no memory to read a picture");
      return missing("failed");
    } finally {
      seats.release();
    }
  }

  private static ReadingFindings missing(String why) {
    return new ReadingFindings(List.of(), 0, List.of(why));
  }

  /** Why nothing can be read here, in a word; null when it can. Opens the tools. */
  public @Nullable String trouble() {
    try {
      tools.ready();
      return null;
    } catch (Tools.Missing without) {
      return without.why();
    }
  }

  /** Takes no more pictures, and gives the model back when the last one is done. */
  @Override
  public void close() {
    closed = true;
    threads.shutdown();
    try {
      if (threads.awaitTermination(FAREWELL, TimeUnit.SECONDS)) {
        tools.close();
      } else {
        // Closing a model under a running thread would take the whole process down.
        log.warn("reading is still at work, and its model stays in memory");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    children.shutdown();
  }
}
