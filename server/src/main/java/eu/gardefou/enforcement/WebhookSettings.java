package eu.gardefou.enforcement;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the platform is told of actions.
 *
 * @param url https; http only to networks of the operator's own. Without one, actions wait until
 *     there is one
 * @param secret that both sides know, 32 characters or more
 * @param networks of the operator's own that may be reached, such as {@code 10.2.0.0/16}
 * @param time for one delivery, 30 seconds at most
 */
@ConfigurationProperties("gardefou.webhook")
record WebhookSettings(
    @Nullable URI url,
    @DefaultValue("") String secret,
    @DefaultValue List<String> networks,
    @DefaultValue("10s") Duration time) {
  /** Refuses what would send in the clear, or unsigned. */
  WebhookSettings {
    networks = List.copyOf(networks);
    if (url != null) {
      checkAddress("gardefou.webhook.url", url, networks);
      if (secret.length() < 32) {
        throw new IllegalArgumentException(
            "gardefou.webhook.secret has 32 characters or more: make it with `openssl rand -hex"
                + " 32`.");
      }
    }
    checkTime("gardefou.webhook.time", time);
  }

  /** Refuses a time in which nothing can be sent, or that holds a connection for too long. */
  static void checkTime(String name, Duration time) {
    if (!time.isPositive() || time.compareTo(Duration.ofSeconds(30)) > 0) {
      throw new IllegalArgumentException(name + " is above zero, and 30 seconds at most.");
    }
  }

  /** Refuses an address that secrets or reasons should not go to. */
  static void checkAddress(String name, URI url, List<String> networks) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    boolean safe = scheme.equals("https") || (scheme.equals("http") && !networks.isEmpty());
    if (!safe || url.getHost() == null || url.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          name + " is an https address without user; http is for networks of your own only.");
    }
  }

  @Override
  public String toString() {
    return "WebhookSettings[url=" + url + "]";
  }
}
