package eu.gardefou.fetch;

import eu.gardefou.fetch.FetchProblem.Cause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One question to one server at addresses that were found before: nothing is looked up, followed,
 * unpacked, remembered or tried again, and no proxy is asked. For one thread and one use; closing
 * is safe from another.
 */
final class Hop implements AutoCloseable {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Http1Config SMALL_HEADERS =
      Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(8_192).build();

  private final CloseableHttpClient client;
  private final HttpHost host;
  private final HttpGet question;

  Hop(
      Address address,
      InetAddress[] pinned,
      TlsSocketStrategy tls,
      Duration connect,
      Duration all) {
    Timeout patience = Timeout.of(connect);
    var connections =
        BasicHttpClientConnectionManager.create(
            null,
            new Pinned(pinned),
            RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build(),
            ManagedHttpClientConnectionFactory.builder().http1Config(SMALL_HEADERS).build());
    connections.setConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(patience)
            .setSocketTimeout(Timeout.of(all))
            .build());
    connections.setTlsConfig(TlsConfig.custom().setHandshakeTimeout(patience).build());
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setConnectionReuseStrategy((_, _, _) -> false)
            .setUserAgent("Gardefou")
            .disableAutomaticRetries()
            .disableAuthCaching()
            .disableContentCompression()
            .disableCookieManagement()
            .disableRedirectHandling()
            .build();
    this.host = HttpHost.create(address.uri());
    this.question = new HttpGet(address.uri());
    // Asks for the bytes as they are, and for nothing but HTTP/1.1.
    question.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    question.setConfig(
        RequestConfig.custom()
            .setAuthenticationEnabled(false)
            .setProtocolUpgradeEnabled(false)
            .setResponseTimeout(Timeout.of(all))
            .build());
  }

  /** The addresses that were checked, whatever the name would mean by now. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Pinned(InetAddress[] addresses) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) {
      return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
      throw new UnknownHostException("nobody asks for this");
    }
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
