package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Notices a hash that suddenly matches many pictures which are unlike each other: a bad hash, or
 * somebody who makes it look like one. Keeps hashes of what was looked up in memory only, for an
 * hour at most. Safe for many threads.
 */
final class FloodWatch {
  /** Copies of one picture, and its usual edits, are nearer to each other. */
  private static final int UNLIKE = HammingIndex.USUAL_RADIUS + 1;

  static final int FLOOD = 16;
  static final Duration SUDDENLY = Duration.ofHours(1);
  private static final int MOST_ENTRIES = 10_000;

  private final Clock clock;
  private final Map<Long, List<Seen>> seen = new LinkedHashMap<>(16, 0.75f, true);

  FloodWatch(Clock clock) {
    this.clock = clock;
  }

  private record Seen(PdqHash hash, Instant at) {}

  /** Whether this picture makes it a flood. Pictures that are the very same as the entry do not. */
  synchronized boolean isFlood(long entry, PdqHash picture) {
    Instant now = clock.instant();
    List<Seen> pictures = seen.computeIfAbsent(entry, _ -> new ArrayList<>());
    pictures.removeIf(one -> one.at().isBefore(now.minus(SUDDENLY)) || one.at().isAfter(now));
    if (pictures.stream().allMatch(one -> one.hash().distance(picture) >= UNLIKE)) {
      pictures.add(new Seen(picture, now));
    }
    boolean flood = pictures.size() >= FLOOD;
    if (flood) {
      seen.remove(entry);
    }
    forgetOldest();
    return flood;
  }

  private void forgetOldest() {
    Iterator<Long> oldest = seen.keySet().iterator();
    while (seen.size() > MOST_ENTRIES && oldest.hasNext()) {
      oldest.next();
      oldest.remove();
    }
  }
}
