package eu.gardefou.fetch;

import eu.gardefou.fetch.FetchProblem.Cause;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Host names to addresses that may be connected to, all of them or none: a name that also has an
 * inner address was made to be trouble. Safe for many threads.
 */
final class Lookups {
  private static final int MOST_AT_ONCE = 64;

  private final Resolver resolver;
  private final Addresses rule;
  private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

  Lookups(Resolver resolver, Addresses rule) {
    this.resolver = resolver;
    this.rule = rule;
  }

  /**
   * The addresses of a host.
   *
   * @throws FetchProblem when one of them may not be connected to, and when it takes too long
   */
  InetAddress[] allowed(String host, Duration patience) throws IOException {
    InetAddress[] addresses = addresses(host, patience);
    for (InetAddress address : addresses) {
      if (!rule.allow(address)) {
        throw new FetchProblem(Cause.UNREACHABLE);
      }
    }
    return addresses;
  }

  /** A system's resolver cannot be hurried: it is left behind when its time is over. */
  private InetAddress[] addresses(String host, Duration patience) throws IOException {
    if (!turns.tryAcquire()) {
      throw new FetchProblem(Cause.BUSY);
    }
    var lookup = new FutureTask<>(() -> resolver.resolve(host));
    Thread.ofVirtual()
        .start(() -> {
          try {
            lookup.run();
          } finally {
            turns.release();
          }
        });
    try {
      return lookup.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      throw new FetchProblem(Cause.TOO_SLOW, late);
    } catch (ExecutionException failure) {
      throw new IOException(failure.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new FetchProblem(Cause.BUSY, stopped);
    }
  }
}
