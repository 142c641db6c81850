package eu.gardefou.matching;

import java.time.Instant;
import java.util.List;

/** Which of the entries with the very same value are an answer. */
record Equality(Index index, LookUp wish, Instant now) {
  /** An entry with the very same value. */
  record Same(BankSettings bank, long number, boolean quarantined) {}

  /** Those that answer; when a suppress bank has the value too, nothing else does. */
  List<Same> of(List<ExactStore.Same> all) {
    boolean harmless = !wish.raw() && all.stream().anyMatch(this::isHarmless);
    return all.stream()
        .filter(one -> index.banks().containsKey(one.bank()))
        .filter(one -> answers(one, bank(one), harmless))
        .map(one -> new Same(bank(one), one.number(), one.aside().waits(bank(one).kind())))
        .toList();
  }

  private boolean isHarmless(ExactStore.Same one) {
    return index.banks().containsKey(one.bank())
        && bank(one).overrules(now)
        && !one.aside().rests(now)
        && !one.aside().quarantined();
  }

  private boolean answers(ExactStore.Same one, BankSettings bank, boolean harmless) {
    if (!wish.asks(bank)) {
      return false;
    }
    if (wish.raw()) {
      return true;
    }
    boolean suppress = bank.kind() == BankKind.SUPPRESS;
    return suppress == harmless
        && (!suppress || !wish.banks().isEmpty())
        && !bank.rests(now)
        && !one.aside().rests(now);
  }

  private BankSettings bank(ExactStore.Same one) {
    BankSettings bank = index.banks().get(one.bank());
    if (bank == null) {
      throw new IllegalStateException("the bank " + one.bank() + " is not open");
    }
    return bank;
  }
}
