package eu.gardefou.hashing.index;

import eu.gardefou.hashing.PdqHash;
import java.io.IOException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** A view as one row of hashes by ascending id: runs of the snapshot, and changes between them. */
final class Merge {
  private final Slots slots;
  private final NavigableMap<Long, Optional<PdqHash>> changes;

  Merge(View view) {
    slots = view.snapshot().slots();
    changes = view.changes();
  }

  /** Takes hashes in order. */
  interface Sink {
    /** Slots that are as they were. */
    void addRun(Slots slots, int from, int to) throws IOException;

    /** A hash that was put since. */
    void add(long id, PdqHash hash) throws IOException;
  }

  int size() {
    int size = slots.size();
    for (Map.Entry<Long, Optional<PdqHash>> change : changes.entrySet()) {
      boolean wasThere = slots.slotOf(change.getKey()) >= 0;
      size += (change.getValue().isPresent() ? 1 : 0) - (wasThere ? 1 : 0);
    }
    return size;
  }

  void into(Sink sink) throws IOException {
    int done = 0;
    for (Map.Entry<Long, Optional<PdqHash>> change : changes.entrySet()) {
      int slot = slots.slotOf(change.getKey());
      int until = slot < 0 ? -slot - 1 : slot;
      sink.addRun(slots, done, until);
      done = slot < 0 ? until : until + 1;
      if (change.getValue().isPresent()) {
        sink.add(change.getKey(), change.getValue().get());
      }
    }
    sink.addRun(slots, done, slots.size());
  }
}
