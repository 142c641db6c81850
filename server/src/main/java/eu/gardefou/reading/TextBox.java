package eu.gardefou.reading;

/**
 * Where a line of text may be, in pixels of the picture.
 *
 * @param x of its centre
 * @param y of its centre
 * @param alongX direction in which it is read, of length 1
 * @param alongY the same
 * @param length along that direction
 * @param height across it
 */
record TextBox(double x, double y, double alongX, double alongY, double length, double height) {
  private static final double LONG = 1.5;
  private static final double SAME_DIRECTION = 0.94;
  private static final double SAME_HEIGHT = 1.7;
  private static final double SAME_LINE = 0.45;
  private static final double WIDEST_GAP = 1.6;

  /** As it is most likely read: along its longer side, from the left, or downwards. */
  TextBox upright() {
    TextBox box = this;
    boolean clearlyLong = Math.max(length, height) >= LONG * Math.min(length, height);
    if (clearlyLong ? length < height : Math.abs(alongX) < Math.abs(alongY)) {
      box = turned();
    }
    boolean backwards =
        Math.abs(box.alongX) >= Math.abs(box.alongY) ? box.alongX < 0 : box.alongY < 0;
    return backwards ? box.reversed() : box;
  }

  /** Read from the other end. */
  TextBox reversed() {
    return new TextBox(x, y, -alongX, -alongY, length, height);
  }

  /** Read across. */
  TextBox turned() {
    return new TextBox(x, y, -alongY, alongX, /* length= */ height, /* height= */ length);
  }

  boolean isSteep() {
    return Math.abs(alongY) > Math.abs(alongX);
  }

  boolean isLong() {
    return length >= LONG * height;
  }

  boolean contains(double px, double py) {
    return Math.abs(along(px, py)) <= length / 2 && Math.abs(across(px, py)) <= height / 2;
  }

  private double along(double px, double py) {
    return (px - x) * alongX + (py - y) * alongY;
  }

  private double across(double px, double py) {
    return (py - y) * alongX - (px - x) * alongY;
  }

  /** Whether another box goes on with the same line. */
  boolean continuesWith(TextBox other) {
    double larger = Math.max(height, other.height);
    double gap = Math.abs(along(other.x, other.y)) - (length + other.length) / 2;
    return alongX * other.alongX + alongY * other.alongY >= SAME_DIRECTION
        && larger <= SAME_HEIGHT * Math.min(height, other.height)
        && Math.abs(across(other.x, other.y)) <= SAME_LINE * larger
        && gap <= WIDEST_GAP * larger;
  }

  /** The smallest box in this one's direction that holds both. */
  TextBox with(TextBox other) {
    double left = -length / 2;
    double right = length / 2;
    double top = -height / 2;
    double bottom = height / 2;
    for (int corner = 0; corner < 4; corner++) {
      double l = (corner & 1) == 0 ? other.length / 2 : -other.length / 2;
      double h = (corner & 2) == 0 ? other.height / 2 : -other.height / 2;
      double px = other.x + l * other.alongX - h * other.alongY;
      double py = other.y + l * other.alongY + h * other.alongX;
      left = Math.min(left, along(px, py));
      right = Math.max(right, along(px, py));
      top = Math.min(top, across(px, py));
      bottom = Math.max(bottom, across(px, py));
    }
    double middle = (left + right) / 2;
    double centre = (top + bottom) / 2;
    return new TextBox(
        x + middle * alongX - centre * alongY,
        y + middle * alongY + centre * alongX,
        alongX,
        alongY,
        right - left,
        bottom - top);
  }
}
