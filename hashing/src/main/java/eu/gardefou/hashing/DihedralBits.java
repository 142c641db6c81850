package eu.gardefou.hashing;

import java.util.Arrays;
import java.util.List;

/**
 * Turns 16 by 16 coefficients into the hashes of a picture's eight poses.
 *
 * <p>To mirror a picture is to change the sign of every other row or column of its transform, to
 * turn it is that and a transposition; so one transform serves all poses. A transposition leaves
 * the median alone, so there are four medians for eight hashes.
 */
final class DihedralBits {
  private static final int SIDE = CosineTransform.KEPT;

  private DihedralBits() {}

  /** The eight hashes in the order of {@link PdqFingerprint#dihedral}. */
  static List<PdqHash> of(float[] coefficients) {
    boolean[] asIs = bits(coefficients);
    boolean[] topToBottom = bits(signs(coefficients, 1, 0));
    boolean[] leftToRight = bits(signs(coefficients, 0, 1));
    boolean[] both = bits(signs(coefficients, 1, 1));
    return List.of(
        hash(asIs),
        hash(transposed(leftToRight)),
        hash(both),
        hash(transposed(topToBottom)),
        hash(topToBottom),
        hash(leftToRight),
        hash(transposed(asIs)),
        hash(transposed(both)));
  }

  /** Changes the sign of every other row, or column, or both, beginning with the first. */
  private static float[] signs(float[] coefficients, int rows, int columns) {
    float[] changed = new float[coefficients.length];
    for (int k = 0; k < coefficients.length; k++) {
      // Coefficient 0 is frequency 1: the odd frequencies are the ones that mirroring negates.
      int odd = rows * (k / SIDE + 1) + columns * (k % SIDE + 1);
      changed[k] = odd % 2 == 0 ? coefficients[k] : -coefficients[k];
    }
    return changed;
  }

  private static boolean[] bits(float[] coefficients) {
    float median = lowerMedian(coefficients);
    boolean[] bits = new boolean[coefficients.length];
    for (int k = 0; k < bits.length; k++) {
      bits[k] = coefficients[k] > median;
    }
    return bits;
  }

  private static float lowerMedian(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 2];
  }

  private static boolean[] transposed(boolean[] bits) {
    boolean[] transposed = new boolean[bits.length];
    for (int k = 0; k < bits.length; k++) {
      transposed[k % SIDE * SIDE + k / SIDE] = bits[k];
    }
    return transposed;
  }

  /** Bit 0, the lowest frequency, is the least significant of the 256. */
  private static PdqHash hash(boolean[] bits) {
    return new PdqHash(word(bits, 192), word(bits, 128), word(bits, 64), word(bits, 0));
  }

  private static long word(boolean[] bits, int start) {
    long word = 0;
    for (int k = start + Long.SIZE - 1; k >= start; k--) {
      word = word << 1 | (bits[k] ? 1 : 0);
    }
    return word;
  }
}
