package eu.gardefou.exchanges.threatexchange;

import eu.gardefou.exchanges.peer.Change;
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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The updates of one page. An entry is gone when it is a tombstone, when nobody's description of it
 * can be seen any more, and when all who describe it say that it is harmless.
 */
final class Updates {
  private static final String HASH = "HASH_";
  private static final String VIDEO_TAG = "media_type_video";
  private static final Map<String, String> TYPES =
      Map.of("HASH_TMK", "tmk_pdqf", "HASH_PDNA", "photodna", "HASH_VIDEO_VPDQ", "vpdq");

  private final Instant now;
  private final List<Change> changes = new ArrayList<>();
  private Skipped skipped = Skipped.NONE;
  private long latest;

  Updates(Instant now) {
    this.now = now;
  }

  Updates read(JsonNode updates) {
    updates.forEach(this::update);
    return this;
  }

  List<Change> changes() {
    return changes;
  }

  Skipped skipped() {
    return skipped;
  }

  /** The latest time of any, in seconds; those after now say nothing. */
  long latest() {
    return latest;
  }

  private void update(JsonNode update) {
    String id = Json.text(update, "id");
    if (id == null || !id.matches("\\d{1,30}")) {
      skipped = skipped.and("An update has no usable id.");
      return;
    }
    Instant told = told(update);
    JsonNode descriptors = update.path("descriptors").path("data");
    boolean nobody = descriptors.isArray() && descriptors.isEmpty();
    boolean tombstone = update.path("should_delete").asBoolean(false);
    if (tombstone || nobody || allHarmless(descriptors)) {
      changes.add(new Change.Withdrawn(id, told == null ? now : told));
      return;
    }
    String type = Json.text(update, "type");
    String indicator = Json.text(update, "indicator");
    if (type == null || indicator == null || !descriptors.isArray()) {
      skipped = skipped.and("An update has no type, no indicator or no descriptors.");
      changes.add(new Change.Unread(id));
    } else if (type.startsWith(HASH) && !type.startsWith("HASH_URL")) {
      put(id, told, type, indicator, descriptors);
    }
  }

  private static boolean allHarmless(JsonNode descriptors) {
    return !descriptors.isEmpty()
        && descriptors
            .valueStream()
            .allMatch(descriptor -> "NON_MALICIOUS".equals(Json.text(descriptor, "status")));
  }

  /** When it was changed; null when it does not say. */
  private @Nullable Instant told(JsonNode update) {
    Instant told = Times.epoch(Json.number(update, "last_updated", -1));
    if (told == null) {
      skipped = update.hasNonNull("last_updated") ? skipped.and(Times.ODD) : skipped;
      return null;
    }
    if (!told.isAfter(now)) {
      latest = Math.max(latest, told.getEpochSecond());
    }
    return Times.notAfter(now, told);
  }

  private void put(
      String id, @Nullable Instant told, String type, String indicator, JsonNode descriptors) {
    try {
      Signal signal = Signal.of(signalType(type, descriptors), indicator);
      Instant at = told == null ? Instant.EPOCH : told;
      String handle = String.join(",", numbers(descriptors, null));
      changes.add(new Change.Put(id, at, List.of(signal), provenance(descriptors), null, handle));
    } catch (BankProblem e) {
      skipped = skipped.and("An update was left out. " + e.sentence());
      changes.add(new Change.Unread(id));
    }
  }

  private static Provenance provenance(JsonNode descriptors) {
    String owners = String.join(", ", numbers(descriptors, "owner").stream().limit(5).toList());
    long confirmed =
        descriptors
            .valueStream()
            .filter(descriptor -> "MALICIOUS".equals(Json.text(descriptor, "status")))
            .count();
    String source = owners.isEmpty() ? "" : ", members " + owners;
    return new Provenance(
        ThreatExchange.TITLE + source,
        "Confirmed by " + confirmed + " of " + descriptors.size() + " descriptions");
  }

  private static List<String> numbers(JsonNode descriptors, @Nullable String within) {
    TreeSet<String> numbers = new TreeSet<>();
    for (JsonNode descriptor : descriptors) {
      String id = Json.text(within == null ? descriptor : descriptor.path(within), "id");
      if (id != null && id.matches("\\d{1,20}")) {
        numbers.add(id);
      }
    }
    return numbers.stream().limit(20).toList();
  }

  private static String signalType(String type, JsonNode descriptors) {
    String name = TYPES.getOrDefault(type, type.substring(HASH.length()).toLowerCase(Locale.ROOT));
    boolean plain = name.equals("md5") || name.equals("sha1") || name.equals("sha256");
    return plain && isVideo(descriptors) ? "video_" + name : name;
  }

  /** Tags are a list of words, or a list of objects within an object. */
  private static boolean isVideo(JsonNode descriptors) {
    return descriptors
        .valueStream()
        .map(descriptor -> descriptor.path("tags"))
        .map(tags -> tags.isObject() ? tags.path("data") : tags)
        .flatMap(JsonNode::valueStream)
        .map(tag -> tag.isObject() ? tag.path("text") : tag)
        .anyMatch(tag -> tag.isString() && VIDEO_TAG.equals(tag.stringValue()));
  }
}
