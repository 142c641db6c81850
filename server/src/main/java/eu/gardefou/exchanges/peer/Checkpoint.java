package eu.gardefou.exchanges.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where to go on with a source: a few named words. Holds nothing secret. */
public record Checkpoint(Map<String, String> words) {
  /** Keeps its own copy. */
  public Checkpoint {
    words = Map.copyOf(words);
  }

  /** Nothing said yet. */
  public static Checkpoint empty() {
    return new Checkpoint(Map.of());
  }

  /** The same with one more word; null takes it out. */
  public Checkpoint with(String name, @Nullable Object value) {
    Map<String, String> more = new TreeMap<>(words);
    if (value == null) {
      more.remove(name);
    } else {
      more.put(name, value.toString());
    }
    return new Checkpoint(more);
  }

  /** A word; null when it was not said. */
  public @Nullable String text(String name) {
    return words.get(name);
  }

  /** A number; the other one when it was not said. */
  public long number(String name, long other) {
    String word = words.get(name);
    return word == null ? other : Long.parseLong(word);
  }

  /** A time; the other one when it was not said. */
  public Instant time(String name, Instant other) {
    String word = words.get(name);
    return word == null ? other : Instant.parse(word);
  }

  /** Whether a flag was said. */
  public boolean flag(String name) {
    return "true".equals(words.get(name));
  }

  /**
   * Whether it was asked with less than so long ago. What a clock that ran ahead has written lies
   * in the future, and is as good as old.
   */
  public boolean isAskedWithin(Duration life, Instant now) {
    Instant asked = time("asked", Instant.EPOCH);
    return !asked.isAfter(now) && asked.plus(life).isAfter(now);
  }
}
