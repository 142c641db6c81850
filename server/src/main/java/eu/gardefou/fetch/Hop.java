package eu.gardefou.fetch;

import eu.gardefou.fetch.FetchProblem.Cause;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * One question to one server at addresses that were found before: nothing is looked up, followed,
 * unpacked, remembered or tried again, and no proxy is asked. For one thread and one use; closing
 * is safe from another.
 */
final class Hop implements AutoCloseable {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final CloseableHttpClient client;
  private final HttpHost host;
  private final HttpGet question;

  Hop(
      Address address,
      InetAddress[] pinned,
      TlsSocketStrategy tls,
      Duration connect,
      Duration all) {
    this.client = PinnedClient.to(pinned, tls, connect, all);
    this.host = HttpHost.create(address.uri());
    this.question = new HttpGet(address.uri());
    // Asks for the bytes as they are, and for nothing but HTTP/1.1.
    question.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    question.setConfig(PinnedClient.plain(all));
  }

  /** Either what came, or where it is said to be. */
  record Outcome<T>(@Nullable T result, @Nullable String location) {}

  /** Asks. What nobody wants to read is left on the wire, and the connection closed. */
  <T> Outcome<T> ask(Wanted wanted, Fetcher.Reading<T> reading) throws IOException {
    try (ClassicHttpResponse answer = client.executeOpen(host, question, null)) {
      String location = location(answer);
      return location == null
          ? new Outcome<>(reading.read(arriving(answer, wanted)), null)
          : new Outcome<>(null, location);
    }
  }

  private static @Nullable String location(ClassicHttpResponse answer) throws IOException {
    if (answer.getCode() == 200) {
      return null;
    }
    Header[] locations = answer.getHeaders(HttpHeaders.LOCATION);
    if (!REDIRECTS.contains(answer.getCode()) || locations.length != 1) {
      throw new FetchProblem(Cause.UNREACHABLE);
    }
    return locations[0].getValue();
  }

  private static Arriving arriving(ClassicHttpResponse answer, Wanted wanted) throws IOException {
    HttpEntity body = answer.getEntity();
    if (body == null
        || body.getContentType() == null
        || answer.containsHeader("Content-Encoding")) {
      throw new FetchProblem(Cause.TYPE);
    }
    String type = Wanted.plain(body.getContentType());
    if (!wanted.accepts(type)) {
      throw new FetchProblem(Cause.TYPE);
    }
    return new Arriving(type, body.getContentLength(), body.getContent());
  }

  @Override
  public void close() {
    question.cancel();
    client.close(CloseMode.IMMEDIATE);
  }
}
