package eu.gardefou.vision;

import eu.gardefou.media.Raster;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a picture, measured by their face.
 *
 * @param face in parts of the picture's width
 * @param aspect of the picture: height by width
 * @param tinted whether the picture has no colours that tell skin from anything else
 */
record Person(Box face, double aspect, Skin skin, boolean tinted, Body body, Head head) {
  /** Width of the face in the copy that is measured. */
  private static final double FACE = 48;

  /** Smaller than this, in pixels, a face has no colour that can be trusted. */
  private static final double SMALLEST = 20;

  /** Somebody with that face; null when its colour cannot be told. */
  static @Nullable Person of(Raster raster, Box face) {
    if (face.side() < SMALLEST) {
      return null;
    }
    Raster small = copy(raster, face.side());
    Box inSmall = face.times((double) small.width() / raster.width());
    Skin skin = Skin.of(small, inSmall);
    return skin == null
        ? null
        : new Person(
            face.times(1.0 / raster.width()),
            (double) raster.height() / raster.width(),
            skin,
            Tint.hides(small, inSmall, skin),
            Body.of(small, inSmall, skin),
            Head.of(small, inSmall));
  }

  /** The same face, held in another way; null when its colour cannot be told. */
  @Nullable Person turned(Raster raster, int quarters) {
    Box there = face.times(raster.width());
    int turns = (face.turns() + quarters) % Turn.WAYS;
    return of(
        raster,
        new Box(
            there.left(), there.top(), there.right(), there.bottom(), there.confidence(), turns));
  }

  /** The same place in another picture of the scene, by the colour of a face. */
  Body placedIn(Raster raster, Skin colour) {
    Box there = face.times(raster.width());
    Raster small = copy(raster, there.side());
    return Body.of(small, face.times(small.width()), colour);
  }

  private static Raster copy(Raster raster, double side) {
    double scale = Math.min(1, FACE / side);
    int width = (int) Math.max(1, Math.round(raster.width() * scale));
    int height = (int) Math.max(1, Math.round(raster.height() * scale));
    return scale == 1
        ? raster
        : Resize.raster(Resize.smooth(raster, Region.all(raster), width, height), width, height);
  }

  /** Whether two pictures have one shape, so that places in one are places in the other. */
  boolean hasShapeOf(double otherAspect) {
    return Math.abs(Math.log(aspect / otherAspect)) < 0.05;
  }
}
