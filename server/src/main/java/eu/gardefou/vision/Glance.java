package eu.gardefou.vision;

import eu.gardefou.media.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One look of the face detector: at a part of a copy of the picture, held in some way.
 *
 * @param copy the picture in another size
 * @param side how long the part's longer side is made, in pixels of the detector's input
 * @param turns by how many quarters it is turned clockwise
 * @param sure less sure than this is no face
 */
record Glance(Raster copy, Region part, int side, int turns, double sure) {
  /** The detector's input is a square of this. */
  static final int INPUT = 256;

  /**
   * What is not upright, or half or twice as large, has to look much like a face. Measured on the
   * demo photos: faces have 0.85 and more, and what is none stays below 0.77.
   */
  static final double SURE_ELSEWHERE = 0.8;

  private static final int OVERLAP = 51;

  /**
   * All looks at one view, the most telling first.
   *
   * <p>The whole picture in full and half size, held in all four ways; then tiles of a copy whose
   * shorter side is {@value View#SMALL}, in all four ways; then, upright, tiles of a copy twice as
   * large, when the picture has that many pixels. Finding a face ends nothing: who adds one face
   * must not hide another.
   *
   * @param budget how many looks there may be; the whole picture in all four ways is always among
   *     them
   */
  static List<Glance> at(View view, int budget) {
    Raster small = view.small();
    List<Glance> glances = new ArrayList<>();
    List<Region> wholes = view.isLong() ? Region.pieces(small) : List.of(Region.all(small));
    add(glances, small, wholes, INPUT, Turn.WAYS, BlazeFace.SURE);
    int least = glances.size();
    add(glances, small, List.of(Region.all(small)), INPUT / 2, Turn.WAYS, SURE_ELSEWHERE);
    if (Math.min(small.width(), small.height()) > INPUT) {
      add(glances, small, Region.tiles(small, INPUT, OVERLAP), INPUT, Turn.WAYS, BlazeFace.SURE);
    }
    if (glances.size() < budget && view.shorter() >= 2 * View.SMALL && !view.isLong()) {
      Raster large = view.twiceSmall();
      add(glances, large, Region.tiles(large, INPUT, OVERLAP), INPUT, 1, SURE_ELSEWHERE);
    }
    return glances.subList(0, Math.min(glances.size(), Math.max(budget, least)));
  }

  private static void add(
      List<Glance> glances, Raster copy, List<Region> parts, int side, int ways, double sure) {
    for (int turns = 0; turns < ways; turns++) {
      for (Region part : parts) {
        glances.add(new Glance(copy, part, side, turns, turns == 0 ? sure : SURE_ELSEWHERE));
      }
    }
  }

  /** What the detector is given: -1 to 1, black around the part. */
  float[] input() {
    int width = width();
    int height = height();
    float[] picture = Resize.smooth(copy, part, width, height);
    float[] input = new float[INPUT * INPUT * 3];
    Arrays.fill(input, -1);
    int offset = offset();
    for (int row = 0; row < height; row++) {
      int to = ((row + offset) * INPUT + offset) * 3;
      for (int i = 0; i < width * 3; i++) {
        input[to + i] = picture[row * width * 3 + i] / 127.5f - 1;
      }
    }
    return Turn.clockwise(input, INPUT, turns);
  }

  /** Where something found in the input is in the copy. */
  Box inCopy(Box found) {
    Box box = Turn.back(found, INPUT, turns);
    double across = (double) part.width() / width();
    double down = (double) part.height() / height();
    return new Box(
        part.x() + (box.left() - offset()) * across,
        part.y() + (box.top() - offset()) * down,
        part.x() + (box.right() - offset()) * across,
        part.y() + (box.bottom() - offset()) * down,
        box.confidence(),
        turns);
  }

  /** A picture made smaller lies in the middle. */
  private int offset() {
    return (INPUT - side) / 2;
  }

  private int width() {
    return Math.max(1, part.width() * side / Math.max(part.width(), part.height()));
  }

  private int height() {
    return Math.max(1, part.height() * side / Math.max(part.width(), part.height()));
  }
}
