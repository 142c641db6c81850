package eu.gardefou.exchanges.peer;

import eu.gardefou.exchanges.peer.PeerFailure.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks one peer. Encrypted unless the peer is on this machine; no redirect is followed, so nobody
 * can lead the credentials elsewhere; an answer has an end in time and in size. Safe for many
 * threads.
 */
public final class PeerHttp implements AutoCloseable {
  private static final int LARGEST = 32 << 20;
  private static final Duration LONGEST_PATIENCE = Duration.ofDays(1);

  private final String title;
  private final URI base;
  private final Duration patience;
  private final HttpClient client;

  /**
   * Knows a peer by its address.
   *
   * @throws PeerFailure when the address is none, or would send secrets in the clear
   */
  public PeerHttp(String title, String base) {
    this(title, base, Call.PATIENCE);
  }

  /** The same with another end in time. */
  public PeerHttp(String title, String base, Duration patience) {
    this.title = title;
    this.base = address(base);
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(
                patience.compareTo(Duration.ofSeconds(10)) < 0 ? patience : Duration.ofSeconds(10))
            .build();
  }

  private static URI address(String base) {
    try {
      URI address = URI.create(base.replaceFirst("/+$", ""));
      String host = address.getHost();
      boolean plain = address.getRawQuery() == null && address.getRawUserInfo() == null;
      boolean safe =
          "https".equalsIgnoreCase(address.getScheme())
              || ("http".equalsIgnoreCase(address.getScheme()) && isThisMachine(host));
      if (host != null && plain && safe && address.getRawFragment() == null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Told below, without the address: some write a password there.
    }
    throw new PeerFailure(
        Kind.SETTINGS,
        "The base address is no https address (http is for this machine only), or has more than"
            + " host and path.");
  }

  private static boolean isThisMachine(@Nullable String host) {
    return host != null
        && (host.equals("localhost")
            || host.equals("[::1]")
            || host.matches("127(\\.\\d{1,3}){3}"));
  }

  /** Whether an address leads to this peer. */
  public boolean leadsHere(URI address) {
    return base.getScheme().equalsIgnoreCase(address.getScheme())
        && base.getRawAuthority().equalsIgnoreCase(address.getRawAuthority());
  }

  /**
   * Asks, and returns a good answer.
   *
   * @throws PeerFailure when there is none
   */
  public Answer ask(Call call) throws InterruptedException {
    Answer answer = send(call);
    if (answer.status() != 200) {
      throw new PeerFailure(
          Kind.UNREACHABLE, title + " answered with status " + answer.status() + ".");
    }
    return answer;
  }

  /**
   * Asks, and returns an answer that is about what was asked: 2xx, or 4xx other than a refusal of
   * the credentials.
   *
   * @throws PeerFailure when there is none
   */
  public Answer send(Call call) throws InterruptedException {
    HttpResponse<byte[]> response = response(request(call));
    int status = response.statusCode();
    if (status == 401 || status == 403) {
      // Also whoever may read and not hand in, or has used up a quota, hears 403.
      throw refused(status);
    }
    if (status == 429 || status == 503) {
      throw new PeerFailure(
          Kind.BUSY, title + " asks for patience (status " + status + ").", after(response), null);
    }
    if (status >= 500 || status < 200 || (status >= 300 && status < 400) || status == 408) {
      throw new PeerFailure(
          Kind.UNREACHABLE, title + " failed: it answered with status " + status + ".");
    }
    return new Answer(status, response.body(), date(response));
  }

  private PeerFailure refused(int status) {
    return new PeerFailure(
        Kind.REFUSED,
        title
            + " does not accept the credentials (status "
            + status
            + "): they may have expired. Set new ones; what is known stays in force meanwhile.");
  }

  /** What cannot be sent is not repeated: it may be a secret. */
  private HttpRequest request(Call call) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(base + call.path()))
              .timeout(patience)
              .header("User-Agent", "gardefou");
      call.headers().forEach(request::header);
      String body = call.body();
      return request
          .method(
              call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
          .build();
    } catch (IllegalArgumentException e) {
      throw new PeerFailure(
          Kind.SETTINGS, "The credentials, or a name, have characters that cannot be sent.");
    }
  }

  /** The client's own time limit ends with the headers; this one holds for the body too. */
  private HttpResponse<byte[]> response(HttpRequest request) throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> call =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
    try {
      return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw late(e);
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      call.cancel(true);
    }
  }

  private PeerFailure late(Exception e) {
    return new PeerFailure(
        Kind.UNREACHABLE, title + " did not answer within " + patience.toMillis() + " ms.", e);
  }

  private PeerFailure failure(ExecutionException e) {
    return switch (e.getCause()) {
      case HttpTimeoutException _ -> late(e);
      case IOException broken when String.valueOf(broken.getMessage()).contains("exceeds limit") ->
          new PeerFailure(Kind.BROKEN, title + " sent an answer of more than 32 MiB.", e);
      case IOException _ ->
          new PeerFailure(Kind.UNREACHABLE, title + " could not be reached, or broke off.", e);
      case null, default -> new PeerFailure(Kind.UNREACHABLE, title + " could not be asked.", e);
    };
  }

  private static Duration after(HttpResponse<?> response) {
    String seconds = response.headers().firstValue("Retry-After").orElse("");
    if (!seconds.matches("\\d{1,9}")) {
      return Duration.ZERO;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
    return asked.compareTo(LONGEST_PATIENCE) < 0 ? asked : LONGEST_PATIENCE;
  }

  private static @Nullable Instant date(HttpResponse<?> response) {
    try {
      return response
          .headers()
          .firstValue("Date")
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
          .orElse(null);
    } catch (DateTimeException e) {
      return null;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
