package eu.gardefou.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** A policy's version says exactly which text decided. */
class PolicyVersionTest {
  private static final String TEXT = SmallPolicy.floor(SmallPolicy.rule("r", "true", "refuse"));

  @Test
  void theVersionIsTheTextsSha256() throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(TEXT.getBytes(StandardCharsets.UTF_8));

    assertThat(version(TEXT)).isEqualTo(HexFormat.of().formatHex(digest));
  }

  @Test
  void lineEndingsAndAByteOrderMarkDoNotChangeIt() {
    assertThat(version(TEXT.replace("\n", "\r\n"))).isEqualTo(version(TEXT));
    assertThat(version(TEXT.replace('\n', '\r'))).isEqualTo(version(TEXT));
    assertThat(version("\uFEFF" + TEXT)).isEqualTo(version(TEXT));
  }

  @Test
  void everyOtherChangeDoes() {
    assertThat(version(TEXT + "# a note\n")).isNotEqualTo(version(TEXT));
    assertThat(version(TEXT.replace("refuse", "review"))).isNotEqualTo(version(TEXT));
  }

  private static String version(String text) {
    return Policies.load(text, "p").version();
  }
}
