package eu.gardefou.matching;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the banks' API writes: snake case, hashes as 64 digits. */
final class MatchingJson {
  private MatchingJson() {}

  record Banks(List<Bank> banks) {}

  record Entry(
      UUID id,
      String bank,
      String pdq,
      @Nullable Integer quality,
      String source,
      String note,
      @JsonProperty("added_at") Instant addedAt,
      @JsonProperty("added_by") String addedBy,
      boolean active,
      @JsonProperty("withdrawn_at") @Nullable Instant withdrawnAt,
      @JsonProperty("withdrawn_by") @Nullable String withdrawnBy) {

    static Entry of(BankEntry entry) {
      return new Entry(
          entry.id(),
          entry.bank(),
          entry.hash().toString(),
          entry.quality(),
          entry.source(),
          entry.note(),
          entry.addedAt(),
          entry.addedBy(),
          entry.isActive(),
          entry.withdrawnAt(),
          entry.withdrawnBy());
    }
  }

  record Entries(List<Entry> entries, int page, int pages, long total) {
    static Entries of(EntryPage page) {
      List<Entry> entries = page.entries().stream().map(Entry::of).toList();
      return new Entries(entries, page.page(), page.pages(), page.total());
    }
  }

  record Findings(
      String pdq, @Nullable Boolean hashable, @Nullable Integer quality, List<BankMatch> matches) {

    static Findings of(MatchFindings findings) {
      return new Findings(
          findings.hash().toString(), findings.hashable(), findings.quality(), findings.matches());
    }
  }
}
