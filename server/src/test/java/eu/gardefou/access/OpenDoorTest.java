package eu.gardefou.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

final class OpenDoorTest {
  private final OpenDoor open = OpenDoor.of(Opening.ALL, "127.0.0.1", "none");

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, localhost",
    "127.0.0.1, localhost:8080",
    "127.0.0.1, 127.0.0.1:8080",
    "0:0:0:0:0:0:0:1, [::1]:8080",
    "::1, [::1]"
  })
  void programsOfThisMachineNeedNoKey(String from, String host) {
    assertThat(open.key(request(from, host)).orElseThrow().scopes())
        .containsExactlyInAnyOrder(Scope.MATCH, Scope.CURATE);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, localhost", "10.0.0.1, 127.0.0.1", "2001:db8::1, [::1]",
    "127.0.0.1, rebound.example", "127.0.0.1, rebound.example:8080", "127.0.0.1, localhost.example",
    "127.0.0.1, 127.0.0.1.example", "127.0.0.1, 127.example"
  })
  void everybodyElseNeedsOne(String from, String host) {
    assertThat(open.key(request(from, host))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Origin", "Referer", "Sec-Fetch-Site", "Forwarded", "X-Forwarded-For", "Cookie"})
  void aPageOrAProxyOnThisMachineNeedsOne(String sign) {
    MockHttpServletRequest request = request("127.0.0.1", "localhost");
    request.addHeader(sign, "null");
    assertThat(open.key(request)).isEmpty();
  }

  @Test
  void aProxyThatNobodySetUpNeedsOne() {
    MockHttpServletRequest request = request("127.0.0.1", "127.0.0.1:8080");
    request.setProtocol("HTTP/1.0");
    assertThat(open.key(request)).isEmpty();
  }

  @Test
  void banksAreChangedOnlyWhereThatIsWishedForBesides() {
    OpenDoor lookUps = OpenDoor.of(Opening.of("true"), "127.0.0.1", "none");
    assertThat(lookUps.key(request("127.0.0.1", "localhost")).orElseThrow().scopes())
        .containsExactly(Scope.MATCH);
    assertThat(Opening.of("all")).isEqualTo(Opening.ALL);
    assertThatExceptionOfType(OpenDoorProblem.class).isThrownBy(() -> Opening.of("everything"));
  }

  @Test
  void withoutTheWishNobodyIsLetIn() {
    OpenDoor shut = OpenDoor.of(Opening.NONE, "0.0.0.0", "native");
    assertThat(shut.key(request("127.0.0.1", "localhost"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0, none", "'', none", "192.0.2.7, none", "127.0.0.1, native"})
  void itDoesNotOpenToOtherMachines(String address, String forwarded) {
    assertThatExceptionOfType(OpenDoorProblem.class)
        .isThrownBy(() -> OpenDoor.of(Opening.LOOK_UPS, address, forwarded))
        .withMessageContaining("--hma-open needs");
  }

  private static MockHttpServletRequest request(String from, String host) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/m/lookup");
    request.setRemoteAddr(from);
    request.addHeader("Host", host);
    return request;
  }
}
