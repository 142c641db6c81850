package eu.gardefou.vision;

import eu.gardefou.media.Raster;

/**
 * Whether a picture's colours tell skin from anything else. In black and white, and under a filter
 * that gives everything one colour, they do not: cloth has the face's colour there.
 */
final class Tint {
  /** Points that are looked at, in either direction. */
  private static final int GRID = 64;

  /** So much of what surrounds a body in the face's own colour is a tint. */
  private static final double MOST = 0.6;

  /** Fewer points than this around a body, and all but the face counts. */
  private static final int FEW = GRID * GRID / 10;

  /** How many faces around somebody count: what is farther away is soon painted. */
  private static final double REACH = 8;

  private Tint() {}

  /** Whether there is no colour to go by. */
  static boolean hides(Raster raster, Box face, Skin skin) {
    return skin.isGrey() || share(raster, face, skin) >= MOST;
  }

  private static double share(Raster raster, Box face, Skin skin) {
    int[] around = new int[2];
    int[] all = new int[2];
    for (int point = 0; point < GRID * GRID; point++) {
      int column = point % GRID;
      int row = point / GRID;
      int x = (2 * column + 1) * raster.width() / (2 * GRID);
      int y = (2 * row + 1) * raster.height() / (2 * GRID);
      int rgb = raster.rgb()[y * raster.width() + x];
      if (!Skin.tellsColour(rgb)) {
        continue;
      }
      boolean alike = skin.hasColour(rgb);
      double away = Math.max(Math.abs(x - face.centreX()), Math.abs(y - face.centreY()));
      if (!Body.holds(face, x, y) && away < REACH * face.side()) {
        count(around, alike);
      }
      if (away > face.side()) {
        count(all, alike);
      }
    }
    int[] counted = around[1] >= FEW ? around : all;
    return counted[1] == 0 ? 1 : (double) counted[0] / counted[1];
  }

  private static void count(int[] alikeAndAll, boolean alike) {
    alikeAndAll[0] += alike ? 1 : 0;
    alikeAndAll[1]++;
  }
}
