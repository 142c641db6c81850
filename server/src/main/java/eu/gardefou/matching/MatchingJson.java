package eu.gardefou.matching;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.gardefou.hashing.PdqHash;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the banks' API writes: snake case, hashes as hexadecimal digits. */
final class MatchingJson {
  private MatchingJson() {}

  record Banks(List<BankJson> banks) {
    static Banks of(List<Bank> banks) {
      return new Banks(banks.stream().map(BankJson::of).toList());
    }
  }

  record BankJson(
      String name,
      String kind,
      String purpose,
      int radius,
      String source,
      @JsonProperty("legal_ground") String legalGround,
      double share,
      @JsonProperty("disabled_until") @Nullable String disabledUntil,
      String note,
      String version,
      long active,
      long withdrawn) {

    static BankJson of(Bank bank) {
      BankSettings settings = bank.settings();
      return new BankJson(
          settings.name(),
          settings.kind().word(),
          settings.purpose(),
          settings.radius(),
          settings.source(),
          settings.legalGround(),
          settings.share(),
          until(settings.disabledUntil()),
          settings.note(),
          bank.version(),
          bank.active(),
          bank.withdrawn());
    }
  }

  /** Quarantine and rest are told in {@code state}, as one of four words. */
  record Entry(
      UUID id,
      long number,
      String bank,
      @Nullable String pdq,
      List<SignalJson> signals,
      @Nullable Integer quality,
      String source,
      String note,
      @JsonProperty("added_at") Instant addedAt,
      @JsonProperty("added_by") String addedBy,
      @JsonProperty("first_seen") @Nullable Instant firstSeen,
      boolean active,
      String state,
      @JsonProperty("rests_until") @Nullable String restsUntil,
      @JsonProperty("withdrawn_at") @Nullable Instant withdrawnAt,
      @JsonProperty("withdrawn_by") @Nullable String withdrawnBy,
      long hits,
      @JsonProperty("last_hit") @Nullable Instant lastHit,
      @Nullable Origin origin) {

    static Entry of(BankEntry entry) {
      Signal main = entry.mainSignal();
      EntryState state = entry.state();
      return new Entry(
          entry.id(),
          entry.number(),
          entry.bank(),
          main.isPdq() ? main.value() : null,
          entry.signals().stream().map(SignalJson::of).toList(),
          entry.quality(),
          entry.source(),
          entry.note(),
          entry.addedAt(),
          entry.addedBy(),
          entry.firstSeen(),
          entry.isActive(),
          word(state),
          state instanceof EntryState.Resting resting ? until(resting.until()) : null,
          state instanceof EntryState.Withdrawn withdrawn ? withdrawn.at() : null,
          state instanceof EntryState.Withdrawn withdrawn ? withdrawn.by() : null,
          entry.sightings().hits(),
          entry.sightings().last(),
          entry.origin());
    }

    private static String word(EntryState state) {
      return switch (state) {
        case EntryState.Acting _ -> "acting";
        case EntryState.Resting _ -> "resting";
        case EntryState.Quarantined _ -> "quarantined";
        case EntryState.Withdrawn _ -> "withdrawn";
      };
    }
  }

  record SignalJson(String type, String value) {
    static SignalJson of(Signal signal) {
      return new SignalJson(signal.type().name(), signal.value());
    }
  }

  record Entries(List<Entry> entries, int page, int pages, long total, @Nullable String next) {
    static Entries of(EntryPage page) {
      List<Entry> entries = page.entries().stream().map(Entry::of).toList();
      return new Entries(entries, page.page(), page.pages(), page.total(), page.next());
    }
  }

  record Findings(
      String pdq,
      @Nullable Boolean hashable,
      @Nullable Integer quality,
      List<Match> matches,
      List<Overruled> overruled) {

    static Findings of(MatchFindings findings) {
      return new Findings(
          findings.hash().toString(),
          findings.hashable(),
          findings.quality(),
          findings.matches().stream().map(Match::of).toList(),
          findings.overruled().stream().map(Overruled::of).toList());
    }

    static Findings of(PdqHash hash, Gathered.Named found) {
      return new Findings(
          hash.toString(),
          null,
          null,
          found.matches().stream().map(Match::of).toList(),
          found.overruled().stream().map(Overruled::of).toList());
    }
  }

  /** What does not count, and the suppress bank that says so. */
  record Overruled(String bank, String kind, UUID entry, int distance, String by) {
    static Overruled of(OverruledMatch overruled) {
      BankMatch match = overruled.match();
      return new Overruled(
          match.bank(), match.kind().word(), match.entry(), match.distance(), overruled.by());
    }
  }

  record Match(
      String bank,
      String kind,
      UUID entry,
      int distance,
      boolean quarantined,
      @Nullable Map<String, Object> variant) {

    static Match of(BankMatch match) {
      Variant variant = match.variant();
      return new Match(
          match.bank(),
          match.kind().word(),
          match.entry(),
          match.distance(),
          match.quarantined(),
          variant == null ? null : json(variant));
    }

    private static Map<String, Object> json(Variant variant) {
      return Map.of(
          "frame", variant.frame(),
          "view", variant.view(),
          "trimmed", variant.trimmed(),
          "pose", variant.pose().name().toLowerCase(Locale.ROOT));
    }
  }

  /** Further notice has no date. */
  private static @Nullable String until(@Nullable Instant until) {
    if (until == null) {
      return null;
    }
    return until.equals(Instant.MAX) ? "further-notice" : until.toString();
  }
}
