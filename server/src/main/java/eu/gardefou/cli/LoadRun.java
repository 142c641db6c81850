package eu.gardefou.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Sends one load for a while, a fixed number of requests at a time, and times each. */
final class LoadRun {
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI gate;
  private final String key;
  private final GateLoad load;
  private final int concurrency;
  private final AtomicReference<String> wrong = new AtomicReference<>("");

  LoadRun(URI gate, String key, GateLoad load, int concurrency) {
    this.gate = gate;
    this.key = key;
    this.load = load;
    this.concurrency = concurrency;
  }

  /**
   * What was measured.
   *
   * @param nanos time of each request that was answered as expected, ascending
   */
  record Figures(List<Long> nanos, int errors, double seconds) {
    /** A percentile in milliseconds, by nearest rank; NaN when nothing was answered. */
    double percentile(double share) {
      if (nanos.isEmpty()) {
        return Double.NaN;
      }
      int rank = (int) Math.ceil(share * nanos.size()) - 1;
      return nanos.get(Math.max(0, rank)) / 1e6;
    }

    /** Requests answered as expected a second. */
    double perSecond() {
      return nanos.size() / seconds;
    }
  }

  /** The first wrong answer, as it came; empty when there was none. */
  String wrong() {
    return wrong.get();
  }

  Figures measure(int seconds) throws InterruptedException {
    long start = System.nanoTime();
    long end = start + Duration.ofSeconds(seconds).toNanos();
    List<List<Long>> times = new ArrayList<>();
    AtomicInteger errors = new AtomicInteger();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < concurrency; i++) {
      List<Long> own = new ArrayList<>();
      times.add(own);
      clients.add(Thread.ofVirtual().start(() -> sendUntil(end, own, errors)));
    }
    for (Thread one : clients) {
      one.join();
    }
    double elapsed = (System.nanoTime() - start) / 1e9;
    long[] sorted =
        times.stream().flatMap(List::stream).mapToLong(Long::longValue).sorted().toArray();
    return new Figures(Arrays.stream(sorted).boxed().toList(), errors.get(), elapsed);
  }

  private void sendUntil(long end, List<Long> times, AtomicInteger errors) {
    do {
      long before = System.nanoTime();
      if (sendOne()) {
        times.add(System.nanoTime() - before);
      } else {
        errors.incrementAndGet();
      }
    } while (System.nanoTime() < end);
  }

  private boolean sendOne() {
    try {
      HttpRequest request = load.request(gate, key);
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      boolean isRight = load.expected().isMetBy(answer);
      if (!isRight) {
        wrong.compareAndSet("", answer + " " + new String(answer.body(), StandardCharsets.UTF_8));
      }
      return isRight;
    } catch (IOException failure) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
