package eu.gardefou.models;

/** Pictures by whole-number formulas, so that any language draws the same ones. */
final class Patterns {
  private Patterns() {}

  /** RGB from 0 to 255, row by row, channels running fastest. */
  static int[] draw(int pattern, int width, int height) {
    int[] values = new int[width * height * 3];
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < 3; c++) {
          values[at++] = value(pattern, x, y, c);
        }
      }
    }
    return values;
  }

  private static int value(int pattern, int x, int y, int c) {
    return switch (pattern) {
      case 0 -> (x * 3 + y * 5 + c * 40) & 255;
      case 1 -> ((x * x + y * y) >> (6 + c)) & 255;
      case 2 -> (((x >> 4) ^ (y >> 4)) * (29 + c * 18)) & 255;
      case 3 -> ((x * y) >> (5 + c)) & 255;
      case 4 -> 96 + c * 32 + ((x >> 5) + (y >> 5)) % 3 * 24;
      case 5 -> (x * x * 7 + y * y * 11 + x * y * 13 + c * 101) % 251;
      default -> throw new IllegalArgumentException("there is no pattern " + pattern);
    };
  }
}
