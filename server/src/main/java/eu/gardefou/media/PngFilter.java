package eu.gardefou.media;

/** Undoes the filters of PNG rows (PNG third edition, section 9). */
final class PngFilter {
  private PngFilter() {}

  /**
   * Restores a row in place.
   *
   * @param row the filter's number, then the filtered bytes
   * @param above the restored row above, or zeros
   * @param step bytes of a whole pixel, at least 1
   */
  static void undo(byte[] row, byte[] above, int step) {
    switch (row[0]) {
      case 0 -> {}
      case 1 -> {
        for (int i = 1 + step; i < row.length; i++) {
          row[i] += row[i - step];
        }
      }
      case 2 -> {
        for (int i = 1; i < row.length; i++) {
          row[i] += above[i];
        }
      }
      case 3 -> undoAverage(row, above, step);
      case 4 -> undoPaeth(row, above, step);
      default -> throw Refusal.damaged("a row has an unknown filter");
    }
  }

  private static void undoAverage(byte[] row, byte[] above, int step) {
    for (int i = 1; i < row.length; i++) {
      int left = i > step ? row[i - step] & 0xFF : 0;
      row[i] += (byte) ((left + (above[i] & 0xFF)) >> 1);
    }
  }

  private static void undoPaeth(byte[] row, byte[] above, int step) {
    int first = Math.min(step, row.length - 1);
    for (int i = 1; i <= first; i++) {
      row[i] += above[i];
    }
    for (int i = 1 + step; i < row.length; i++) {
      int left = row[i - step] & 0xFF;
      int up = above[i] & 0xFF;
      int upLeft = above[i - step] & 0xFF;
      int toLeft = Math.abs(up - upLeft);
      int toUp = Math.abs(left - upLeft);
      int toUpLeft = Math.abs(left + up - 2 * upLeft);
      int nearest = toLeft <= toUp && toLeft <= toUpLeft ? left : toUp <= toUpLeft ? up : upLeft;
      row[i] += (byte) nearest;
    }
  }
}
