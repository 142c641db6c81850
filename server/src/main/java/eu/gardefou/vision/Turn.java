package eu.gardefou.vision;

/** Turns squares, and what was found in a turned one back again. */
final class Turn {
  /** How many ways there are to hold a picture. */
  static final int WAYS = 4;

  private Turn() {}

  /**
   * A square turned clockwise.
   *
   * @param square side by side by 3
   * @param turns quarters, 0 to 3
   */
  static float[] clockwise(float[] square, int side, int turns) {
    if (turns == 0) {
      return square;
    }
    float[] turned = new float[square.length];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int from = (y * side + x) * 3;
        int to =
            switch (turns) {
              case 1 -> x * side + side - 1 - y;
              case 2 -> (side - 1 - y) * side + side - 1 - x;
              case 3 -> (side - 1 - x) * side + y;
              default -> throw new IllegalArgumentException("there are 0 to 3 quarter turns");
            };
        System.arraycopy(square, from, turned, to * 3, 3);
      }
    }
    return turned;
  }

  /** Where a box in a square that was turned clockwise is in the square as it was. */
  static Box back(Box box, double side, int turns) {
    double left = box.left();
    double top = box.top();
    double right = box.right();
    double bottom = box.bottom();
    double sure = box.confidence();
    return switch (turns) {
      case 0 -> box;
      case 1 -> new Box(top, side - right, bottom, side - left, sure, 1);
      case 2 -> new Box(side - right, side - bottom, side - left, side - top, sure, 2);
      case 3 -> new Box(side - bottom, left, side - top, right, sure, 3);
      default -> throw new IllegalArgumentException("there are 0 to 3 quarter turns");
    };
  }
}
