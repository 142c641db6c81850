package eu.gardefou.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What an operator may configure, and what is told to be wrong at the start. */
final class UpstreamSettingsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "demo"})
  void theDemoIsTheDefault(String url) {
    assertThat(settings(url).isDemo()).isTrue();
  }

  @Test
  void theAddressEndsWithoutASlash() {
    assertThat(settings("https://example.org/v1//").base()).hasToString("https://example.org/v1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "ftp://example.org",
        "file:///v1",
        "https://user:word@example.org/v1",
        "https://example.org/v1?key=1",
        "https://example.org/v1#a",
        "https:///v1"
      })
  void anythingElseIsNoAddress(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(url).base());
  }

  @Test
  void theKeyCannotBePrinted() {
    assertThat(settings("https://example.org/v1").toString())
        .isEqualTo("UpstreamSettings[example.org]");
  }

  @Test
  void modelsHaveTheOperatorsNames() {
    Models models = Models.of("gpt-image-1.5, house=our/deployment-2");
    assertThat(models.find(null)).isEqualTo(new Model("gpt-image-1.5", "gpt-image-1.5"));
    assertThat(models.find("house")).isEqualTo(new Model("house", "our/deployment-2"));
    assertThat(models.find("our/deployment-2")).isNull();
    assertThat(models.forVariations().upstreamName()).isEqualTo("gpt-image-1.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a,,b", "a,a", "a=", "=a", "a=b=c", "a b"})
  void aListOfModelsThatIsNotProperIsRefused(String list) {
    assertThatIllegalArgumentException().isThrownBy(() -> Models.of(list));
  }

  private static UpstreamSettings settings(String url) {
    return new UpstreamSettings(
        url,
        "upstream-secret",
        "gpt-image-1",
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        DataSize.ofMegabytes(1),
        null,
        1);
  }
}
