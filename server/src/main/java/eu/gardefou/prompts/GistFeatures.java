package eu.gardefou.prompts;

import java.util.Arrays;

/**
 * What {@link Gist} looks at: which senses a text has, which stand before which, how far apart and
 * in which part of the sentence. What is learnt of senses from one language holds for all. Beside
 * them, runs of three to five letters: what no file knows as a word may still be one that such
 * requests use.
 */
final class GistFeatures {
  static final int BUCKETS = 1 << 20;

  private static final int REACH = 8;
  private static final int KNOWN = 64;
  private static final int UNKNOWN = 65;
  private static final int FEWEST_LETTERS = 3;
  private static final int MOST_LETTERS = 5;
  private static final int LETTERS = 5;

  private final Passage p;
  private final int start;
  private final int end;
  private final BucketSet buckets = new BucketSet();
  private final int[][] senses;

  private GistFeatures(Passage p, int start, int end) {
    this.p = p;
    this.start = start;
    this.end = end;
    senses = new int[end - start][];
    for (int i = start; i < end; i++) {
      senses[i - start] = sensesOf(p.unit(i));
    }
  }

  /** The buckets of all that is so between two units of a passage, each once, in order. */
  static int[] of(Passage p, int start, int end) {
    var features = new GistFeatures(p, start, end);
    features.collect();
    int[] found = features.buckets.inOrderOfArrival();
    Arrays.sort(found);
    return found;
  }

  /** What the buckets of all that is so between two units of a passage weigh, each once. */
  static int weight(Passage p, int start, int end, byte[] weights) {
    var features = new GistFeatures(p, start, end);
    features.collect();
    int sum = 0;
    for (int i = 0; i < features.buckets.size(); i++) {
      sum += weights[features.buckets.get(i)];
    }
    return sum;
  }

  private static int[] sensesOf(Unit unit) {
    if (unit.senses() == 0) {
      return new int[] {unit.entries().isEmpty() ? UNKNOWN : KNOWN};
    }
    int[] senses = new int[Long.bitCount(unit.senses())];
    int count = 0;
    for (long rest = unit.senses(); rest != 0; rest &= rest - 1) {
      senses[count++] = Long.numberOfTrailingZeros(rest);
    }
    return senses;
  }

  private void collect() {
    long present = 0;
    for (int i = 0; i < senses.length; i++) {
      for (int sense : senses[i]) {
        add(0, sense, 0, 0, 0);
      }
      present |= p.unit(start + i).senses();
      pairs(i);
      triples(i);
    }
    together(present);
    letters();
  }

  /** Runs of letters, over the ends of words too. */
  private void letters() {
    StringBuilder text = new StringBuilder(" ");
    for (int i = start; i < end; i++) {
      text.append(p.unit(i).token().text()).append(' ');
    }
    for (int i = 0; i < text.length(); i++) {
      int run = 0;
      for (int j = i; j < Math.min(text.length(), i + MOST_LETTERS); j++) {
        run = run * 31 + text.charAt(j);
        if (j - i + 1 >= FEWEST_LETTERS) {
          add(LETTERS, run, j - i, 0, 0);
        }
      }
    }
  }

  /** One sense before another in the same sentence. */
  private void pairs(int i) {
    int apart = 0;
    for (int j = i + 1; j < Math.min(senses.length, i + REACH + 1); j++) {
      Gap gap = p.gap(start + j);
      if (gap == Gap.STOP) {
        return;
      }
      apart = gap == Gap.COMMA ? 1 : apart;
      int distance = j - i == 1 ? 1 : j - i <= 3 ? 2 : 3;
      for (int first : senses[i]) {
        for (int second : senses[j]) {
          add(1, first, second, distance, apart);
          add(2, first, second, 0, apart);
        }
      }
    }
  }

  /** Three in a row without a mark between. */
  private void triples(int i) {
    if (i + 2 < senses.length && p.joined(start + i + 1) && p.joined(start + i + 2)) {
      for (int first : senses[i]) {
        for (int second : senses[i + 1]) {
          for (int third : senses[i + 2]) {
            add(3, first, second, third, 0);
          }
        }
      }
    }
  }

  /** Two senses anywhere in the text. */
  private void together(long present) {
    for (long rest = present; rest != 0; rest &= rest - 1) {
      int first = Long.numberOfTrailingZeros(rest);
      for (long others = rest & (rest - 1); others != 0; others &= others - 1) {
        add(4, first, Long.numberOfTrailingZeros(others), 0, 0);
      }
    }
  }

  private void add(int kind, int first, int second, int third, int fourth) {
    long hash = (((kind * 67L + first) * 67 + second) * 67 + third) * 3 + fourth;
    hash *= 0x9E3779B97F4A7C15L;
    buckets.add((int) (hash >>> 32) & (BUCKETS - 1));
  }

  @Override
  public String toString() {
    return "from " + start + " to " + end + ": " + Arrays.deepToString(senses);
  }
}
