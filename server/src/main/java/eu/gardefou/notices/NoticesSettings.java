package eu.gardefou.notices;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are worked on.
 *
 * @param keyFile 64 hexadecimal digits that several nodes share; empty for the key of this
 *     installation
 * @param claim how long somebody has a case for themselves
 */
@ConfigurationProperties("gardefou.notices")
record NoticesSettings(@DefaultValue("") String keyFile, @DefaultValue("30m") Duration claim) {
  NoticesSettings {
    if (claim.compareTo(Duration.ofMinutes(1)) < 0 || claim.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("gardefou.notices.claim is a minute to a day.");
    }
  }
}
