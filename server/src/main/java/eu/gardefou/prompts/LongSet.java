package eu.gardefou.prompts;

/** A fixed set of longs that are hashes already, by open addressing. */
final class LongSet {
  private final long[] slots;
  private final int mask;
  private boolean hasZero;

  LongSet(long[] values) {
    int capacity = Integer.highestOneBit(Math.max(8, values.length * 3)) * 2;
    slots = new long[capacity];
    mask = capacity - 1;
    for (long value : values) {
      add(value);
    }
  }

  private void add(long value) {
    if (value == 0) {
      hasZero = true;
      return;
    }
    int slot = slotOf(value);
    while (slots[slot] != 0 && slots[slot] != value) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = value;
  }

  boolean contains(long value) {
    if (value == 0) {
      return hasZero;
    }
    int slot = slotOf(value);
    while (slots[slot] != 0) {
      if (slots[slot] == value) {
        return true;
      }
      slot = (slot + 1) & mask;
    }
    return false;
  }

  private int slotOf(long value) {
    return (int) (value ^ (value >>> 32)) & mask;
  }
}
