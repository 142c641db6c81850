package eu.gardefou.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the entries with the very same value are an answer. */
record Equality(Index index, LookUp wish, Instant now) {
  /** An entry with the very same value. */
  record Same(BankSettings bank, long number, boolean quarantined) {}

  /** An entry that is no answer, for a suppress bank's sake. */
  record Overruled(Same same, String by) {}

  /** Those that answer; when a suppress bank has the value too, nothing else does. */
  List<Same> of(List<ExactStore.Same> all) {
    boolean harmless = harmless(all).isPresent();
    return open(all)
        .filter(one -> answers(one) && (wish.raw() || isSuppress(one) == harmless))
        .map(this::same)
        .toList();
  }

  /** Those that would answer, were there no suppress bank that has the value too. */
  List<Overruled> overruled(List<ExactStore.Same> all) {
    Optional<String> by = wish.raw() ? Optional.empty() : harmless(all);
    return by.isEmpty()
        ? List.of()
        : open(all)
            .filter(one -> !isSuppress(one) && answers(one))
            .map(one -> new Overruled(same(one), by.get()))
            .toList();
  }

  private Stream<ExactStore.Same> open(List<ExactStore.Same> all) {
    return all.stream().filter(one -> index.banks().containsKey(one.bank()));
  }

  private Optional<String> harmless(List<ExactStore.Same> all) {
    return open(all)
        .filter(one -> bank(one).overrules(now))
        .filter(one -> !one.aside().rests(now) && !one.aside().quarantined())
        .map(one -> bank(one).name())
        .findFirst();
  }

  private boolean answers(ExactStore.Same one) {
    BankSettings bank = bank(one);
    if (!wish.asks(bank)) {
      return false;
    }
    boolean said = !isSuppress(one) || !wish.banks().isEmpty();
    return wish.raw() || (said && !bank.rests(now) && !one.aside().rests(now));
  }

  private boolean isSuppress(ExactStore.Same one) {
    return bank(one).kind() == BankKind.SUPPRESS;
  }

  private Same same(ExactStore.Same one) {
    return new Same(bank(one), one.number(), one.aside().waits(bank(one).kind()));
  }

  private BankSettings bank(ExactStore.Same one) {
    BankSettings bank = index.banks().get(one.bank());
    if (bank == null) {
      throw new IllegalStateException("the bank " + one.bank() + " is not open");
    }
    return bank;
  }
}
