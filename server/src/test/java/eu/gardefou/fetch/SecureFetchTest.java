package eu.gardefou.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import eu.gardefou.fetch.FetchProblem.Cause;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SecureFetchTest {
  private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);
  private static final char[] WORD = "changeit".toCharArray();

  @TempDir private Path folder;

  @Test
  void theServerIsHeldToItsNameThoughTheAddressIsPinned() throws Exception {
    SSLContext context = contextFor("pictures.example");
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, PICTURE.length);
          exchange.getResponseBody().write(PICTURE);
          exchange.close();
        });
    server.start();
    int port = server.getAddress().getPort();
    try (Fetcher fetcher = fetcher(port, context, Duration.ofMinutes(5))) {
      assertThat(fetched(fetcher, "https://pictures.example:" + port + "/")).isEqualTo(PICTURE);
      assertThatExceptionOfType(FetchProblem.class)
          .isThrownBy(() -> fetched(fetcher, "https://another.example:" + port + "/"))
          .matches(problem -> problem.reason() == Cause.UNREACHABLE);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aHandshakeThatNeverEndsIsGivenUp() throws Exception {
    SSLContext context = SSLContext.getDefault();
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Fetcher fetcher = fetcher(silent.getLocalPort(), context, Duration.ofMillis(300))) {
      assertThatExceptionOfType(FetchProblem.class)
          .isThrownBy(
              () -> fetched(fetcher, "https://pictures.example:" + silent.getLocalPort() + "/"))
          .matches(problem -> problem.reason() == Cause.TOO_SLOW);
    }
  }

  private static Fetcher fetcher(int port, SSLContext context, Duration time) {
    var settings =
        new FetchSettings(Set.of(port), time, Duration.ofMinutes(5), 5, 32, List.of(), List.of());
    var lookups = new Lookups(_ -> new InetAddress[] {InetAddress.getLoopbackAddress()}, _ -> true);
    return new Fetcher(settings, lookups, new DefaultClientTlsStrategy(context));
  }

  private static byte[] fetched(Fetcher fetcher, String address) {
    return fetcher.fetch(address, Wanted.MEDIA, file -> file.bytes(1_000, _ -> {}));
  }

  /** A server that names itself so, and a client that trusts it. */
  private SSLContext contextFor(String name) throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "site",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-storetype",
                "PKCS12",
                "-validity",
                "2",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(WORD))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, WORD);
    }
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, WORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, WORD);
    trusted.setCertificateEntry("site", keys.getCertificate("site"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
