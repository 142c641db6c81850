package eu.gardefou.hashing.index;

/**
 * The order of rows by ascending id, of equal ids only the last row.
 *
 * <p>Sorted by the ids' bytes from the lowest up (a stable radix sort), which needs no objects;
 * bytes that all ids share are skipped, and ids that come in order cost one look.
 */
final class Order {
  private static final int RADIX = 1 << Byte.SIZE;

  private final int[] rows;
  private final int size;
  private final boolean isAscending;

  private Order(int[] rows, int size, boolean isAscending) {
    this.rows = rows;
    this.size = size;
    this.isAscending = isAscending;
  }

  static Order of(long[] ids, int size) {
    int inOrder = 1;
    while (inOrder < size && ids[inOrder - 1] < ids[inOrder]) {
      inOrder++;
    }
    if (inOrder >= size) {
      return new Order(new int[0], size, true);
    }
    int[] rows = sorted(ids, size);
    return new Order(rows, lastOfEach(ids, rows), false);
  }

  /** Whether the rows are in order as they are. */
  boolean isAscending() {
    return isAscending;
  }

  int size() {
    return size;
  }

  /** Only when the rows are not in order. */
  int row(int place) {
    return rows[place];
  }

  private static int[] sorted(long[] ids, int size) {
    int[] rows = new int[size];
    for (int row = 0; row < size; row++) {
      rows[row] = row;
    }
    int[] spare = new int[size];
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      int[] starts = starts(ids, size, shift);
      if (starts.length != 0) {
        for (int row : rows) {
          spare[starts[digit(ids[row], shift)]++] = row;
        }
        int[] sorted = spare;
        spare = rows;
        rows = sorted;
      }
    }
    return rows;
  }

  /** Where the rows of each digit begin; empty when all have the same. */
  private static int[] starts(long[] ids, int size, int shift) {
    int[] starts = new int[RADIX + 1];
    for (int row = 0; row < size; row++) {
      starts[digit(ids[row], shift) + 1]++;
    }
    for (int digit = 0; digit < RADIX; digit++) {
      if (starts[digit + 1] == size) {
        return new int[0];
      }
      starts[digit + 1] += starts[digit];
    }
    return starts;
  }

  /** The digit at a place; the sign's is turned, so that negative ids come first. */
  private static int digit(long id, int shift) {
    return (int) ((id ^ Long.MIN_VALUE) >>> shift) & RADIX - 1;
  }

  private static int lastOfEach(long[] ids, int[] rows) {
    int kept = 0;
    for (int place = 0; place < rows.length; place++) {
      if (place + 1 == rows.length || ids[rows[place]] != ids[rows[place + 1]]) {
        rows[kept++] = rows[place];
      }
    }
    return kept;
  }
}
