package eu.gardefou.console;

import eu.gardefou.matching.BankEntry;
import eu.gardefou.matching.EntryState;
import eu.gardefou.matching.Origin;
import eu.gardefou.matching.Signal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a bank in words.
 *
 * @param standing {@code acting}, {@code resting}, {@code quarantined} or {@code withdrawn}
 * @param since what there is to say about its state
 */
record EntryLine(
    String id,
    String bank,
    String hash,
    List<Signal> signals,
    String quality,
    boolean active,
    String standing,
    String shape,
    String state,
    String since,
    String source,
    String note,
    String origin,
    String found,
    String at,
    String when,
    String by) {

  static EntryLine of(BankEntry entry, Words words) {
    Integer quality = entry.quality();
    Standing standing = Standing.of(entry.state(), words);
    return new EntryLine(
        entry.id().toString(),
        entry.bank(),
        entry.mainSignal().value(),
        entry.signals(),
        quality == null ? "" : words.say("signal.quality", quality),
        entry.isActive(),
        standing.word(),
        standing.shape(),
        words.word("bank.standing", standing.word()),
        standing.since(),
        entry.source(),
        entry.note(),
        origin(entry.origin(), words),
        found(entry, words),
        entry.addedAt().toString(),
        words.momentUtc(entry.addedAt()),
        entry.addedBy());
  }

  private static String origin(@Nullable Origin origin, Words words) {
    return origin == null ? "" : words.say("entry.origin", origin.exchange(), origin.key());
  }

  private static String found(BankEntry entry, Words words) {
    Instant last = entry.sightings().last();
    return last == null
        ? words.say("entry.found.never")
        : words.say("entry.found", entry.sightings().hits(), words.momentUtc(last));
  }

  /** How it stands with an entry. */
  private record Standing(String word, String shape, String since) {
    static Standing of(EntryState state, Words words) {
      return switch (state) {
        case EntryState.Acting _ -> new Standing("acting", "on", "");
        case EntryState.Resting resting -> new Standing("resting", "review", until(resting, words));
        case EntryState.Quarantined quarantined ->
            new Standing(
                "quarantined",
                "failing",
                words.say("entry.quarantined.since", words.momentUtc(quarantined.since())));
        case EntryState.Withdrawn withdrawn ->
            new Standing(
                "withdrawn",
                "off",
                words.say("bank.withdrawn.when", words.momentUtc(withdrawn.at()), withdrawn.by()));
      };
    }

    private static String until(EntryState.Resting resting, Words words) {
      return resting.until().equals(Instant.MAX)
          ? words.say("bank.rests.further-notice")
          : words.say("bank.rests.until", words.momentUtc(resting.until()));
    }
  }
}
