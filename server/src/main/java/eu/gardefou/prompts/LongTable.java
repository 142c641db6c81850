package eu.gardefou.prompts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A map from longs that are hashes already, by open addressing; nothing is ever taken out. */
final class LongTable<V> {
  private static final int SMALLEST = 16;

  /** What stands for the key 0, which marks a slot that is free. */
  private static final long ZERO = 0x2545F4914F6CDD1DL;

  private long[] keys = new long[SMALLEST];
  private @Nullable Object[] values = new @Nullable Object[SMALLEST];
  private int size;

  @SuppressWarnings("unchecked")
  @Nullable V get(long key) {
    return (V) values[slotOf(stored(key))];
  }

  V getOrDefault(long key, V otherwise) {
    V value = get(key);
    return value == null ? otherwise : value;
  }

  boolean contains(long key) {
    return keys[slotOf(stored(key))] != 0;
  }

  void put(long key, V value) {
    long stored = stored(key);
    int slot = slotOf(stored);
    if (keys[slot] == 0 && ++size * 2 > keys.length) {
      grow();
      slot = slotOf(stored);
    }
    keys[slot] = stored;
    values[slot] = value;
  }

  private static long stored(long key) {
    return key == 0 ? ZERO : key;
  }

  /** The slot that has this key, or the free one where it would be. */
  private int slotOf(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ (key >>> 32)) & mask;
    while (keys[slot] != key && keys[slot] != 0) {
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
      if (oldKeys[i] != 0) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
