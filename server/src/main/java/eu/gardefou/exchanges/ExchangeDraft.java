package eu.gardefou.exchanges;

import eu.gardefou.exchanges.ExchangeProblem.Cause;
import java.time.Duration;
import java.util.Map;

/**
 * An exchange that is to be made.
 *
 * @param name letters, digits, {@code _} and {@code -}, up to 64
 * @param bank where its entries go; it has to be there
 * @param settings as the interface's form asks; numbers of a set with commas between them
 * @param every how often it is fetched, a minute to 31 days
 */
public record ExchangeDraft(
    String name, String api, String bank, Map<String, String> settings, Duration every) {
  /** Often enough that a withdrawal is honoured within the hour. */
  public static final Duration USUAL = Duration.ofMinutes(15);

  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final Duration MOST = Duration.ofDays(31);

  /**
   * Keeps its own copy.
   *
   * @throws ExchangeProblem when the name or the interval is not in order
   */
  public ExchangeDraft {
    settings = Map.copyOf(settings);
    if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_-]{0,63}")) {
      throw new ExchangeProblem(
          Cause.INVALID,
          "An exchange's name has 1 to 64 letters, digits, _ and -, and does not begin with -.");
    }
    if (every.compareTo(LEAST) < 0 || every.compareTo(MOST) > 0) {
      throw new ExchangeProblem(Cause.INVALID, "An exchange is fetched every minute to 31 days.");
    }
  }
}
