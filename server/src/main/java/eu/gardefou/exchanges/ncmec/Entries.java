package eu.gardefou.exchanges.ncmec;

import eu.gardefou.exchanges.peer.Change;
import eu.gardefou.exchanges.peer.Skipped;
import eu.gardefou.exchanges.peer.Text;
import eu.gardefou.exchanges.peer.Times;
import eu.gardefou.exchanges.peer.Xml;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.matching.Provenance;
import eu.gardefou.matching.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entries of one page. What cannot be read is skipped and told; the rest counts. */
final class Entries {
  private static final int LONGEST_ID = 200;
  private static final Map<String, String> PICTURES = Map.of("pdna", "photodna");
  private static final Map<String, String> VIDEOS =
      Map.of(
          "md5", "video_md5",
          "sha1", "video_sha1",
          "sha256", "video_sha256",
          "pdq", "video_pdq",
          "pdna", "video_photodna");

  private final Set<Long> members;
  private final Instant now;
  private final List<Change> changes = new ArrayList<>();
  private Skipped skipped = Skipped.NONE;
  private int count;

  /**
   * Reads nothing yet.
   *
   * @param members whose entries are taken; empty for all
   */
  Entries(Set<Long> members, Instant now) {
    this.members = members;
    this.now = now;
  }

  Entries read(Xml result) {
    result.all("images").flatMap(list -> list.children().stream()).forEach(this::entry);
    result.all("videos").flatMap(list -> list.children().stream()).forEach(this::entry);
    return this;
  }

  List<Change> changes() {
    return changes;
  }

  Skipped skipped() {
    return skipped;
  }

  int count() {
    return count;
  }

  private void entry(Xml entry) {
    count++;
    Xml member = entry.child("member").orElse(null);
    String id = entry.textOf("id");
    if (member == null || !member.attribute("id").matches("\\d{1,18}") || !isId(id)) {
      skipped = skipped.and("An entry has no usable id or member.");
      return;
    }
    long owner = Long.parseLong(member.attribute("id"));
    if (!members.isEmpty() && !members.contains(owner)) {
      return;
    }
    String key = owner + "-" + id;
    switch (entry.name()) {
      // Without a time a deletion counts from now on, and an entry as the oldest of all.
      case "deletedImage", "deletedVideo" -> changes.add(new Change.Withdrawn(key, at(entry, now)));
      case "image" -> put(key, entry, member, PICTURES);
      case "video" -> put(key, entry, member, VIDEOS);
      default -> {
        skipped = skipped.and("An entry is of an unknown kind.");
        changes.add(new Change.Unread(key));
      }
    }
  }

  private static boolean isId(String id) {
    return !id.isEmpty() && id.length() <= LONGEST_ID && id.equals(Text.tidy(id, LONGEST_ID));
  }

  private Instant at(Xml entry, Instant other) {
    String said = entry.textOf("timestamp");
    Instant at = Times.iso(said);
    if (at == null && !said.isEmpty()) {
      skipped = skipped.and(Times.ODD);
    }
    return at == null ? other : Times.notAfter(now, at);
  }

  private void put(String key, Xml entry, Xml member, Map<String, String> names) {
    List<Signal> signals =
        entry.child("fingerprints").stream()
            .flatMap(prints -> prints.children().stream())
            // Large ones are told by an address only.
            .filter(print -> !print.text().isEmpty())
            .map(print -> signal(print, names))
            .<Signal>mapMulti((signal, kept) -> {
              if (signal != null) {
                kept.accept(signal);
              }
            })
            .toList();
    if (signals.isEmpty()) {
      skipped = skipped.and("An entry has no fingerprint that can be kept.");
      changes.add(new Change.Unread(key));
      return;
    }
    String owner = Text.tidy(member.text(), 100);
    String rated = Text.tidy(entry.textOf("classification"), 100);
    Provenance provenance =
        new Provenance(
            Text.tidy(Ncmec.TITLE + ", member " + member.attribute("id") + " " + owner, 200),
            rated.isEmpty() ? "" : "Classification " + rated);
    Instant at = at(entry, Instant.EPOCH);
    Instant first = at.equals(Instant.EPOCH) ? null : at;
    changes.add(new Change.Put(key, at, signals, provenance, first, null));
  }

  private @Nullable Signal signal(Xml print, Map<String, String> names) {
    String tag = print.name().toLowerCase(Locale.ROOT).replace('-', '_');
    try {
      return Signal.of(names.getOrDefault(tag, tag), print.text());
    } catch (BankProblem e) {
      skipped = skipped.and("A fingerprint was left out. " + e.sentence());
      return null;
    }
  }
}
