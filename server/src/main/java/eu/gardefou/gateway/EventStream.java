package eu.gardefou.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as a stream of server-sent events. There are no half-made pictures in it, since nobody
 * has screened those: signs of life while the picture is made and screened, then the picture.
 *
 * <p>The stream is opened as late as possible. What fails before the first sign of life is thrown,
 * and gets its proper status; later it is an {@code error} event.
 */
final class EventStream implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EventStream.class);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Duration heartbeat;
  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();

  EventStream(Duration heartbeat) {
    this.heartbeat = heartbeat;
  }

  /**
   * Does the work and streams what comes of it. A client that goes away ends the work.
   *
   * @throws Refusal when the work fails before the stream is open
   */
  void send(HttpServletResponse response, Callable<List<CompletedEvent>> work)
      throws InterruptedException {
    var future = new FutureTask<>(work);
    Thread worker = Thread.ofVirtual().name("stream").start(future);
    workers.add(worker);
    var stream = new Opened(response);
    try {
      stream.events(waitFor(future, stream));
    } catch (ExecutionException e) {
      stream.fail(Troubles.refusal(e.getCause() == null ? e : e.getCause()));
    } catch (IOException e) {
      log.debug("the client went away: {}", e.toString());
    } finally {
      future.cancel(true);
      join(worker);
      workers.remove(worker);
    }
  }

  @Override
  public void close() {
    workers.forEach(Thread::interrupt);
  }

  /** The pictures and bodies of a request are given back after it, and nobody may use them then. */
  private static void join(Thread worker) {
    boolean interrupted = false;
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException told) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private List<CompletedEvent> waitFor(Future<List<CompletedEvent>> future, Opened stream)
      throws InterruptedException, ExecutionException, IOException {
    while (true) {
      try {
        return future.get(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        stream.write(": screening\n\n");
      }
    }
  }

  /** The response, as soon as something is written to it. */
  private static final class Opened {
    private final HttpServletResponse response;
    private boolean open;

    Opened(HttpServletResponse response) {
      this.response = response;
    }

    void events(List<CompletedEvent> events) throws IOException {
      for (CompletedEvent event : events) {
        write("event: " + event.type() + "\ndata: ");
        out().write(MAPPER.writeValueAsBytes(event));
        write("\n\n");
      }
      write("data: [DONE]\n\n");
    }

    void fail(Refusal refusal) {
      if (!open) {
        throw refusal;
      }
      try {
        write("event: error\ndata: " + MAPPER.writeValueAsString(refusal.body()) + "\n\n");
        write("data: [DONE]\n\n");
      } catch (IOException e) {
        log.debug("the client went away: {}", e.toString());
      }
    }

    void write(String text) throws IOException {
      out().write(text.getBytes(StandardCharsets.UTF_8));
      response.flushBuffer();
    }

    private OutputStream out() throws IOException {
      if (!open) {
        open = true;
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
      }
      return response.getOutputStream();
    }
  }
}
