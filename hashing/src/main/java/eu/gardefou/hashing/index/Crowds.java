package eu.gardefou.hashing.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The hashes that stand too close together for tables: nearly blank pictures, or one picture's
 * variants by the ten thousand. They would fill the same few buckets of every table, and a query
 * among them would compare each of them many times. So they are kept apart from the tables.
 *
 * <p>Whether a hash is in a crowd depends on nothing but the hash and the centres: it is if it lies
 * within reach of one. So a hash that stands in the slots of two snapshots can be told to be in one
 * of them, both or none, without looking it up. Immutable.
 */
final class Crowds {
  static final Crowds NONE = new Crowds(List.of(), new Crowd[0], new BitSet(), 0);

  private final List<long[]> centres;
  private final Crowd[] crowds;
  private final BitSet isMember;
  private final int members;

  private Crowds(List<long[]> centres, Crowd[] crowds, BitSet isMember, int members) {
    this.centres = centres;
    this.crowds = crowds;
    this.isMember = isMember;
    this.members = members;
  }

  /** Looks for crowds among the representatives, and gathers them. */
  static Crowds of(long[] words, EqualHashes equal) {
    List<long[]> centres = CrowdFinder.centres(words, equal);
    return centres.isEmpty() ? NONE : around(centres, words, equal);
  }

  private static Crowds around(List<long[]> centres, long[] words, EqualHashes equal) {
    int slots = words.length / Bands.WORDS;
    int[][] members = new int[centres.size()][16];
    int[] counts = new int[centres.size()];
    BitSet isMember = new BitSet(slots);
    for (int slot = 0; slot < slots; slot++) {
      int which = nearEnough(centres, words, slot * Bands.WORDS);
      if (which >= 0 && equal.isRepresentative(slot)) {
        if (counts[which] == members[which].length) {
          members[which] = Arrays.copyOf(members[which], counts[which] * 2);
        }
        members[which][counts[which]++] = slot;
        isMember.set(slot);
      }
    }
    Crowd[] crowds = new Crowd[centres.size()];
    for (int which = 0; which < crowds.length; which++) {
      int[] own = Arrays.copyOf(members[which], counts[which]);
      crowds[which] = Crowd.of(centres.get(which), own, words);
    }
    return new Crowds(centres, crowds, isMember, Arrays.stream(counts).sum());
  }

  /** How many representatives they are. */
  int members() {
    return members;
  }

  /** Whether the slot, a representative, is in a crowd. */
  boolean isMember(int slot) {
    return isMember.get(slot);
  }

  /** Whether a hash would be in a crowd, were it among those that these crowds were made of. */
  boolean take(long[] words, int at) {
    return nearEnough(centres, words, at) >= 0;
  }

  /** Offers what is within the radius, except what another's crowds already offer. */
  void search(Query query, Slots of, Crowds others) {
    for (Crowd crowd : crowds) {
      crowd.search(query, of, others);
    }
  }

  /** The first centre that the hash is within reach of, or -1. */
  private static int nearEnough(List<long[]> centres, long[] words, int at) {
    for (int which = 0; which < centres.size(); which++) {
      if (Crowd.distance(centres.get(which), words, at) <= Crowd.REACH) {
        return which;
      }
    }
    return -1;
  }
}
