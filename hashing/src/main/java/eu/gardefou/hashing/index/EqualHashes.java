package eu.gardefou.hashing.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Which slots share one hash. Only the first of them, the representative, stands in the band
 * tables; so a hash that is in the bank a million times is one candidate.
 */
final class EqualHashes {
  /** Representative and member in one number, ascending: members of one representative adjoin. */
  private final long[] pairs;

  private final BitSet members;
  private final BitSet shared;

  private EqualHashes(long[] pairs, int slots) {
    this.pairs = pairs;
    members = new BitSet(pairs.length == 0 ? 0 : slots);
    shared = new BitSet(pairs.length == 0 ? 0 : slots);
    for (long pair : pairs) {
      members.set((int) pair);
      shared.set((int) (pair >>> Integer.SIZE));
    }
  }

  static EqualHashes of(long[] words) {
    int slots = words.length / Bands.WORDS;
    Finder finder = new Finder(words, slots);
    for (int part = 0; part < Finder.PARTS; part++) {
      finder.findIn(part, slots);
    }
    return new EqualHashes(finder.pairs(), slots);
  }

  /** How many slots are not representatives. */
  int members() {
    return pairs.length;
  }

  boolean isRepresentative(int slot) {
    return !members.get(slot);
  }

  /** Whether the representative has members. */
  boolean isShared(int representative) {
    return shared.get(representative);
  }

  /** Where the representative's members begin; read on while {@link #isMemberOf}. */
  int firstMember(int representative) {
    int place = Arrays.binarySearch(pairs, pair(representative, 0));
    return place < 0 ? -place - 1 : place;
  }

  boolean isMemberOf(int representative, int place) {
    return place < pairs.length && (int) (pairs[place] >>> Integer.SIZE) == representative;
  }

  int member(int place) {
    return (int) pairs[place];
  }

  private static long pair(int representative, int member) {
    return (long) representative << Integer.SIZE | member;
  }

  /**
   * A hash table with linear probing. Of every entry the upper half of the mixed hash is kept, so
   * that unequal hashes are hardly ever compared in full; the seed keeps a bank from being made to
   * collide. One eighth of the hashes after another, by three of their bits: so the table is small
   * beside the bank, and near the processor.
   */
  private static final class Finder {
    static final int PARTS = 8;

    private static final int EMPTY = -1;

    private final long seed = new SplittableRandom().nextLong();
    private final long[] words;
    private final long[] table;
    private final int mask;
    private long[] pairs = new long[16];
    private int found;

    Finder(long[] words, int slots) {
      this.words = words;
      int largest = largestPart(slots);
      int capacity = Math.max(16, Integer.highestOneBit(largest) << 1);
      // At most three quarters full.
      table = new long[largest > capacity / 4L * 3 ? capacity << 1 : capacity];
      mask = table.length - 1;
    }

    void findIn(int part, int slots) {
      Arrays.fill(table, EMPTY);
      for (int slot = 0; slot < slots; slot++) {
        if (part(slot) == part) {
          enter(slot);
        }
      }
    }

    private int largestPart(int slots) {
      int[] counts = new int[PARTS];
      for (int slot = 0; slot < slots; slot++) {
        counts[part(slot)]++;
      }
      return Arrays.stream(counts).max().orElse(0);
    }

    private int part(int slot) {
      return (int) words[slot * Bands.WORDS] & (PARTS - 1);
    }

    private void enter(int slot) {
      long mixed = mixed(slot * Bands.WORDS);
      int tag = (int) (mixed >>> Integer.SIZE);
      int place = (int) mixed & mask;
      while (table[place] != EMPTY) {
        int other = (int) table[place];
        if ((int) (table[place] >>> Integer.SIZE) == tag && areEqual(slot, other)) {
          add(pair(other, slot));
          return;
        }
        place = place + 1 & mask;
      }
      table[place] = pair(tag, slot);
    }

    long[] pairs() {
      long[] sorted = Arrays.copyOf(pairs, found);
      Arrays.sort(sorted);
      return sorted;
    }

    private void add(long pair) {
      if (found == pairs.length) {
        pairs = Arrays.copyOf(pairs, found * 2);
      }
      pairs[found++] = pair;
    }

    private boolean areEqual(int slot, int other) {
      int at = slot * Bands.WORDS;
      int otherAt = other * Bands.WORDS;
      return words[at] == words[otherAt]
          && words[at + 1] == words[otherAt + 1]
          && words[at + 2] == words[otherAt + 2]
          && words[at + 3] == words[otherAt + 3];
    }

    private long mixed(int at) {
      long mixed = seed;
      for (int word = 0; word < Bands.WORDS; word++) {
        mixed = Mixing.mixed(mixed ^ words[at + word]);
      }
      return mixed;
    }
  }
}
