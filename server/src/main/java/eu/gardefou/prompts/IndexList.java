package eu.gardefou.prompts;

import java.util.Arrays;

/** A few indexes in the order in which they were found. */
final class IndexList {
  private int[] indexes = new int[4];
  private int size;

  void add(int index) {
    if (size == indexes.length) {
      indexes = Arrays.copyOf(indexes, size * 2);
    }
    indexes[size++] = index;
  }

  int[] toArray() {
    return Arrays.copyOf(indexes, size);
  }
}
