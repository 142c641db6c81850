package eu.gardefou.prompts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A map from longs that are hashes already, by open addressing; nothing is ever taken out. */
final class LongTable<V> {
  private static final int SMALLEST = 16;

  private long[] keys = new long[SMALLEST];
  private @Nullable Object[] values = new @Nullable Object[SMALLEST];
  private int size;

  @SuppressWarnings("unchecked")
  @Nullable V get(long key) {
    return (V) values[slotOf(key)];
  }

  V getOrDefault(long key, V otherwise) {
    V value = get(key);
    return value == null ? otherwise : value;
  }

  boolean contains(long key) {
    return values[slotOf(key)] != null;
  }

  void put(long key, V value) {
    int slot = slotOf(key);
    if (values[slot] == null && ++size * 2 > values.length) {
      grow();
      slot = slotOf(key);
    }
    keys[slot] = key;
    values[slot] = value;
  }

  /** The slot that has this key, or the empty one where it would be. */
  private int slotOf(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ (key >>> 32)) & mask;
    while (values[slot] != null && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = Arrays.copyOf(new @Nullable Object[0], oldKeys.length * 2);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
