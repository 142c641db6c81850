package eu.gardefou.enforcement;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where statements of reasons are filed.
 *
 * @param url the Transparency Database, or its sandbox, without {@code /api}. Without one,
 *     statements wait until there is one
 * @param token as the database gave it
 * @param networks of the operator's own that may be reached, for rehearsals
 * @param time for one call, 30 seconds at most
 */
@ConfigurationProperties("gardefou.transparency-database")
record TransparencySettings(
    @Nullable URI url,
    @DefaultValue("") String token,
    @DefaultValue List<String> networks,
    @DefaultValue("30s") Duration time) {
  /** Refuses what would send the token in the clear, or none. */
  TransparencySettings {
    networks = List.copyOf(networks);
    token = token.strip();
    if (url != null) {
      WebhookSettings.checkAddress("gardefou.transparency-database.url", url, networks);
      if (!token.matches("[\\x21-\\x7e]+")) {
        throw new IllegalArgumentException(
            "gardefou.transparency-database.token is the token that the database gave you.");
      }
    }
    WebhookSettings.checkTime("gardefou.transparency-database.time", time);
  }

  @Override
  public String toString() {
    return "TransparencySettings[url=" + url + "]";
  }
}
