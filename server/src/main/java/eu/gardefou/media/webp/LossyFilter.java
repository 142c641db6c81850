package eu.gardefou.media.webp;

/** Smooths the edges of blocks (RFC 6386, section 15). */
final class LossyFilter {
  private final boolean simple;
  private final int level;
  private final int sharpness;
  private final int[] deltas;
  // By segment, then whether the macroblock is predicted in small blocks.
  private final int[][] levels = new int[LossyHeader.SEGMENTS][2];

  /**
   * A filter.
   *
   * @param deltas to the level: for key frames, and for macroblocks predicted in small blocks
   */
  LossyFilter(boolean simple, int level, int sharpness, int[] deltas) {
    this.simple = simple;
    this.level = level;
    this.sharpness = sharpness;
    this.deltas = deltas;
  }

  /** Takes the levels of the segments; none when there are no segments. */
  void setLevels(int[] ofSegments, boolean absolute) {
    for (int segment = 0; segment < levels.length; segment++) {
      int base = level;
      if (ofSegments.length > 0) {
        base = absolute ? ofSegments[segment] : level + ofSegments[segment];
      }
      levels[segment][0] = Math.clamp(base + deltas[0], 0, 63);
      levels[segment][1] = Math.clamp(base + deltas[0] + deltas[1], 0, 63);
    }
  }

  /** The level of a macroblock; 0 when it is not to be smoothed. */
  int level(int segment, boolean small) {
    return level == 0 ? 0 : levels[segment][small ? 1 : 0];
  }

  /**
   * Smooths one macroblock: its left edge, the edges inside, its upper edge, the edges inside.
   *
   * @param inner whether there may be edges inside
   */
  void smooth(LossyPlanes planes, int column, int row, int macroblockLevel, boolean inner) {
    int interior = macroblockLevel;
    if (sharpness > 0) {
      interior >>= sharpness > 4 ? 2 : 1;
      interior = Math.min(interior, 9 - sharpness);
    }
    interior = Math.max(1, interior);
    int high = macroblockLevel >= 40 ? 2 : macroblockLevel >= 15 ? 1 : 0;
    int edge = 2 * macroblockLevel + interior;
    for (LossyPlane plane : simple ? planes.luma() : planes.all()) {
      int at = plane.at(plane.blockSize() * column, plane.blockSize() * row);
      LossyEdges edges = new LossyEdges(plane, simple, interior, high);
      if (column > 0) {
        edges.outer(at, 1, plane.stride(), edge + 4);
      }
      if (inner) {
        edges.inner(at, 1, plane.stride(), edge);
      }
      if (row > 0) {
        edges.outer(at, plane.stride(), 1, edge + 4);
      }
      if (inner) {
        edges.inner(at, plane.stride(), 1, edge);
      }
    }
  }
}
