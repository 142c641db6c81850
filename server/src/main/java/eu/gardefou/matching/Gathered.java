package eu.gardefou.matching;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What near hashes and the very same file say together, each entry once. An entry that is found in
 * one way is a match, even when it is overruled in another. For one thread, and one use.
 */
final class Gathered {
  private static final Comparator<BankMatch> NEAREST_FIRST =
      Comparator.comparingInt(BankMatch::distance)
          .thenComparing(BankMatch::bank)
          .thenComparing(BankMatch::entry);

  /** They explain, and go on record with every decision: a popular look has thousands. */
  private static final int MOST_OVERRULED = 10;

  private final Map<Long, Match> found = new HashMap<>();
  private final Map<Long, Match> overruled = new HashMap<>();
  private final Map<Long, String> by = new HashMap<>();

  /** A match whose entry's identifier is not known yet. */
  private record Match(
      BankSettings bank, int distance, @Nullable Variant variant, boolean quarantined) {
    static Match of(Search.Found near) {
      return new Match(near.bank(), near.distance(), near.variant(), near.quarantined());
    }

    static Match of(Equality.Same same) {
      return new Match(same.bank(), 0, null, same.quarantined());
    }

    BankMatch named(@Nullable UUID entry) {
      if (entry == null) {
        throw new IllegalStateException("an entry is in memory and not on record");
      }
      return new BankMatch(bank.name(), bank.kind(), entry, distance, variant, quarantined);
    }
  }

  /** With the identifiers of the entries, nearest first. */
  record Named(List<BankMatch> matches, List<OverruledMatch> overruled) {}

  void near(Search.Result near) {
    near.found().forEach(one -> found.put(one.number(), Match.of(one)));
    for (Search.Overruled one : near.overruled()) {
      overrule(one.found().number(), Match.of(one.found()), one.by());
    }
  }

  void same(List<Equality.Same> same, List<Equality.Overruled> overruledSame) {
    same.forEach(one -> found.put(one.number(), Match.of(one)));
    for (Equality.Overruled one : overruledSame) {
      overrule(one.same().number(), Match.of(one.same()), one.by());
    }
  }

  private void overrule(long number, Match match, String bank) {
    overruled.put(number, match);
    by.put(number, bank);
  }

  Named named(EntryStore entries) {
    overruled.keySet().removeAll(found.keySet());
    Set<Long> numbers = new HashSet<>(found.keySet());
    numbers.addAll(overruled.keySet());
    Map<Long, UUID> ids = numbers.isEmpty() ? Map.of() : entries.ids(numbers);
    return new Named(
        found.entrySet().stream()
            .map(one -> one.getValue().named(ids.get(one.getKey())))
            .sorted(NEAREST_FIRST)
            .toList(),
        overruled.entrySet().stream()
            .map(one -> overruled(one.getKey(), one.getValue().named(ids.get(one.getKey()))))
            .sorted(Comparator.comparing(OverruledMatch::match, NEAREST_FIRST))
            .limit(MOST_OVERRULED)
            .toList());
  }

  private OverruledMatch overruled(long number, BankMatch match) {
    return new OverruledMatch(match, by.getOrDefault(number, ""));
  }
}
