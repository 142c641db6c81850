package eu.gardefou.fetch;

import static eu.gardefou.fetch.Surroundings.INNER;
import static eu.gardefou.fetch.Surroundings.PICTURE;
import static eu.gardefou.fetch.Surroundings.fetched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.gardefou.fetch.FetchProblem.Cause;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class FetcherTest {
  private final Surroundings net = new Surroundings();

  @AfterEach
  void close() {
    net.close();
  }

  @Test
  void whatIsThereIsFetched() {
    assertThat(net.fetched("/picture?a=b")).isEqualTo(PICTURE);
    assertThat(net.site.asked).containsExactly("/picture?a=b");
    assertThat(fetched(net.fetcher, net.at("127.0.0.1", "/picture"), 1_000)).isEqualTo(PICTURE);
  }

  @Test
  void theQuestionTellsNothingOfUs() {
    net.site.on(
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
    assertThat(net.fetched("/plain")).isEqualTo(PICTURE);
  }

  @Test
  void anInnerAddressIsRefusedInWhateverWayItIsNamed() {
    net.refusedAt(Cause.UNREACHABLE, net.at("inner.example", "/picture"));
    net.refusedAt(Cause.UNREACHABLE, net.at(INNER, "/picture"));
    net.refusedAt(Cause.UNREACHABLE, net.at("mixed.example", "/picture"));
    assertThat(net.site.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsFollowedAndItsTargetCheckedAnew(int status) {
    net.site
        .redirect("/moved", status, "/picture")
        .redirect("/in", status, net.at(INNER, "/picture"));
    net.site.redirect("/in-by-name", status, net.at("inner.example", "/picture"));

    assertThat(net.fetched("/moved")).isEqualTo(PICTURE);
    net.refused(Cause.UNREACHABLE, "/in");
    net.refused(Cause.UNREACHABLE, "/in-by-name");
    assertThat(net.site.asked).containsExactly("/moved", "/picture", "/in", "/in-by-name");
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
    net.site.redirect("/odd", 302, location.isEmpty() ? "http:///" : location);
    net.refused(cause, "/odd");
  }

  @Test
  void aNameIsResolvedOnceAndTheCheckedAddressIsUsed() {
    net.names.put("rebinding.example", List.of("127.0.0.1"));
    net.site.on(
        "/rebinding",
        exchange -> {
          net.names.put("rebinding.example", List.of(INNER));
          exchange.getResponseHeaders().set("Location", net.at("rebinding.example", "/picture"));
          exchange.sendResponseHeaders(302, -1);
        });

    assertThat(fetched(net.fetcher, net.at("rebinding.example", "/picture"), 1_000))
        .isEqualTo(PICTURE);
    assertThat(net.lookups).hasValue(1);

    net.refusedAt(Cause.UNREACHABLE, net.at("rebinding.example", "/rebinding"));
    assertThat(net.site.asked).containsExactly("/picture", "/rebinding");
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
    net.site.redirect("/round", 302, "/round");
    net.refused(Cause.REDIRECTS, "/round");
    assertThat(net.site.asked).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 304, 400, 401, 403, 404, 500, 503})
  void whatIsNotThereSoundsLikeWhatIsShut(int status) {
    net.site.on("/none", exchange -> exchange.sendResponseHeaders(status, -1));
    net.refused(Cause.UNREACHABLE, "/none");
    net.refusedAt(Cause.UNREACHABLE, net.at("nobody.example", "/"));
    assertThat(new FetchProblem(Cause.UNREACHABLE).sentence())
        .isEqualTo("Nothing could be fetched from this address.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/html", "application/json", "image/svg+xml", "application/octet-stream"})
  void whatIsNoMediaIsRefused(String type) {
    net.site.file("/page", type, PICTURE);
    net.refused(Cause.TYPE, "/page");
  }

  @Test
  void anUntypedFileIsTakenFromWhoeverKnowsWhatItIs() {
    net.site.file("/store", "application/octet-stream", PICTURE);
    String address = net.at("pictures.example", "/store");

    assertThat(net.fetcher.<byte[]>fetch(address, Wanted.PHOTO, file -> file.bytes(1_000, _ -> {})))
        .isEqualTo(PICTURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "identity, gzip"})
  void aPackedAnswerIsRefused(String coding) {
    net.site.on(
        "/packed",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", coding);
          exchange.getResponseHeaders().set("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, PICTURE.length);
          exchange.getResponseBody().write(PICTURE);
        });
    net.refused(Cause.TYPE, "/packed");
  }
}
