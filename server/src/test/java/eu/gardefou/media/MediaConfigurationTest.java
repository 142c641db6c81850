package eu.gardefou.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Operators set the limits by properties; without any, the defaults hold. */
final class MediaConfigurationTest {
  @Test
  void usesTheDefaultLimits() {
    try (ConfigurableApplicationContext context = start()) {
      assertThat(context.getBean(Media.class))
          .hasToString("Media[up to 52,428,800 bytes, 67,108,864 pixels, 64 frames, PT10S]");
    }
  }

  @Test
  void takesTheLimitsThatAreSet() {
    try (ConfigurableApplicationContext context =
        start(
            "--gardefou.media.bytes=1000",
            "--gardefou.media.pixels=2000",
            "--gardefou.media.frames=3",
            "--gardefou.media.time=4s",
            "--gardefou.media.memory=100000",
            "--gardefou.media.wait=10ms")) {
      Media media = context.getBean(Media.class);

      assertThat(media).hasToString("Media[up to 1,000 bytes, 2,000 pixels, 3 frames, PT4S]");
      assertThat(Refusals.of(() -> media.decode(new byte[1001])))
          .isEqualTo(UnreadablePicture.Cause.TOO_MANY_BYTES);
    }
  }

  @Test
  void refusesLimitsThatNothingPasses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MediaLimits(0, 1, 1, Duration.ofSeconds(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MediaLimits(1, 1, 1, Duration.ofDays(1)));
  }

  private static ConfigurableApplicationContext start(String... arguments) {
    return new SpringApplicationBuilder(MediaConfiguration.class)
        .web(WebApplicationType.NONE)
        .run(arguments);
  }
}
