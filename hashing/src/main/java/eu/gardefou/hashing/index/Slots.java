package eu.gardefou.hashing.index;

import eu.gardefou.hashing.PdqHash;
import java.util.Arrays;

/**
 * Ids and hashes as of one moment, by ascending id. Immutable.
 *
 * <p>A slot is a place in that order: its id is {@code ids[slot]}, its hash the four words from
 * {@code 4 * slot} on. Being in order of the ids spares a map from ids to slots.
 */
final class Slots {
  /** Four words each must fit into one array. */
  static final int MOST = (Integer.MAX_VALUE - 8) / Bands.WORDS;

  private final long[] ids;
  private final long[] words;
  private final EqualHashes equal;
  private final Crowds crowds;

  private Slots(long[] ids, long[] words, EqualHashes equal, Crowds crowds) {
    this.ids = ids;
    this.words = words;
    this.equal = equal;
    this.crowds = crowds;
  }

  /**
   * Slots that take the arrays over.
   *
   * @param ids ascending
   * @param words four for every id
   */
  static Slots of(long[] ids, long[] words, Tuning tuning) {
    boolean isIndexed = ids.length >= tuning.indexedFrom();
    EqualHashes equal = EqualHashes.of(isIndexed ? words : new long[0]);
    Crowds crowds = isIndexed ? Crowds.of(words, equal) : Crowds.NONE;
    return new Slots(ids, words, equal, crowds);
  }

  int size() {
    return ids.length;
  }

  /** Those of the slots' hashes that are kept apart from tables, if there are tables. */
  Crowds crowds() {
    return crowds;
  }

  /** Whether the slot stands in tables: as the only one, or first, with its hash, and no crowd. */
  boolean isTabled(int slot) {
    return equal.isRepresentative(slot) && !crowds.isMember(slot);
  }

  /** How many slots stand in tables. */
  int tabled() {
    return ids.length - equal.members() - crowds.members();
  }

  long id(int slot) {
    return ids[slot];
  }

  long[] words() {
    return words;
  }

  PdqHash hash(int slot) {
    int at = slot * Bands.WORDS;
    return new PdqHash(words[at], words[at + 1], words[at + 2], words[at + 3]);
  }

  void copy(int from, int to, long[] toIds, long[] toWords, int place) {
    System.arraycopy(ids, from, toIds, place, to - from);
    int count = (to - from) * Bands.WORDS;
    System.arraycopy(words, from * Bands.WORDS, toWords, place * Bands.WORDS, count);
  }

  /** The slot of the id, or a negative number that says where it would stand. */
  int slotOf(long id) {
    return Arrays.binarySearch(ids, id);
  }

  /** Offers all ids that share the hash of a representative. */
  void offerEquals(int representative, int distance, Query query) {
    query.offer(ids[representative], distance);
    if (!equal.isShared(representative)) {
      return;
    }
    int place = equal.firstMember(representative);
    while (equal.isMemberOf(representative, place)) {
      long id = ids[equal.member(place++)];
      if (query.isClosedTo(id, distance)) {
        // Members come by ascending id: those to come are no better.
        return;
      }
      query.offer(id, distance);
    }
  }

  /** Offers all ids between whose hashes lie within the radius. */
  void scan(Query query, int from, int to) {
    int slot = query.nextWithin(words, from, to);
    while (slot < to) {
      query.offer(ids[slot], query.distance(words, slot * Bands.WORDS));
      slot = query.nextWithin(words, slot + 1, to);
    }
    query.work().scanned += to - from;
  }
}
