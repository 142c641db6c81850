package eu.gardefou.console;

import eu.gardefou.matching.Bank;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One bank in words. */
record BankView(
    String name,
    String kind,
    String meaning,
    String purpose,
    String size,
    String rests,
    boolean closable) {
  static BankView of(Bank bank, Words words) {
    return new BankView(
        bank.name(),
        words.word("bank.kind", bank.kind()),
        words.word("bank.meaning", bank.kind()),
        bank.purpose(),
        words.say("bank.size", bank.active(), bank.withdrawn(), bank.radius()),
        rests(bank.settings().disabledUntil(), words),
        !bank.builtIn());
  }

  private static String rests(@Nullable Instant until, Words words) {
    if (until == null) {
      return "";
    }
    return until.equals(Instant.MAX)
        ? words.say("bank.rests.further-notice")
        : words.say("bank.rests.until", words.momentUtc(until));
  }
}
