package eu.gardefou.exchanges.files;

import eu.gardefou.exchanges.peer.Change;
import eu.gardefou.exchanges.peer.Digests;
import eu.gardefou.exchanges.peer.Text;
import eu.gardefou.exchanges.peer.Times;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.matching.Provenance;
import eu.gardefou.matching.Signal;
import eu.gardefou.matching.SignalType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes an entry of a row. */
final class Listed {
  private static final Set<String> TYPES = Set.of("type", "signal_type");
  private static final Set<String> VALUES = Set.of("value", "signal_value", "hash");
  private static final Set<String> WORDS = Set.of("id", "source", "note", "first_seen");
  private static final Set<String> SIGNALS =
      Set.of(
          "pdq",
          "md5",
          "sha1",
          "sha256",
          "video_md5",
          "video_sha1",
          "video_sha256",
          "vpdq",
          "photodna",
          "tmk_pdqf");
  private static final int LONGEST_ID = 200;

  private final @Nullable SignalType type;

  /** The type holds for hashes whose row does not say one. */
  Listed(@Nullable SignalType type) {
    this.type = type;
  }

  /**
   * Reads a row.
   *
   * @throws Malformed when it is none
   */
  Change.Put read(String file, Row row) {
    try {
      Map<String, String> cells = new TreeMap<>(row.cells());
      List<Signal> signals = signals(row.line(), cells);
      String id = Text.tidy(cells.getOrDefault("id", ""), LONGEST_ID);
      Provenance provenance =
          new Provenance(
              Text.tidy(cells.getOrDefault("source", "List " + file), 200),
              Text.tidy(cells.getOrDefault("note", ""), 2_000));
      Instant first = first(row.line(), cells.get("first_seen"));
      // The signals are part of the name: with others it is another entry, and the old one is gone.
      String all =
          signals.stream()
              .map(s -> s.type() + ":" + s.value())
              .sorted()
              .collect(Collectors.joining("|"));
      String key = (id.isEmpty() ? "" : id + " ") + Digests.sha256(all);
      return new Change.Put(key, Instant.EPOCH, signals, provenance, first, null);
    } catch (BankProblem e) {
      throw new Malformed(row.line(), e.sentence());
    }
  }

  private List<Signal> signals(long line, Map<String, String> cells) {
    List<Signal> signals = new ArrayList<>();
    String said = null;
    String value = null;
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      String column = cell.getKey();
      if (SIGNALS.contains(column)) {
        signals.add(Signal.of(column, cell.getValue()));
      } else if (TYPES.contains(column)) {
        said = cell.getValue();
      } else if (VALUES.contains(column)) {
        value = cell.getValue();
      } else if (!WORDS.contains(column)) {
        throw new Malformed(
            line,
            "There is no column "
                + Text.tidy(column, 40)
                + ": they are id, type and value, source, note, first_seen, or named after a type.");
      }
    }
    if (value != null) {
      signals.add(new Signal(named(line, said), value));
    }
    if (signals.isEmpty()) {
      throw new Malformed(line, "It has no hash.");
    }
    return signals;
  }

  private SignalType named(long line, @Nullable String said) {
    if (said != null) {
      // Whatever else is a type elsewhere: here it would make a list of any text.
      if (SIGNALS.contains(said) || (type != null && type.name().equals(said))) {
        return new SignalType(said);
      }
      throw new Malformed(line, "There is no type " + Text.tidy(said, 40) + ".");
    }
    if (type == null) {
      throw new Malformed(line, "It does not say of which type its hash is.");
    }
    return type;
  }

  private static @Nullable Instant first(long line, @Nullable String said) {
    if (said == null) {
      return null;
    }
    Instant first = Times.iso(said);
    if (first == null) {
      throw new Malformed(
          line, "first_seen is a moment such as 2026-11-22T10:00:00Z, in the years 1970 to 9999.");
    }
    return first;
  }
}
