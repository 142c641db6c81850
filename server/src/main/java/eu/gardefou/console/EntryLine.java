package eu.gardefou.console;

import eu.gardefou.matching.BankEntry;
import eu.gardefou.matching.EntryState;

/** One entry of a bank in words. */
record EntryLine(
    String id,
    String hash,
    String quality,
    boolean active,
    String shape,
    String state,
    String ended,
    String source,
    String note,
    String at,
    String when,
    String by) {

  static EntryLine of(BankEntry entry, Words words) {
    Integer quality = entry.quality();
    return new EntryLine(
        entry.id().toString(),
        entry.mainSignal().value(),
        quality == null ? "" : words.say("signal.quality", quality),
        entry.isActive(),
        entry.isActive() ? "on" : "off",
        entry.isActive() ? words.say("bank.active") : words.say("bank.withdrawn"),
        ended(entry, words),
        entry.source(),
        entry.note(),
        entry.addedAt().toString(),
        words.momentUtc(entry.addedAt()),
        entry.addedBy());
  }

  private static String ended(BankEntry entry, Words words) {
    return entry.state() instanceof EntryState.Withdrawn withdrawn
        ? words.say("bank.withdrawn.when", words.momentUtc(withdrawn.at()), withdrawn.by())
        : "";
  }
}
