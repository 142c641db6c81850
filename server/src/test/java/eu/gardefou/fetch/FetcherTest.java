package eu.gardefou.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.gardefou.fetch.FetchProblem.Cause;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class FetcherTest {
  private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);
  private static final Duration LONG = Duration.ofMinutes(5);

  /** To tests, all of loopback is the public Internet but for this address. */
  private static final String INNER = "127.9.9.9";

  private final Map<String, List<String>> names = new ConcurrentHashMap<>();
  private final AtomicInteger lookups = new AtomicInteger();
  private final Site site = new Site();
  private final Fetcher fetcher = fetcher(LONG, 32);

  FetcherTest() {
    names.put("pictures.example", List.of("127.0.0.1"));
    names.put("inner.example", List.of(INNER));
    names.put("mixed.example", List.of("127.0.0.1", INNER));
    site.file("/picture", "image/png", PICTURE);
  }

  @AfterEach
  void close() {
    fetcher.close();
    site.close();
  }

  private Fetcher fetcher(Duration time, int atOnce) {
    var settings =
        new FetchSettings(Set.of(site.port()), time, LONG, 5, atOnce, List.of(), List.of());
    return new Fetcher(
        settings,
        new Lookups(this::resolve, address -> !address.getHostAddress().equals(INNER)),
        DefaultClientTlsStrategy.createDefault());
  }

  private InetAddress[] resolve(String host) throws UnknownHostException {
    lookups.incrementAndGet();
    List<String> numbers = names.getOrDefault(host, host.matches("[0-9.]+") ? List.of(host) : null);
    if (numbers == null) {
      throw new UnknownHostException(host);
    }
    InetAddress[] addresses = new InetAddress[numbers.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = InetAddress.getByName(numbers.get(i));
    }
    return addresses;
  }

  private String at(String host, String path) {
    return "http://" + host + ":" + site.port() + path;
  }

  private byte[] fetched(String path) {
    return fetched(fetcher, at("pictures.example", path), 1_000);
  }

  private static byte[] fetched(Fetcher fetcher, String address, long most) {
    return fetcher.fetch(address, Wanted.MEDIA, file -> file.bytes(most, _ -> {}));
  }

  private void refused(Cause cause, String path) {
    refusedAt(cause, at("pictures.example", path));
  }

  private void refusedAt(Cause cause, String address) {
    assertThatExceptionOfType(FetchProblem.class)
        .isThrownBy(() -> fetched(fetcher, address, 1_000))
        .matches(problem -> problem.reason() == cause, cause.toString());
  }

  @Test
  void whatIsThereIsFetched() {
    assertThat(fetched("/picture?a=b")).isEqualTo(PICTURE);
    assertThat(site.asked).containsExactly("/picture?a=b");
    assertThat(fetched(fetcher, at("127.0.0.1", "/picture"), 1_000)).isEqualTo(PICTURE);
  }

  @Test
  void theQuestionTellsNothingOfUs() {
    site.on(
        "/plain",
        exchange -> {
          assertThat(exchange.getRequestHeaders().keySet())
              .containsExactlyInAnyOrder("Host", "User-agent", "Accept-encoding", "Connection");
          assertThat(exchange.getRequestHeaders().getFirst("Accept-encoding"))
              .isEqualTo("identity");
          assertThat(exchange.getRequestHeaders().getFirst("User-agent")).isEqualTo("Gardefou");
          exchange.getResponseHeaders().set("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, PICTURE.length);
          exchange.getResponseBody().write(PICTURE);
        });
    assertThat(fetched("/plain")).isEqualTo(PICTURE);
  }

  @Test
  void anInnerAddressIsRefusedInWhateverWayItIsNamed() {
    refusedAt(Cause.UNREACHABLE, at("inner.example", "/picture"));
    refusedAt(Cause.UNREACHABLE, at(INNER, "/picture"));
    refusedAt(Cause.UNREACHABLE, at("mixed.example", "/picture"));
    assertThat(site.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsFollowedAndItsTargetCheckedAnew(int status) {
    site.redirect("/moved", status, "/picture").redirect("/in", status, at(INNER, "/picture"));
    site.redirect("/in-by-name", status, at("inner.example", "/picture"));

    assertThat(fetched("/moved")).isEqualTo(PICTURE);
    refused(Cause.UNREACHABLE, "/in");
    refused(Cause.UNREACHABLE, "/in-by-name");
    assertThat(site.asked).containsExactly("/moved", "/picture", "/in", "/in-by-name");
  }

  @ParameterizedTest
  @CsvSource({
    "file:///etc/hosts, ADDRESS",
    "//user@pictures.example/, ADDRESS",
    "http://pictures.example:22/, ADDRESS",
    "http://0x7f.1/, ADDRESS",
    "'', ADDRESS",
    "'a b', UNREACHABLE"
  })
  void aRedirectToAnOddAddressIsRefused(String location, Cause cause) {
    site.redirect("/odd", 302, location.isEmpty() ? "http:///" : location);
    refused(cause, "/odd");
  }

  @Test
  void aNameIsResolvedOnceAndTheCheckedAddressIsUsed() {
    names.put("rebinding.example", List.of("127.0.0.1"));
    site.on(
        "/rebinding",
        exchange -> {
          names.put("rebinding.example", List.of(INNER));
          exchange.getResponseHeaders().set("Location", at("rebinding.example", "/picture"));
          exchange.sendResponseHeaders(302, -1);
        });

    assertThat(fetched(fetcher, at("rebinding.example", "/picture"), 1_000)).isEqualTo(PICTURE);
    assertThat(lookups).hasValue(1);

    refusedAt(Cause.UNREACHABLE, at("rebinding.example", "/rebinding"));
    assertThat(site.asked).containsExactly("/picture", "/rebinding");
  }

  @Test
  void aSecureAddressDoesNotLeadToAnInsecureOne() {
    Address secure = Address.of("https://pictures.example/", Set.of(80, 443));

    assertThatExceptionOfType(FetchProblem.class)
        .isThrownBy(() -> secure.redirected("http://pictures.example/", Set.of(80, 443)));
    assertThat(secure.redirected("/other", Set.of(80, 443)).uri())
        .hasToString("https://pictures.example:443/other");
  }

  @Test
  void redirectsComeToAnEnd() {
    site.redirect("/round", 302, "/round");
    refused(Cause.REDIRECTS, "/round");
    assertThat(site.asked).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 304, 400, 401, 403, 404, 500, 503})
  void whatIsNotThereSoundsLikeWhatIsShut(int status) {
    site.on("/none", exchange -> exchange.sendResponseHeaders(status, -1));
    refused(Cause.UNREACHABLE, "/none");
    refusedAt(Cause.UNREACHABLE, at("nobody.example", "/"));
    assertThat(new FetchProblem(Cause.UNREACHABLE).sentence())
        .isEqualTo("Nothing could be fetched from this address.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/html", "application/json", "image/svg+xml", "application/octet-stream"})
  void whatIsNoMediaIsRefused(String type) {
    site.file("/page", type, PICTURE);
    refused(Cause.TYPE, "/page");
  }

  @Test
  void anUntypedFileIsTakenFromWhoeverKnowsWhatItIs() {
    site.file("/store", "application/octet-stream", PICTURE);
    String address = at("pictures.example", "/store");

    assertThat(fetcher.<byte[]>fetch(address, Wanted.PHOTO, file -> file.bytes(1_000, _ -> {})))
        .isEqualTo(PICTURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "identity, gzip"})
  void aPackedAnswerIsRefused(String coding) {
    site.on(
        "/packed",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", coding);
          exchange.getResponseHeaders().set("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, PICTURE.length);
          exchange.getResponseBody().write(PICTURE);
        });
    refused(Cause.TYPE, "/packed");
  }

  @Test
  void aBodyWithoutEndIsCutAndCounted() {
    site.on(
        "/endless",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "video/mp4");
          exchange.sendResponseHeaders(200, 0);
          byte[] block = new byte[1 << 16];
          for (int i = 0; i < 10_000; i++) {
            exchange.getResponseBody().write(block);
          }
        });
    AtomicInteger taken = new AtomicInteger();

    assertThatExceptionOfType(FetchProblem.class)
        .isThrownBy(() ->
            fetcher.fetch(
                at("pictures.example", "/endless"),
                Wanted.MEDIA,
                file -> file.bytes(1 << 20, bytes -> taken.addAndGet((int) bytes))))
        .matches(problem -> problem.reason() == Cause.TOO_LARGE);
    assertThat(taken.get()).isLessThanOrEqualTo(1 << 20);
  }

  @Test
  void aBodyThatIsDeclaredTooLongIsNotRead() {
    site.file("/long", "image/png", new byte[2_000]);
    refused(Cause.TOO_LARGE, "/long");
  }

  @Test
  void aBodyThatEndsEarlyIsNone() {
    site.on(
        "/half",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write(PICTURE);
        });
    refused(Cause.UNREACHABLE, "/half");
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    site.on("/silent", _ -> awaited(over));
    site.on(
        "/trickle",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          awaited(over);
        });
    try (Fetcher hasty = fetcher(Duration.ofMillis(300), 32)) {
      for (String path : List.of("/silent", "/trickle")) {
        assertThatExceptionOfType(FetchProblem.class)
            .isThrownBy(() -> fetched(hasty, at("pictures.example", path), 1_000))
            .matches(problem -> problem.reason() == Cause.TOO_SLOW);
      }
    } finally {
      over.countDown();
    }
  }

  @Test
  void aResolverThatNeverAnswersIsGivenUp() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    var never =
        new Lookups(
            host -> {
              awaited(over);
              throw new UnknownHostException(host);
            },
            _ -> true);

    assertThatExceptionOfType(FetchProblem.class)
        .isThrownBy(() -> never.allowed("slow.example", Duration.ofMillis(50)))
        .matches(problem -> problem.reason() == Cause.TOO_SLOW);
    over.countDown();
  }

  @Test
  void onlySoManyAreFetchedAtOnce() {
    try (Fetcher single = fetcher(LONG, 1)) {
      byte[] outer =
          single.fetch(
              at("pictures.example", "/picture"),
              Wanted.MEDIA,
              file -> {
                assertThatExceptionOfType(FetchProblem.class)
                    .isThrownBy(() -> fetched(single, at("pictures.example", "/picture"), 1_000))
                    .matches(problem -> problem.reason() == Cause.BUSY);
                return file.bytes(1_000, _ -> {});
              });
      assertThat(outer).isEqualTo(PICTURE);
      assertThat(fetched(single, at("pictures.example", "/picture"), 1_000)).isEqualTo(PICTURE);
    }
  }

  @Test
  void whatTheReaderThrowsIsHeard() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            fetcher.fetch(
                at("pictures.example", "/picture"),
                Wanted.MEDIA,
                _ -> {
                  throw new IllegalStateException("no room");
                }))
        .withMessage("no room");
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
