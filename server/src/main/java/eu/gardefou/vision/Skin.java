package eu.gardefou.vision;

import eu.gardefou.media.Raster;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The colour of one person's face in one picture: what that person's bare skin looks like there.
 *
 * <p>Nothing is assumed about how skin looks. A colour is told by the ratios of red to green and of
 * green to blue, which shade and brightness leave alone; the middle of the face says which ratios,
 * and its scatter how exact they are. So the measure is the same for every tone of skin and under
 * every light.
 *
 * @param redness logarithm of red to green
 * @param yellowness logarithm of green to blue
 * @param rednessScatter how much it differs over the face
 * @param yellownessScatter likewise
 * @param brightness of the face, 0 to 255
 */
record Skin(
    double redness,
    double yellowness,
    double rednessScatter,
    double yellownessScatter,
    double brightness) {
  /** Keeps the ratios of dark colours from running wild. */
  private static final double OFFSET = 8;

  private static final double LEAST_SCATTER = 0.035;
  private static final double MOST_SCATTER = 0.07;
  private static final double REACH = 2;
  private static final double DARKEST = 0.55;
  private static final double BRIGHTEST = 1.8;

  /** By how much more colour and light may differ in what was bare before. */
  private static final double LENIENT_COLOUR = 1.15;

  private static final double LENIENT_LIGHT = 1.4;

  /** A colour with less of the face's colour in it than this is a grey. */
  private static final double COLOUR = 0.4;

  /** Below this, too little light has come from the face to tell a colour. */
  private static final double BLACK = 16;

  /** Darker than this, what a pixel reflects is lost in noise. */
  private static final double DIM = 32;

  /** Nearer to grey than this, a picture has no colour to go by. */
  private static final double GREY = 0.03;

  /** Half the width of the part of a face that counts, as a share of the face. */
  private static final double INNER = 0.3;

  /** The colour of a face; null when it cannot be told. */
  static @Nullable Skin of(Raster raster, Box face) {
    int left = Math.max(0, (int) (face.centreX() - INNER * face.width()));
    int right = Math.min(raster.width(), (int) (face.centreX() + INNER * face.width()));
    int top = Math.max(0, (int) (face.centreY() - INNER * face.height()));
    int bottom = Math.min(raster.height(), (int) (face.centreY() + INNER * face.height()));
    int count = Math.max(0, right - left) * Math.max(0, bottom - top);
    if (count < 16) {
      return null;
    }
    double[] redness = new double[count];
    double[] yellowness = new double[count];
    double[] brightness = new double[count];
    for (int i = 0; i < count; i++) {
      int x = left + i % (right - left);
      int y = top + i / (right - left);
      int rgb = raster.rgb()[y * raster.width() + x];
      redness[i] = redness(rgb);
      yellowness[i] = yellowness(rgb);
      brightness[i] = brightness(rgb);
    }
    double bright = median(brightness);
    double red = median(redness);
    double yellow = median(yellowness);
    return bright < BLACK
        ? null
        : new Skin(red, yellow, scatter(redness, red), scatter(yellowness, yellow), bright);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** By the median of the distances, so that eyes, lips and hair do not count. */
  private static double scatter(double[] values, double middle) {
    double[] distances = Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray();
    return Math.clamp(1.4826 * median(distances), LEAST_SCATTER, MOST_SCATTER);
  }

  /** Whether a picture is black and white, as far as this face tells. */
  boolean isGrey() {
    return Math.abs(redness) < GREY && Math.abs(yellowness) < GREY;
  }

  /** Whether a pixel has the face's own colour, somewhat brighter or darker. */
  boolean covers(int rgb) {
    return covers(rgb, 1, 1);
  }

  /** Whether a pixel may well have it: who asks what was bare before gets the benefit. */
  boolean mayCover(int rgb) {
    return covers(rgb, LENIENT_COLOUR, LENIENT_LIGHT);
  }

  private boolean covers(int rgb, double lenientColour, double lenientLight) {
    double light = brightness(rgb) / brightness;
    return hasColour(rgb, lenientColour)
        && light >= DARKEST / lenientLight
        && light <= BRIGHTEST * lenientLight;
  }

  private boolean hasColour(int rgb, double lenientColour) {
    double redHere = redness(rgb);
    double yellowHere = yellowness(rgb);
    double red = (redHere - redness) / rednessScatter;
    double yellow = (yellowHere - yellowness) / yellownessScatter;
    double reach = REACH * lenientColour;
    double colour = redHere * redness + yellowHere * yellowness;
    return red * red + yellow * yellow <= reach * reach
        && colour >= COLOUR * (redness * redness + yellowness * yellowness);
  }

  /** Whether a pixel may have the face's colour, however bright it is. */
  boolean hasColour(int rgb) {
    return hasColour(rgb, LENIENT_COLOUR);
  }

  /** Whether a pixel is neither so dark nor so bright that every colour looks alike. */
  static boolean tellsColour(int rgb) {
    return brightness(rgb) >= DIM && Math.max(red(rgb), Math.max(green(rgb), blue(rgb))) < 250;
  }

  /** How much brighter a pixel is than the face, as a logarithm. */
  double light(int rgb) {
    return Math.log((brightness(rgb) + OFFSET) / (brightness + OFFSET));
  }

  private static double redness(int rgb) {
    return Math.log((red(rgb) + OFFSET) / (green(rgb) + OFFSET));
  }

  private static double yellowness(int rgb) {
    return Math.log((green(rgb) + OFFSET) / (blue(rgb) + OFFSET));
  }

  static double brightness(int rgb) {
    return 0.299 * red(rgb) + 0.587 * green(rgb) + 0.114 * blue(rgb);
  }

  private static int red(int rgb) {
    return (rgb >> 16) & 255;
  }

  private static int green(int rgb) {
    return (rgb >> 8) & 255;
  }

  private static int blue(int rgb) {
    return rgb & 255;
  }
}
