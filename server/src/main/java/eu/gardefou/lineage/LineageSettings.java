package eu.gardefou.lineage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is remembered.
 *
 * @param keep how long a picture is known after it was last seen
 * @param most how many pictures; beyond that those are forgotten that were not seen for longest. In
 *     memory each takes 136 bytes and more
 */
@ConfigurationProperties("gardefou.lineage")
record LineageSettings(@DefaultValue("30d") Duration keep, @DefaultValue("1000000") int most) {
  LineageSettings {
    if (keep.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("gardefou.lineage.keep is a day or more.");
    }
    if (most < 1) {
      throw new IllegalArgumentException("gardefou.lineage.most is at least 1.");
    }
  }
}
