package eu.gardefou.hma;

import eu.gardefou.matching.Bank;
import eu.gardefou.matching.BankEntry;
import eu.gardefou.matching.EntryState;
import eu.gardefou.matching.Metadata;
import eu.gardefou.matching.Origin;
import eu.gardefou.matching.Signal;
import eu.gardefou.wire.JsonBody;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry as upstream shows it. */
record Content(Bank bank, BankEntry entry) {
  /** In the field for the time until which content rests: until further notice. */
  static final long RESTING = 0;

  /** In the same field: it does not rest. */
  static final long ACTING = 1;

  Map<String, Object> json(boolean withSignals, boolean withMetadata) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", entry.number());
    json.put("disable_until_ts", disabledUntil());
    json.put("original_media_uri", null);
    json.put("bank", BanksApi.Shown.of(bank));
    if (withSignals) {
      json.put("signals", signals(entry));
    }
    if (withMetadata && (!entry.metadata().equals(Metadata.NONE) || entry.origin() != null)) {
      json.put("metadata", metadata());
    }
    if (!entry.note().isEmpty()) {
      json.put("note", entry.note());
    }
    return nonNull(json);
  }

  static Map<String, String> signals(BankEntry entry) {
    Map<String, String> signals = new LinkedHashMap<>();
    for (Signal signal : entry.signals()) {
      signals.put(signal.type().name(), signal.value());
    }
    return signals;
  }

  private Map<String, @Nullable Object> metadata() {
    Metadata metadata = entry.metadata();
    String json = metadata.json();
    Origin origin = entry.origin();
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("content_id", metadata.contentId());
    all.put("content_uri", metadata.contentUri());
    all.put("json", json == null ? null : JsonBody.of(json));
    all.put("collab", origin == null ? null : Map.of(origin.exchange(), List.of(origin.key())));
    return all;
  }

  /** What waits for a curator does not answer either. */
  private long disabledUntil() {
    return switch (entry.state()) {
      case EntryState.Acting _ -> ACTING;
      case EntryState.Resting(Instant until) ->
          until.equals(Instant.MAX) ? RESTING : until.getEpochSecond();
      case EntryState.Quarantined _, EntryState.Withdrawn _ -> RESTING;
    };
  }

  @SuppressWarnings("unchecked") // a writer of JSON takes nulls as well
  private static Map<String, Object> nonNull(Map<String, ? extends @Nullable Object> json) {
    return (Map<String, Object>) json;
  }
}
