package eu.gardefou.vision;

import eu.gardefou.media.Raster;
import java.util.ArrayList;
import java.util.List;

/** A rectangle of a picture, in pixels. It may reach over the edge. */
record Region(int x, int y, int width, int height) {
  private static final int PIECES = 8;

  static Region all(Raster raster) {
    return new Region(0, 0, raster.width(), raster.height());
  }

  /**
   * Tiles that cover a picture, evenly spread.
   *
   * @param side of a tile; a picture with a shorter side gives tiles that are cut off there
   * @param overlap the least that neighbours share
   */
  static List<Region> tiles(Raster raster, int side, int overlap) {
    int width = Math.min(side, raster.width());
    int height = Math.min(side, raster.height());
    int columns = count(raster.width(), width, overlap);
    int rows = count(raster.height(), height, overlap);
    List<Region> tiles = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int left = start(raster.width() - width, column, columns);
        int top = start(raster.height() - height, row, rows);
        tiles.add(new Region(left, top, width, height));
      }
    }
    return tiles;
  }

  /**
   * Pieces of a long picture, one after the other: squares with a quarter in common, or, when that
   * would be more than {@value #PIECES}, as many longer ones.
   */
  static List<Region> pieces(Raster raster) {
    int shorter = Math.min(raster.width(), raster.height());
    int longer = Math.max(raster.width(), raster.height());
    int side = Math.max(shorter, Math.ceilDiv(longer * 4, PIECES * 3 + 1));
    return tiles(raster, side, side / 4);
  }

  private static int count(int length, int side, int overlap) {
    return length <= side ? 1 : Math.ceilDiv(length - overlap, side - overlap);
  }

  private static int start(int room, int index, int count) {
    return count == 1 ? 0 : (int) ((long) room * index / (count - 1));
  }

  /** The same part of a copy of the picture in another size. */
  Region in(Raster from, Raster copy) {
    int left = scaled(x, from.width(), copy.width());
    int top = scaled(y, from.height(), copy.height());
    int right = scaled(x + width, from.width(), copy.width());
    int bottom = scaled(y + height, from.height(), copy.height());
    return new Region(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  private static int scaled(int place, int from, int to) {
    return (int) ((long) place * to / from);
  }
}
