package eu.gardefou.vision;

import eu.gardefou.media.Raster;
import java.util.Arrays;

/**
 * What lies below a face, in squares of a quarter of the face's width: one and a half faces to
 * either side, five and a half down. Of each square it is known how much of it has the face's own
 * colour. Since it is measured by the face, two pictures of one person can be laid over each other
 * whatever was cut off, enlarged, turned or mirrored.
 */
final class Body {
  private static final int COLUMNS = 12;
  private static final int ROWS = 22;
  private static final int CELLS = COLUMNS * ROWS;
  private static final double CELL = 0.25;

  /** Samples of a square, in either direction. */
  private static final int SAMPLES = 8;

  /** How much brighter or darker a square has to become to count as changed. */
  private static final double CHANGED = 0.35;

  /** A picture without colours: as bright as the face, about. */
  private static final double LIKE_THE_FACE = 0.4;

  /** A crop that leaves less than this is measured as if it had left so much. */
  private static final int LEAST = CELLS / 3;

  /** The share of each square that has the face's colour; NaN outside the picture. */
  private final double[] bare;

  /** The share that may well have it, to be asked what was bare before. */
  private final double[] perhaps;

  /** How bright each square is by the face, as a logarithm; NaN outside the picture. */
  private final double[] light;

  private final boolean grey;

  private Body(double[] bare, double[] perhaps, double[] light, boolean grey) {
    this.bare = bare;
    this.perhaps = perhaps;
    this.light = light;
    this.grey = grey;
  }

  /** The body that belongs to a face of that colour. */
  static Body of(Raster raster, Box face, Skin skin) {
    Body body = new Body(new double[CELLS], new double[CELLS], new double[CELLS], skin.isGrey());
    for (int cell = 0; cell < CELLS; cell++) {
      body.measure(raster, face, skin, cell);
    }
    return body;
  }

  private void measure(Raster raster, Box face, Skin skin, int cell) {
    int inside = 0;
    int covered = 0;
    int maybe = 0;
    double sum = 0;
    int[] rgb = raster.rgb();
    for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
      int row = cell / COLUMNS;
      int line = sample / SAMPLES;
      double across = (cell % COLUMNS + (sample % SAMPLES + 0.5) / SAMPLES) * CELL - 1.5;
      double down = (row + (line + 0.5) / SAMPLES) * CELL + 0.6;
      int at = at(raster, face, across * face.side(), down * face.side());
      if (at >= 0) {
        inside++;
        covered += skin.covers(rgb[at]) ? 1 : 0;
        maybe += skin.mayCover(rgb[at]) ? 1 : 0;
        sum += skin.light(rgb[at]);
      }
    }
    boolean visible = inside * 2 >= SAMPLES * SAMPLES;
    light[cell] = visible ? sum / inside : Double.NaN;
    bare[cell] = visible ? (double) covered / inside : Double.NaN;
    perhaps[cell] = visible ? (double) maybe / inside : Double.NaN;
    if (visible && grey) {
      bare[cell] = Math.abs(light[cell]) < LIKE_THE_FACE ? 1 : 0;
    }
  }

  /** The pixel that far right of and below the face's centre, as the face is held; or -1. */
  private static int at(Raster raster, Box face, double right, double down) {
    double dx = right;
    double dy = down;
    for (int i = 0; i < face.turns(); i++) {
      double was = dx;
      dx = dy;
      dy = -was;
    }
    int x = (int) Math.floor(face.centreX() + dx);
    int y = (int) Math.floor(face.centreY() + dy);
    boolean inside = x >= 0 && y >= 0 && x < raster.width() && y < raster.height();
    return inside ? y * raster.width() + x : -1;
  }

  /** Whether a place in the picture is the face's, or below it where a body is measured. */
  static boolean holds(Box face, double x, double y) {
    double right = x - face.centreX();
    double down = y - face.centreY();
    for (int i = 0; i < face.turns(); i++) {
      double was = right;
      right = -down;
      down = was;
    }
    return Math.abs(right) < 1.5 * face.side()
        && down > -face.side()
        && down < (ROWS * CELL + 0.6) * face.side();
  }

  Body mirrored() {
    Body other = new Body(new double[CELLS], new double[CELLS], new double[CELLS], grey);
    for (int cell = 0; cell < CELLS; cell++) {
      int from = cell - cell % COLUMNS + COLUMNS - 1 - cell % COLUMNS;
      other.bare[cell] = bare[from];
      other.perhaps[cell] = perhaps[from];
      other.light[cell] = light[from];
    }
    return other;
  }

  /** The share of what is seen that has the face's colour. */
  double bare() {
    double sum = Arrays.stream(bare).filter(share -> !Double.isNaN(share)).sum();
    return sum / Math.max(LEAST, visible());
  }

  long visible() {
    return Arrays.stream(bare).filter(share -> !Double.isNaN(share)).count();
  }

  /**
   * The share that has the face's colour and had not: of what both pictures show.
   *
   * @param before the same person in another picture
   */
  double newlyBare(Body before) {
    return newlyBare(before, !grey && !before.grey);
  }

  /**
   * The same for two pictures of one scene of which one has no colours to go by: the share that has
   * the face's colour and became brighter or darker.
   */
  double newlyBareByLight(Body before) {
    return newlyBare(before, false);
  }

  private double newlyBare(Body before, boolean colours) {
    double sum = 0;
    int common = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      if (!Double.isNaN(bare[cell]) && !Double.isNaN(before.bare[cell])) {
        common++;
        sum += newlyBare(before, cell, colours);
      }
    }
    return sum / Math.max(LEAST, common);
  }

  /** Two boxes of one face differ a little, so the squares around count as the same place. */
  private double newlyBare(Body before, int cell, boolean colours) {
    double most = 0;
    double nearest = Double.MAX_VALUE;
    for (int down = -1; down <= 1; down++) {
      for (int across = -1; across <= 1; across++) {
        int column = cell % COLUMNS + across;
        int other = cell + down * COLUMNS + across;
        if (column < 0 || column >= COLUMNS || other < 0 || other >= CELLS) {
          continue;
        }
        if (!Double.isNaN(before.bare[other])) {
          most = Math.max(most, before.perhaps[other]);
          nearest = Math.min(nearest, Math.abs(light[cell] - before.light[other]));
        }
      }
    }
    return colours ? Math.max(0, bare[cell] - most) : nearest > CHANGED ? bare[cell] : 0;
  }
}
