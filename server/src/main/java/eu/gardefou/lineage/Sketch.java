package eu.gardefou.lineage;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Words by keyed marks of their runs of three letters: enough to tell whether two requests are
 * nearly alike. Up to 64 runs all are kept, beyond that those with the lowest marks, which are a
 * fair sample.
 */
public final class Sketch {
  static final int MOST = 64;

  /** So much of all runs of two requests is common to both: nearly the same words. */
  private static final double ALIKE = 0.8;

  /** Of somebody who was refused just before, less is enough. */
  private static final double ALIKE_OF_ONE = 0.7;

  /** Or so much of the earlier one is in the later one, which is not much longer. */
  private static final double CONTAINED = 0.95;

  private static final double LONGER = 1.5;

  /** So much is common to requests that try for the same in other words. */
  private static final double AKIN = 0.4;

  private final int[] marks;
  private final int size;

  /**
   * Creates a sketch.
   *
   * @param marks the lowest marks, in order
   * @param size how many there are in all
   */
  Sketch(int[] marks, int size) {
    this.marks = marks;
    this.size = size;
  }

  static Sketch read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int size = buffer.getInt();
    int[] marks = new int[buffer.remaining() / Integer.BYTES];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = buffer.getInt();
    }
    return new Sketch(marks, size);
  }

  byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * (marks.length + 1)).putInt(size);
    for (int mark : marks) {
      buffer.putInt(mark);
    }
    return buffer.array();
  }

  /**
   * Whether this is nearly the same as what was asked before.
   *
   * @param sameCaller whether it was the same who asked
   */
  boolean repeats(Sketch before, boolean sameCaller) {
    if (size == 0 || before.size == 0) {
      return size == before.size;
    }
    double alike = similarity(before);
    double common = (alike / (1 + alike)) * ((double) size + before.size);
    return alike >= (sameCaller ? ALIKE_OF_ONE : ALIKE)
        || (common >= CONTAINED * before.size && size <= LONGER * before.size);
  }

  /** Whether both try for something alike. */
  boolean isAkinTo(Sketch other) {
    if (size == 0 || other.size == 0) {
      return size == other.size;
    }
    return similarity(other) >= AKIN;
  }

  /** Of all runs of both, the part that both have, told from the lowest marks of them together. */
  double similarity(Sketch other) {
    int mine = 0;
    int theirs = 0;
    int both = 0;
    int seen = 0;
    while (seen < MOST && mine + theirs < marks.length + other.marks.length) {
      int order = order(mine, other, theirs);
      both += order == 0 ? 1 : 0;
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
      seen++;
    }
    return seen == 0 ? 1 : (double) both / seen;
  }

  private int order(int mine, Sketch other, int theirs) {
    if (mine == marks.length) {
      return 1;
    }
    return theirs == other.marks.length
        ? -1
        : Integer.compareUnsigned(marks[mine], other.marks[theirs]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sketch sketch
        && size == sketch.size
        && Arrays.equals(marks, sketch.marks);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(marks);
  }
}
