package eu.gardefou.hashing;

/** A picture read row by row as luminance. */
interface PixelRows {
  /** Adds {@code weight} times the luminance of a whole row to {@code sums}. */
  void addRow(int row, float weight, float[] sums);
}
