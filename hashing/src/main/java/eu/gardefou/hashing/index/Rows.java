package eu.gardefou.hashing.index;

import eu.gardefou.hashing.PdqHash;
import java.io.IOException;
import java.util.Arrays;

/** Ids and the words of their hashes, in two arrays that grow as needed. */
final class Rows implements Merge.Sink {
  private long[] ids;
  private long[] words;
  private int size;

  Rows(int room) {
    ids = new long[room];
    words = new long[room * Bands.WORDS];
  }

  /** What is in the view now. */
  static Rows of(View view) {
    Merge merge = new Merge(view);
    Rows rows = new Rows(merge.size());
    try {
      merge.into(rows);
    } catch (IOException impossible) {
      throw new IllegalStateException("arrays cannot fail to be written", impossible);
    }
    return rows;
  }

  int size() {
    return size;
  }

  /** How many rows fit before the arrays grow. */
  int room() {
    return ids.length;
  }

  /** The last id that was added. */
  long lastId() {
    return ids[size - 1];
  }

  @Override
  public void addRun(Slots slots, int from, int to) {
    slots.copy(from, to, ids, words, size);
    size += to - from;
  }

  @Override
  public void add(long id, PdqHash hash) {
    add(id, hash.w0(), hash.w1(), hash.w2(), hash.w3());
  }

  void add(long id, long w0, long w1, long w2, long w3) {
    if (size == ids.length) {
      grow();
    }
    ids[size] = id;
    int at = size * Bands.WORDS;
    words[at] = w0;
    words[at + 1] = w1;
    words[at + 2] = w2;
    words[at + 3] = w3;
    size++;
  }

  void addAll(Rows other) {
    for (int row = 0; row < other.size; row++) {
      int at = row * Bands.WORDS;
      long[] from = other.words;
      add(other.ids[row], from[at], from[at + 1], from[at + 2], from[at + 3]);
    }
  }

  /** Brings rows that were added in any order into order; of one id's rows the last stays. */
  void sort() {
    Order order = Order.of(ids, size);
    if (!order.isAscending()) {
      long[] sortedIds = new long[order.size()];
      long[] sortedWords = new long[order.size() * Bands.WORDS];
      for (int place = 0; place < order.size(); place++) {
        int row = order.row(place);
        sortedIds[place] = ids[row];
        System.arraycopy(words, row * Bands.WORDS, sortedWords, place * Bands.WORDS, Bands.WORDS);
      }
      ids = sortedIds;
      words = sortedWords;
      size = sortedIds.length;
    }
  }

  /** The rows, which are in order, for good. They are given away: add no more. */
  Slots toSlots(Tuning tuning) {
    boolean isFull = size == ids.length;
    return Slots.of(
        isFull ? ids : Arrays.copyOf(ids, size),
        isFull ? words : Arrays.copyOf(words, size * Bands.WORDS),
        tuning);
  }

  static IllegalStateException full() {
    return new IllegalStateException("an index holds " + Slots.MOST + " hashes at most");
  }

  /** Room for that many rows, if there is less. */
  void makeRoom(int rows) {
    if (rows > Slots.MOST) {
      throw full();
    }
    if (rows > ids.length) {
      resize(rows);
    }
  }

  private void grow() {
    if (size == Slots.MOST) {
      throw full();
    }
    resize((int) Math.min(Slots.MOST, Math.max(16, size * 3L / 2)));
  }

  private void resize(int room) {
    ids = Arrays.copyOf(ids, room);
    words = Arrays.copyOf(words, room * Bands.WORDS);
  }
}
