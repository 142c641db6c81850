package eu.gardefou.fetch;

import eu.gardefou.fetch.FetchProblem.Cause;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what an address names that a stranger gave.
 *
 * <p>What holds: only http and https, only usual ports, only public addresses, for the first
 * question and for each redirect anew. A name is resolved once, and the connection goes to the very
 * address that was checked, while TLS still holds the server to its name. No proxy, cookie or
 * password is used. Bytes and time are limited; packed answers are refused. Safe for many threads.
 */
public final class Fetcher implements AutoCloseable {
  private final FetchSettings settings;
  private final Lookups lookups;
  private final TlsSocketStrategy tls;
  private final Semaphore turns;
  private final ScheduledThreadPoolExecutor timer;

  Fetcher(FetchSettings settings, Lookups lookups, TlsSocketStrategy tls) {
    this.settings = settings;
    this.lookups = lookups;
    this.tls = tls;
    this.turns = new Semaphore(settings.atOnce());
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("fetch-deadlines").factory());
    this.timer.setRemoveOnCancelPolicy(true);
  }

  /**
   * What is done with an answer while it arrives.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads it; an exception here is no other outside. */
    T read(Arriving file) throws IOException;
  }

  /**
   * Fetches.
   *
   * @param address as the stranger gave it
   * @return what the reading made of it
   * @throws FetchProblem when nothing came that is wanted
   */
  public <T> T fetch(String address, Wanted wanted, Reading<T> reading) {
    Address first = Address.of(address, settings.ports());
    if (!turns.tryAcquire()) {
      throw new FetchProblem(Cause.BUSY);
    }
    try (Deadline deadline = new Deadline(timer, settings.time())) {
      return followed(first, wanted, reading, deadline);
    } finally {
      turns.release();
    }
  }

  private <T> T followed(Address first, Wanted wanted, Reading<T> reading, Deadline deadline) {
    Address address = first;
    for (int hop = 0; hop <= settings.redirects(); hop++) {
      Hop.Outcome<T> outcome = asked(address, wanted, reading, deadline);
      String location = outcome.location();
      @Nullable T result = outcome.result();
      if (result != null) {
        return result;
      }
      if (location == null) {
        throw new IllegalStateException("a reading made nothing of an answer");
      }
      address = address.redirected(location, settings.ports());
    }
    throw new FetchProblem(Cause.REDIRECTS);
  }

  private <T> Hop.Outcome<T> asked(
      Address address, Wanted wanted, Reading<T> reading, Deadline deadline) {
    try {
      InetAddress[] pinned = lookups.allowed(address.host(), deadline.left());
      try (Hop hop = new Hop(address, pinned, tls, settings.connect(), settings.time())) {
        deadline.closes(hop::close);
        return hop.ask(wanted, reading);
      }
    } catch (IOException e) {
      throw new FetchProblem(deadline.passed() ? Cause.TOO_SLOW : Cause.UNREACHABLE, e);
    } catch (IllegalStateException e) {
      // So says a client, too, that is closed under its hands.
      throw deadline.passed() ? new FetchProblem(Cause.TOO_SLOW, e) : e;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
