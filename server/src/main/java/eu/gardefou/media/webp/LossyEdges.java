package eu.gardefou.media.webp;

/** Smooths the pixels on both sides of an edge (RFC 6386, sections 15.2 and 15.3). */
final class LossyEdges {
  private final byte[] pixels;
  private final int size;
  private final boolean simple;
  private final int interior;
  private final int high;

  /**
   * Edges of one macroblock in one plane.
   *
   * @param interior how much pixels on one side may differ where there is an edge to smooth
   * @param high how much the two next to the edge may differ before only they are changed
   */
  LossyEdges(LossyPlane plane, boolean simple, int interior, int high) {
    this.pixels = plane.pixels();
    this.size = plane.blockSize();
    this.simple = simple;
    this.interior = interior;
    this.high = high;
  }

  /**
   * The edge of the macroblock.
   *
   * @param across the way from a pixel to the next across the edge
   * @param along the way from a pixel to the next along the edge
   */
  void outer(int start, int across, int along, int limit) {
    int most = 2 * limit + 1;
    for (int i = 0, at = start; i < size; i++, at += along) {
      if (simple) {
        smoothSimply(at, across, most);
      } else if (isToBeSmoothed(at, across, most)) {
        smoothOuter(at, across);
      }
    }
  }

  /** The edges every four pixels inside the macroblock. */
  void inner(int start, int across, int along, int limit) {
    int most = 2 * limit + 1;
    for (int k = 4; k < size; k += 4) {
      for (int i = 0, at = start + k * across; i < size; i++, at += along) {
        if (simple) {
          smoothSimply(at, across, most);
        } else if (isToBeSmoothed(at, across, most)) {
          smoothInner(at, across);
        }
      }
    }
  }

  private int at(int place) {
    return pixels[place] & 0xFF;
  }

  private boolean isSmall(int at, int across, int most) {
    int near = Math.abs(at(at - across) - at(at));
    int far = Math.abs(at(at - 2 * across) - at(at + across));
    return 4 * near + far <= most;
  }

  private boolean isToBeSmoothed(int at, int across, int most) {
    return isSmall(at, across, most)
        && isFlat(at - 4 * across, across)
        && isFlat(at - 3 * across, across)
        && isFlat(at - 2 * across, across)
        && isFlat(at, across)
        && isFlat(at + across, across)
        && isFlat(at + 2 * across, across);
  }

  private boolean isFlat(int at, int across) {
    return Math.abs(at(at) - at(at + across)) <= interior;
  }

  private boolean isHigh(int at, int across) {
    return Math.abs(at(at - 2 * across) - at(at - across)) > high
        || Math.abs(at(at + across) - at(at)) > high;
  }

  private void smoothSimply(int at, int across, int most) {
    if (isSmall(at, across, most)) {
      smoothTwo(at, across);
    }
  }

  /** Changes the two pixels next to the edge. */
  private void smoothTwo(int at, int across) {
    int step = 3 * (at(at) - at(at - across));
    int a = step + signed(at(at - 2 * across) - at(at + across));
    change(at - across, eighth(a + 3));
    change(at, -eighth(a + 4));
  }

  private void smoothInner(int at, int across) {
    if (isHigh(at, across)) {
      smoothTwo(at, across);
      return;
    }
    int a = 3 * (at(at) - at(at - across));
    int down = eighth(a + 4);
    int outer = (down + 1) >> 1;
    change(at - 2 * across, outer);
    change(at - across, eighth(a + 3));
    change(at, -down);
    change(at + across, -outer);
  }

  private void smoothOuter(int at, int across) {
    if (isHigh(at, across)) {
      smoothTwo(at, across);
      return;
    }
    int p1 = at(at - 2 * across);
    int q1 = at(at + across);
    int a = signed(3 * (at(at) - at(at - across)) + signed(p1 - q1));
    int near = (27 * a + 63) >> 7;
    int middle = (18 * a + 63) >> 7;
    int far = (9 * a + 63) >> 7;
    change(at - 3 * across, far);
    change(at - 2 * across, middle);
    change(at - across, near);
    change(at, -near);
    change(at + across, -middle);
    change(at + 2 * across, -far);
  }

  private void change(int place, int by) {
    pixels[place] = (byte) Math.clamp(at(place) + by, 0, 255);
  }

  /** An eighth, of what fits into a signed byte. */
  private static int eighth(int value) {
    return Math.clamp(value >> 3, -16, 15);
  }

  private static int signed(int value) {
    return Math.clamp(value, -128, 127);
  }
}
