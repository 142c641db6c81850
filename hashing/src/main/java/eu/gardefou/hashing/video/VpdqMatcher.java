package eu.gardefou.hashing.video;

import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import java.util.List;

/**
 * Compares videos frame by frame, as vPDQ does (Facebook, 2022): a bag of frames against a bag of
 * frames, whatever their order and times.
 *
 * <p>Weak frames are left out first and doubles then, as upstream's index does; upstream's slow
 * comparison does it the other way round and can lose a good frame to a weak double. A frame
 * matches at the distance itself, not only under it, as in upstream's Python.
 *
 * <p>Long videos are compared with a {@link HammingIndex}: the same answer, in less than frames
 * times frames steps. Immutable, safe for many threads.
 */
public final class VpdqMatcher {
  /** Distance 31 and quality 50, as upstream. */
  public static final VpdqMatcher UPSTREAM =
      new VpdqMatcher(HammingIndex.USUAL_RADIUS, PdqFingerprint.USABLE_QUALITY);

  // From about here building two indexes costs less than comparing every pair.
  private static final long MANY_PAIRS = 1L << 22;

  private final int distance;
  private final int quality;
  private final long manyPairs;

  /**
   * Compares by other measures.
   *
   * @param distance up to which frames are alike, 0 to {@value HammingIndex#MOST_RADIUS}
   * @param quality under which a frame is left out, 0 to 100
   */
  public VpdqMatcher(int distance, int quality) {
    this(distance, quality, MANY_PAIRS);
  }

  VpdqMatcher(int distance, int quality, long manyPairs) {
    if (distance < 0 || distance > HammingIndex.MOST_RADIUS) {
      throw new IllegalArgumentException(
          "a distance is 0 to " + HammingIndex.MOST_RADIUS + ", not " + distance);
    }
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("a PDQ quality is 0 to 100, not " + quality);
    }
    this.distance = distance;
    this.quality = quality;
    this.manyPairs = manyPairs;
  }

  /** How much of each is in the other. */
  public VpdqComparison compare(VpdqFingerprint query, VpdqFingerprint compared) {
    List<PdqHash> asked = query.hashes(quality);
    List<PdqHash> known = compared.hashes(quality);
    if (asked.isEmpty() || known.isEmpty()) {
      return new VpdqComparison.Incomparable();
    }
    return new VpdqComparison.Shares(
        matched(asked, known), asked.size(), matched(known, asked), known.size());
  }

  private int matched(List<PdqHash> some, List<PdqHash> others) {
    return (long) some.size() * others.size() < manyPairs
        ? matchedByPairs(some, others)
        : matchedByIndex(some, others);
  }

  private int matchedByPairs(List<PdqHash> some, List<PdqHash> others) {
    int matched = 0;
    for (PdqHash hash : some) {
      if (isNear(hash, others)) {
        matched++;
      }
    }
    return matched;
  }

  private boolean isNear(PdqHash hash, List<PdqHash> others) {
    for (PdqHash other : others) {
      if (hash.distance(other) <= distance) {
        return true;
      }
    }
    return false;
  }

  private int matchedByIndex(List<PdqHash> some, List<PdqHash> others) {
    HammingIndex.Builder builder = HammingIndex.builder();
    long id = 0;
    for (PdqHash other : others) {
      builder.add(id++, other);
    }
    HammingIndex index = builder.build();
    int matched = 0;
    for (PdqHash hash : some) {
      if (!index.search(hash, distance, 1).isEmpty()) {
        matched++;
      }
    }
    return matched;
  }
}
