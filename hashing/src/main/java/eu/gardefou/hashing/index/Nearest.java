package eu.gardefou.hashing.index;

import java.util.Arrays;

/**
 * The nearest ids seen so far, as many as the caller wants: a binary heap with the farthest on top,
 * which is the one to give way. Every id is offered once.
 */
final class Nearest {
  private static final int FIRST_ROOM = 16;
  private static final int FARTHEST = HammingIndex.MOST_RADIUS;

  private final int limit;
  private long[] ids;
  private int[] distances;
  private int size;
  private boolean more;

  Nearest(int limit) {
    this.limit = limit;
    ids = new long[Math.min(limit, FIRST_ROOM)];
    distances = new int[ids.length];
  }

  /** Whether an offer would change nothing, so that it need not even be made. */
  boolean isClosedTo(long id, int distance) {
    return more && !isNearerThanTop(id, distance);
  }

  void offer(long id, int distance) {
    if (size < limit) {
      add(id, distance);
      return;
    }
    more = true;
    if (isNearerThanTop(id, distance)) {
      siftDown(id, distance);
    }
  }

  void clear() {
    size = 0;
    more = false;
  }

  Neighbours toNeighbours() {
    int[] ends = new int[FARTHEST + 2];
    for (int i = 0; i < size; i++) {
      ends[distances[i] + 1]++;
    }
    for (int distance = 0; distance <= FARTHEST; distance++) {
      ends[distance + 1] += ends[distance];
    }
    // Each place is now where a distance begins; filling moves it to where that distance ends.
    long[] sorted = new long[size];
    for (int i = 0; i < size; i++) {
      sorted[ends[distances[i]]++] = ids[i];
    }
    Neighbour[] found = new Neighbour[size];
    for (int distance = 0, from = 0; distance <= FARTHEST; distance++) {
      int to = ends[distance];
      Arrays.sort(sorted, from, to);
      for (; from < to; from++) {
        found[from] = new Neighbour(sorted[from], distance);
      }
    }
    return new Neighbours(Arrays.asList(found), more);
  }

  private void add(long id, int distance) {
    if (size == ids.length) {
      int room = (int) Math.min(limit, size * 2L);
      ids = Arrays.copyOf(ids, room);
      distances = Arrays.copyOf(distances, room);
    }
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) / 2;
      if (!isBefore(ids[parent], distances[parent], id, distance)) {
        break;
      }
      set(hole, ids[parent], distances[parent]);
      hole = parent;
    }
    set(hole, id, distance);
  }

  /** Puts a nearer one in the place of the top. */
  private void siftDown(long id, int distance) {
    int hole = 0;
    while (2 * hole + 1 < size) {
      int child = 2 * hole + 1;
      if (child + 1 < size
          && isBefore(ids[child], distances[child], ids[child + 1], distances[child + 1])) {
        child++;
      }
      if (!isBefore(id, distance, ids[child], distances[child])) {
        break;
      }
      set(hole, ids[child], distances[child]);
      hole = child;
    }
    set(hole, id, distance);
  }

  private boolean isNearerThanTop(long id, int distance) {
    return isBefore(id, distance, ids[0], distances[0]);
  }

  private void set(int place, long id, int distance) {
    ids[place] = id;
    distances[place] = distance;
  }

  private static boolean isBefore(long id, int distance, long otherId, int otherDistance) {
    return distance < otherDistance || (distance == otherDistance && id < otherId);
  }
}
