package eu.gardefou.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * A client for one question to addresses that were found before: nothing is looked up, followed,
 * unpacked, remembered or tried again, and no proxy is asked.
 */
final class PinnedClient {
  private static final Http1Config SMALL_HEADERS =
      Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(8_192).build();

  private PinnedClient() {}

  static CloseableHttpClient to(
      InetAddress[] pinned, TlsSocketStrategy tls, Duration connect, Duration all) {
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
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setConnectionReuseStrategy((_, _, _) -> false)
        .setUserAgent("Gardefou")
        .disableAutomaticRetries()
        .disableAuthCaching()
        .disableContentCompression()
        .disableCookieManagement()
        .disableRedirectHandling()
        .build();
  }

  /** HTTP/1.1 and nothing else, and no password of ours. */
  static RequestConfig plain(Duration all) {
    return RequestConfig.custom()
        .setAuthenticationEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .setResponseTimeout(Timeout.of(all))
        .build();
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
}
