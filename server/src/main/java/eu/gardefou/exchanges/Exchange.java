package eu.gardefou.exchanges;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A source whose entries go into a bank.
 *
 * @param api its interface, such as {@code ncmec}
 * @param settings without any credential
 * @param enabled whether it is fetched; when it is not, what is known stays in force
 * @param status how far it is
 */
public record Exchange(
    String name,
    String api,
    String bank,
    Map<String, String> settings,
    boolean enabled,
    Duration every,
    Instant madeAt,
    String madeBy,
    ExchangeStatus status) {
  /** Keeps its own copy. */
  public Exchange {
    settings = Map.copyOf(settings);
  }

  /** The same, whose bank is called so now, and of which so much was counted. */
  Exchange shown(String bank, Tally tally) {
    return new Exchange(
        name, api, bank, settings, enabled, every, madeAt, madeBy, status.counted(tally));
  }
}
