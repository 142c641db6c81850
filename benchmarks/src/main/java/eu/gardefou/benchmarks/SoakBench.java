package eu.gardefou.benchmarks;

import java.io.PrintStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One bank, served, changed and rebuilt for minutes on end, with every answer checked. It fails
 * when an answer is wrong, a query takes longer than 50 ms, or it needs more than 2.5 GB for ten
 * million hashes.
 */
public final class SoakBench {
  private static final Duration LONGEST_QUERY = Duration.ofMillis(50);

  /** For up to ten million hashes; for more, as much more. */
  private static final int MOST_MEGABYTES = 2_500;

  private static final int HASHES = 10_000_000;

  /** As long as the JIT compiler is busy, a query takes several times as long. */
  private static final Duration WARM_UP = Duration.ofSeconds(30);

  private final PrintStream out;
  private final Load load;
  private final List<String> failures = new ArrayList<>();

  /**
   * What the bank has to bear.
   *
   * @param size how many hashes
   * @param warmUp for how long times do not count yet
   * @param time for how long they count
   * @param readers how many threads ask, one query after another
   * @param writesASecond how many changes there are
   */
  record Load(int size, Duration warmUp, Duration time, int readers, int writesASecond) {}

  private SoakBench(PrintStream out, Load load) {
    this.out = out;
    this.load = load;
  }

  /** Arguments: size, seconds, readers, changes a second. */
  public static void main(String[] arguments) throws InterruptedException {
    Load load =
        new Load(
            Integer.parseInt(arguments[0]),
            WARM_UP,
            Duration.ofSeconds(Long.parseLong(arguments[1])),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]));
    System.exit(run(load, System.out));
  }

  /** Prints what happened; 1 when it should not have happened. */
  static int run(Load load, PrintStream out) throws InterruptedException {
    return new SoakBench(out, load).run();
  }

  private int run() throws InterruptedException {
    out.println(Machine.line());
    out.println(
        "JVM: " + String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
    SoakBank bank = SoakBank.of(load.size());
    out.printf(
        Locale.ROOT,
        "%,d hashes built; peak memory so far %,d MB%n",
        bank.index().size(),
        Machine.peakMegabytes());
    out.flush();
    List<SoakReader> readers = new ArrayList<>();
    for (int i = 0; i < load.readers(); i++) {
      readers.add(new SoakReader(bank, i));
    }
    SoakWriter writer = new SoakWriter(bank, load.writesASecond());
    Pulse pulse = new Pulse();
    List<Thread> threads = new ArrayList<>();
    readers.forEach(reader -> threads.add(new Thread(reader, "reader")));
    threads.add(new Thread(writer, "writer"));
    threads.add(new Thread(pulse, "pulse"));
    threads.forEach(thread -> thread.setUncaughtExceptionHandler((_, failure) -> broken(failure)));
    threads.forEach(Thread::start);
    Thread.sleep(load.warmUp());
    readers.forEach(SoakReader::measure);
    Thread.sleep(load.time());
    readers.forEach(SoakReader::stop);
    writer.stop();
    pulse.stop();
    for (Thread thread : threads) {
      thread.join();
    }
    return report(bank, readers, writer, pulse);
  }

  private synchronized void broken(Throwable failure) {
    failures.add("a thread ended with " + failure);
  }

  private synchronized int report(
      SoakBank bank, List<SoakReader> readers, SoakWriter writer, Pulse pulse) {
    Times times = new Times();
    long wrong = 0;
    long checked = 0;
    for (SoakReader reader : readers) {
      times.add(reader.times());
      wrong += reader.wrong();
      checked += reader.checked();
      reader.complaints().forEach(out::println);
    }
    out.printf(
        Locale.ROOT,
        "%,d queries from %d threads, %,d of planted hashes; %,d changes, %,d new tables%n",
        times.count(),
        readers.size(),
        checked,
        writer.changes(),
        writer.rebuilds());
    out.printf(
        Locale.ROOT,
        "query ms: p50 %.3f, p99 %.3f, p99.9 %.3f, p99.99 %.3f, slowest %.1f%n",
        times.percentile(0.5),
        times.percentile(0.99),
        times.percentile(0.999),
        times.percentile(0.9999),
        times.slowest() / 1e6);
    out.printf(
        Locale.ROOT,
        "change ms: p50 %.4f, p99.99 %.3f, slowest %.1f%n",
        writer.times().percentile(0.5),
        writer.times().percentile(0.9999),
        writer.times().slowest() / 1e6);
    out.printf(
        Locale.ROOT,
        "an idle thread was late by %.1f ms at most; collections: %s%n",
        pulse.latest() / 1e6,
        collections());
    out.printf(
        Locale.ROOT,
        "peak memory %,d MB, now %,d MB; %,d hashes at the end%n",
        Machine.peakMegabytes(),
        Machine.residentMegabytes(),
        bank.index().size());
    out.println("wrong answers: " + wrong);
    for (Times.Slow each : times.slow()) {
      out.printf(
          Locale.ROOT,
          "a query took %.1f ms: %.1f ms of work; an idle thread was late by %.1f ms then%n",
          each.nanoseconds() / 1e6,
          each.worked() / 1e6,
          pulse.latestDuring(each) / 1e6);
    }
    if (wrong > 0) {
      failures.add("wrong answers.");
    }
    if (times.slowest() > LONGEST_QUERY.toNanos()) {
      failures.add("a query over " + LONGEST_QUERY.toMillis() + " ms.");
    }
    if (writer.rebuilds() == 0) {
      failures.add("nothing was rebuilt; give it more changes or more time.");
    }
    long most = MOST_MEGABYTES * Math.max(HASHES, (long) load.size()) / HASHES;
    if (Machine.peakMegabytes() == 0) {
      failures.add("this machine does not tell how much memory a process has.");
    }
    if (Machine.peakMegabytes() > most) {
      failures.add(String.format(Locale.ROOT, "more than %,d MB of memory.", most));
    }
    return verdict();
  }

  private int verdict() {
    failures.forEach(failure -> out.println("FAILED: " + failure));
    if (failures.isEmpty()) {
      out.println("Passed.");
    }
    out.flush();
    return failures.isEmpty() ? 0 : 1;
  }

  private static String collections() {
    StringBuilder text = new StringBuilder();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(collector.getName())
          .append(' ')
          .append(collector.getCollectionCount())
          .append(" in ")
          .append(collector.getCollectionTime())
          .append(" ms");
    }
    return text.toString();
  }
}
