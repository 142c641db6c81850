package eu.gardefou.fetch;

import eu.gardefou.fetch.FetchProblem.Cause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Sends something to an address that the operator configured.
 *
 * <p>What holds: only https to public addresses, and http and https to the operator's own networks,
 * one look-up whose outcome is connected to, no redirect, proxy, cookie or second try, an end in
 * time and in size. Safe for many threads.
 */
public final class Sender implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int LARGEST = 4 << 20;
  private static final Duration LONGEST_PATIENCE = Duration.ofDays(1);

  private final Lookups lookups;
  private final PublicAddresses rule;
  private final Duration time;
  private final TlsSocketStrategy tls = DefaultClientTlsStrategy.createDefault();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("sending-deadlines").factory());

  /**
   * Sends nothing yet.
   *
   * @param networks of the operator's own that may be reached besides public addresses, such as
   *     {@code 10.2.0.0/16}
   * @param time for all of one exchange
   * @throws IllegalArgumentException when a network is none
   */
  public Sender(List<String> networks, Duration time) {
    this(networks, time, InetAddress::getAllByName);
  }

  Sender(List<String> networks, Duration time, Resolver resolver) {
    this.rule = new PublicAddresses(networks, List.of());
    this.lookups = new Lookups(resolver, rule);
    this.time = time;
    timer.setRemoveOnCancelPolicy(true);
  }

  /**
   * Sends, and waits for the answer.
   *
   * @param method such as {@code POST}
   * @param body JSON; null for none
   * @throws FetchProblem when there was no answer, or the address may not be reached
   */
  public Answer send(
      String method, URI address, Map<String, String> headers, byte @Nullable [] body) {
    int port = address.getPort();
    Address checked = Address.of(address.toString(), port < 0 ? Set.of(80, 443) : Set.of(port));
    HttpUriRequestBase question = new HttpUriRequestBase(method, checked.uri());
    headers.forEach(question::setHeader);
    question.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    question.setConfig(PinnedClient.plain(time));
    if (body != null) {
      question.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    }
    return exchanged(checked, question);
  }

  private Answer exchanged(Address address, HttpUriRequestBase question) {
    try (Deadline deadline = new Deadline(timer, time)) {
      try {
        InetAddress[] pinned = pinned(address, deadline);
        CloseableHttpClient client = PinnedClient.to(pinned, tls, CONNECT, time);
        deadline.closes(() -> client.close(CloseMode.IMMEDIATE));
        try (ClassicHttpResponse answer =
            client.executeOpen(HttpHost.create(address.uri()), question, null)) {
          return new Answer(answer.getCode(), body(answer), after(answer));
        } finally {
          client.close(CloseMode.IMMEDIATE);
        }
      } catch (IOException e) {
        throw new FetchProblem(deadline.passed() ? Cause.TOO_SLOW : Cause.UNREACHABLE, e);
      } catch (IllegalStateException e) {
        // So says a client, too, that is closed under its hands.
        throw deadline.passed() ? new FetchProblem(Cause.TOO_SLOW, e) : e;
      }
    }
  }

  private InetAddress[] pinned(Address address, Deadline deadline) throws IOException {
    InetAddress[] pinned = lookups.allowed(address.host(), deadline.left());
    if (!address.secure() && !Arrays.stream(pinned).allMatch(rule::isOwn)) {
      throw new FetchProblem(Cause.UNENCRYPTED);
    }
    return pinned;
  }

  private static String body(ClassicHttpResponse answer) throws IOException {
    if (answer.getEntity() == null) {
      return "";
    }
    return new String(answer.getEntity().getContent().readNBytes(LARGEST), StandardCharsets.UTF_8);
  }

  private static Duration after(ClassicHttpResponse answer) {
    Header header = answer.getFirstHeader(HttpHeaders.RETRY_AFTER);
    String seconds = header == null ? "" : header.getValue();
    if (seconds == null || !seconds.matches("\\d{1,9}")) {
      return Duration.ZERO;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
    return asked.compareTo(LONGEST_PATIENCE) < 0 ? asked : LONGEST_PATIENCE;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
