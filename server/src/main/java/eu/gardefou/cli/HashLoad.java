package eu.gardefou.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Asks for hashes over many connections from one thread, and checks every answer. As light as it
 * can be, because it shares the cores with what it measures.
 */
final class HashLoad {
  private static final int QUESTIONS = 100_000;

  private final InetSocketAddress gate;
  private final List<HashQuestion> questions = new ArrayList<>();
  private final List<HashConnection> open = new ArrayList<>();
  private int next;
  private String wrong = "";

  HashLoad(URI gate, String key, int entries) {
    this.gate = new InetSocketAddress(gate.getHost(), gate.getPort());
    SplittableRandom random = new SplittableRandom(17);
    for (int k = 0; k < QUESTIONS; k++) {
      questions.add(HashQuestion.any(random, entries, gate.getAuthority(), key));
    }
  }

  /** The first wrong answer, as it came; empty when there was none. */
  String wrong() {
    return wrong;
  }

  LoadRun.Figures measure(int connections, int seconds) throws IOException {
    long start = System.nanoTime();
    long end = start + Duration.ofSeconds(seconds).toNanos();
    Times times = new Times();
    try (Selector selector = Selector.open()) {
      for (int k = 0; k < connections; k++) {
        open.add(new HashConnection(gate, selector, question()));
      }
      while (System.nanoTime() < end) {
        selector.select(key -> answer(key, times), 1_000);
      }
    } finally {
      for (HashConnection one : open) {
        one.close();
      }
      open.clear();
    }
    return times.figures((System.nanoTime() - start) / 1e9);
  }

  private void answer(SelectionKey ready, Times times) {
    HashConnection connection = (HashConnection) ready.attachment();
    try {
      if (!connection.read()) {
        return;
      }
      long nanos = connection.nanos();
      if (connection.isRight()) {
        times.add(nanos);
      } else {
        times.errors++;
        wrong = wrong.isEmpty() ? connection.text() : wrong;
      }
      if (connection.isLast()) {
        ready.cancel();
        open.remove(connection);
        connection.close();
        open.add(new HashConnection(gate, ready.selector(), question()));
      } else {
        connection.ask(question());
      }
    } catch (IOException broken) {
      times.errors++;
      wrong = wrong.isEmpty() ? String.valueOf(broken) : wrong;
      ready.cancel();
    }
  }

  private HashQuestion question() {
    HashQuestion question = questions.get(next);
    next = (next + 1) % questions.size();
    return question;
  }

  /** Times of all answers. */
  private static final class Times {
    private long[] nanos = new long[1 << 16];
    private int count;
    private int errors;

    void add(long time) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = time;
    }

    LoadRun.Figures figures(double seconds) {
      List<Long> sorted = Arrays.stream(nanos, 0, count).sorted().boxed().toList();
      return new LoadRun.Figures(sorted, errors, seconds);
    }
  }
}
