package eu.gardefou.fetch;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How addresses that callers give are fetched.
 *
 * @param ports that are connected to
 * @param time for all of it, redirects included
 * @param connect for each connection
 * @param redirects that are followed
 * @param atOnce how many are fetched at the same time
 * @param allow networks of the operator's own that callers may reach, such as {@code 10.2.0.0/16}
 * @param refuse networks with public addresses that callers may not reach
 */
@ConfigurationProperties("gardefou.fetch")
record FetchSettings(
    @DefaultValue({"80", "443"}) Set<Integer> ports,
    @DefaultValue("20s") Duration time,
    @DefaultValue("5s") Duration connect,
    @DefaultValue("5") int redirects,
    @DefaultValue("32") int atOnce,
    @DefaultValue List<String> allow,
    @DefaultValue List<String> refuse) {
  /** Keeps its own copies, and refuses what cannot be meant. */
  FetchSettings {
    ports = Set.copyOf(ports);
    allow = List.copyOf(allow);
    refuse = List.copyOf(refuse);
    if (!time.isPositive() || !connect.isPositive() || redirects < 0 || atOnce < 1) {
      throw new IllegalArgumentException("gardefou.fetch: times and counts are above zero");
    }
  }
}
