package eu.gardefou.wire;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How bodies of requests are read.
 *
 * @param memory that all bodies may take together, each byte counted several times since it is held
 *     in several forms; one key may take half. A quarter of the heap unless it says otherwise
 * @param patience how long any body may take to arrive
 * @param rate bytes a second; each byte that is here buys time for the next ones
 */
@ConfigurationProperties("gardefou.bodies")
record WireSettings(
    @Nullable DataSize memory,
    @DefaultValue("60s") Duration patience,
    @DefaultValue("64KB") DataSize rate) {
  long memoryBytes() {
    return memory == null ? Runtime.getRuntime().maxMemory() / 4 : memory.toBytes();
  }
}
