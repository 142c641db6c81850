package eu.gardefou.console;

import eu.gardefou.exchanges.Api;
import eu.gardefou.exchanges.Exchange;
import eu.gardefou.exchanges.ExchangeStatus;
import eu.gardefou.exchanges.OpinionStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One exchange in words.
 *
 * @param source whom its list comes from
 * @param since since when and by whom it is paused; empty when it is not
 * @param heldBack what vanished all at once; empty when nothing did
 */
record ExchangeView(
    String name,
    String source,
    String bank,
    String shape,
    String state,
    boolean paused,
    String since,
    String lastSuccess,
    String lastError,
    String next,
    String entries,
    String skipped,
    String opinions,
    String heldBack) {

  static ExchangeView of(Exchange exchange, Api api, Words words) {
    ExchangeStatus status = exchange.status();
    Standing standing = Standing.of(exchange);
    return new ExchangeView(
        exchange.name(),
        api.title(),
        exchange.bank(),
        standing.shape,
        words.word("exchange.state", standing),
        standing == Standing.PAUSED,
        since(status, words),
        moment(status.lastSuccess(), "exchange.never", words),
        or(status.lastError(), "exchange.no-error", words),
        next(exchange, api, words),
        words.say("figure", status.items()),
        words.say("exchange.skipped.count", status.skipped(), or(status.lastSkipped(), "")),
        opinions(status.opinions(), words),
        status.heldBack() == 0 ? "" : words.say("exchange.held-back.count", status.heldBack()));
  }

  private static String since(ExchangeStatus status, Words words) {
    Instant at = status.pausedAt();
    return at == null
        ? ""
        : words.say("exchange.paused.since", words.momentUtc(at), or(status.pausedBy(), ""));
  }

  private static String next(Exchange exchange, Api api, Words words) {
    if (!api.fetched()) {
      return words.say("exchange.next.asked");
    }
    if (!exchange.enabled()) {
      return words.say("exchange.next.paused");
    }
    ExchangeStatus status = exchange.status();
    return status.runningSince() != null
        ? words.say("exchange.next.now")
        : moment(status.next(), "exchange.next.soon", words);
  }

  private static String opinions(OpinionStatus opinions, Words words) {
    return opinions.last() == null
        ? words.say("exchange.opinions.none")
        : words.say(
            "exchange.opinions.count", opinions.refused(), opinions.waiting(), opinions.last());
  }

  private static String moment(@Nullable Instant at, String key, Words words) {
    return at == null ? words.say(key) : words.momentUtc(at);
  }

  private static String or(@Nullable String text, String key, Words words) {
    return text == null ? words.say(key) : text;
  }

  private static String or(@Nullable String text, String other) {
    return text == null ? other : text;
  }

  /** How it stands with an exchange. */
  enum Standing {
    /** Its last cycle ended well. */
    WELL("on"),
    /** It did not. */
    FAILING("failing"),
    /** There was none yet. */
    NEW("review"),
    /** Somebody paused it. */
    PAUSED("off");

    private final String shape;

    Standing(String shape) {
      this.shape = shape;
    }

    static Standing of(Exchange exchange) {
      Boolean succeeded = exchange.status().succeeded();
      if (!exchange.enabled()) {
        return PAUSED;
      }
      if (succeeded == null) {
        return NEW;
      }
      return succeeded ? WELL : FAILING;
    }
  }
}
