package eu.gardefou.vision;

import eu.gardefou.media.Raster;

/**
 * A head, or a scene, in 16 by 16 shades of grey, to lay two pictures of one scene over each other.
 * It tells whether the same pixels were kept, not who somebody is, and is never stored.
 */
final class Head {
  private static final int SIDE = 16;
  private static final double MARGIN = 0.7;

  private final double[] shades;

  private Head(double[] shades) {
    this.shades = shades;
  }

  static Head of(Raster raster, Box face) {
    int size = Math.max(1, (int) Math.ceil(face.side() * 2 * MARGIN));
    int left = (int) Math.round(face.centreX() - size / 2.0);
    int top = (int) Math.round(face.centreY() - size / 2.0);
    float[] crop = Resize.smooth(raster, new Region(left, top, size, size), SIDE, SIDE);
    return of(Turn.clockwise(crop, SIDE, face.turns()));
  }

  /** A whole picture in the same way. */
  static Head scene(Raster raster) {
    return of(Resize.smooth(raster, Region.all(raster), SIDE, SIDE));
  }

  private static Head of(float[] upright) {
    double[] shades = new double[SIDE * SIDE];
    double sum = 0;
    for (int i = 0; i < shades.length; i++) {
      shades[i] = 0.299 * upright[i * 3] + 0.587 * upright[i * 3 + 1] + 0.114 * upright[i * 3 + 2];
      sum += shades[i];
    }
    double squares = 0;
    for (int i = 0; i < shades.length; i++) {
      shades[i] -= sum / shades.length;
      squares += shades[i] * shades[i];
    }
    for (int i = 0; i < shades.length; i++) {
      shades[i] /= Math.sqrt(squares) + 1e-9;
    }
    return new Head(shades);
  }

  /** How alike two heads are held and lit, -1 to 1. */
  double likeness(Head other, boolean mirrored) {
    double sum = 0;
    for (int i = 0; i < shades.length; i++) {
      int at = mirrored ? i - i % SIDE + SIDE - 1 - i % SIDE : i;
      sum += shades[i] * other.shades[at];
    }
    return sum;
  }
}
