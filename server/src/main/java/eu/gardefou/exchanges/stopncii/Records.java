package eu.gardefou.exchanges.stopncii;

import eu.gardefou.exchanges.peer.Change;
import eu.gardefou.exchanges.peer.Digests;
import eu.gardefou.exchanges.peer.Json;
import eu.gardefou.exchanges.peer.Skipped;
import eu.gardefou.exchanges.peer.Times;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.matching.Provenance;
import eu.gardefou.matching.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The records of one page. A hash is gone when the list says so, or when every case that holds it
 * is: one person's withdrawal does not undo another person's case.
 */
final class Records {
  private static final Set<String> GONE = Set.of("withdrawn", "deleted");
  private static final Set<String> THERE = Set.of("received", "active", "unknown");
  private static final Map<String, String> TYPES =
      Map.of("ImagePDQ", "pdq", "VideoMD5", "video_md5", "VideoTMK", "tmk_pdqf");

  /** They are neither pictures nor videos, and nothing is wrong with them. */
  private static final Set<String> OTHERS = Set.of("Text", "URL", "Unknown");

  private static final int LONGEST_NAME = 400;

  private final Instant now;
  private final List<Change> changes = new ArrayList<>();
  private Skipped skipped = Skipped.NONE;

  Records(Instant now) {
    this.now = now;
  }

  Records read(JsonNode records) {
    records.forEach(this::record);
    return this;
  }

  List<Change> changes() {
    return changes;
  }

  Skipped skipped() {
    return skipped;
  }

  private void record(JsonNode record) {
    String type = Json.text(record, "signalType");
    String value = Json.text(record, "hashValue");
    if (type == null || value == null || value.isBlank()) {
      skipped = skipped.and("A record has no type or no hash.");
      return;
    }
    String known = TYPES.get(type);
    if (known == null) {
      if (!OTHERS.contains(type)) {
        skipped = skipped.and("A record is of an unknown type.");
      }
      return;
    }
    String key = type + ":" + name(type, value.strip());
    if (isGone(record)) {
      changes.add(new Change.Withdrawn(key, at(record, now)));
    } else {
      put(key, known, value, record);
    }
  }

  private void put(String key, String type, String value, JsonNode record) {
    String status = word(record.path("hashStatus"));
    if (status == null || !THERE.contains(status)) {
      skipped = skipped.and("A record has an unknown status: what was known of it stays.");
      changes.add(new Change.Unread(key));
      return;
    }
    try {
      Signal signal = Signal.of(type, value);
      Provenance provenance =
          new Provenance(StopNcii.TITLE, "Cases: " + record.path("caseNumbers").size());
      Instant at = at(record, Instant.EPOCH);
      String handle = value.length() <= LONGEST_NAME ? value.strip() : null;
      changes.add(new Change.Put(key, at, List.of(signal), provenance, null, handle));
    } catch (BankProblem e) {
      skipped = skipped.and("A record was left out. " + e.sentence());
      changes.add(new Change.Unread(key));
    }
  }

  /** The same for a hash however it is written, so that a withdrawal finds it. */
  private static String name(String type, String value) {
    String written = type.equals("VideoTMK") ? value : value.toLowerCase(Locale.ROOT);
    return written.length() <= LONGEST_NAME && written.indexOf('\0') < 0
        ? written
        : "sha256-" + Digests.sha256(written);
  }

  private static boolean isGone(JsonNode record) {
    String status = word(record.path("hashStatus"));
    if (status != null && GONE.contains(status)) {
      return true;
    }
    JsonNode cases = record.path("caseNumbers");
    Stream<JsonNode> each = cases.valueStream();
    return cases.isObject()
        && !cases.isEmpty()
        && each.map(Records::word).allMatch(word -> word != null && GONE.contains(word));
  }

  private static @Nullable String word(JsonNode status) {
    return status.isString() ? status.stringValue().strip().toLowerCase(Locale.ROOT) : null;
  }

  private Instant at(JsonNode record, Instant other) {
    Instant at = Times.epoch(Json.number(record, "lastModtimestamp", -1));
    if (at == null && record.hasNonNull("lastModtimestamp")) {
      skipped = skipped.and(Times.ODD);
    }
    return at == null ? other : Times.notAfter(now, at);
  }
}
