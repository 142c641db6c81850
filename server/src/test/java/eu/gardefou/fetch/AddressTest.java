package eu.gardefou.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {
  private static final Set<Integer> PORTS = Set.of(80, 443, 8443);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "pictures.example",
        "//pictures.example/a",
        "http://",
        "http:///a",
        "http:a",
        "file:///etc/hosts",
        "ftp://pictures.example/a",
        "jar:http://pictures.example/a!/b",
        "data:image/png;base64,AAAA",
        "gopher://pictures.example/",
        "ws://pictures.example/",
        "http://user@pictures.example/",
        "http://user:word@pictures.example/",
        "http://@host/",
        "http://pictures.example:22/",
        "http://pictures.example:0/",
        "http://pictures.example:x/",
        "http://pictures.example:99999/",
        "http://pictures.example:-1/",
        "http://pic tures.example/",
        "http://pictures.example\\@inner/",
        "http://pictures_1/",
        "http://pictures.example./",
        "http://.example/",
        "http://pictures..example/",
        "http://b\u00fccher.example/",
        "http://\uff11\uff12\uff17.0.0.1/",
        "http://%31%32%37.0.0.1/",
        "http://2130706433/",
        "http://017700000001/",
        "http://0x7f000001/",
        "http://127.1/",
        "http://0177.0.0.1/",
        "http://0x7f.0.0.1/",
        "http://127.0.0.01/",
        "http://127.0.0.256/",
        "http://127.0.1/",
        "http://1.2.3.4.5/",
        "http://a.0x/",
        "http://host.7/",
        "http://[fe80::1%25eth0]/",
        "http://[fe80::1%eth0]/",
        "http://[v1.x]/",
        "http://[::1/",
        "http://::1/",
        "http://pictures.example\r\nX-A: b/",
        "http://pictures.example/\u0000"
      })
  void oddAddressesAreRefused(String text) {
    assertThatExceptionOfType(FetchProblem.class)
        .isThrownBy(() -> Address.of(text, PORTS))
        .matches(problem -> problem.reason() == FetchProblem.Cause.ADDRESS);
  }

  @Test
  void anAddressWithoutEndIsRefused() {
    assertThatExceptionOfType(FetchProblem.class)
        .isThrownBy(() -> Address.of("http://pictures.example/" + "a".repeat(2_048), PORTS));
  }

  @ParameterizedTest
  @CsvSource({
    "http://Pictures.Example, http://pictures.example:80/, pictures.example",
    "HTTPS://pictures.example/a%20b?c=d&e#f, https://pictures.example:443/a%20b?c=d&e, pictures.example",
    "https://a-1.example:8443/x, https://a-1.example:8443/x, a-1.example",
    "http://192.0.2.1/, http://192.0.2.1:80/, 192.0.2.1",
    "http://[2001:DB8::1]/, http://[2001:db8::1]:80/, [2001:db8::1]",
    "http://7up.example/, http://7up.example:80/, 7up.example",
    "http://inner/, http://inner:80/, inner"
  })
  void plainAddressesAreRead(String text, String uri, String host) {
    Address address = Address.of(text, PORTS);

    assertThat(address.uri()).hasToString(uri);
    assertThat(address.host()).isEqualTo(host);
  }
}
