package eu.gardefou.media.webp;

/**
 * From luma and chroma to red, green and blue. Chroma has half the size; it is interpolated with
 * weights 9, 3, 3 and 1, and the colours are those of ITU-R BT.601 in studio range, both in the
 * fixed-point steps of libwebp, so that the pixels are the ones that browsers show.
 */
final class LossyColours {
  private final LossyPlanes planes;
  private final int width;
  private final int height;
  private final int[] rgb;
  private final int chromaWidth;
  // Interpolated chroma of one row of pixels.
  private final int[] rowU;
  private final int[] rowV;

  LossyColours(LossyPlanes planes, int width, int height) {
    this.planes = planes;
    this.width = width;
    this.height = height;
    this.rgb = new int[width * height];
    this.chromaWidth = (width + 1) / 2;
    this.rowU = new int[width];
    this.rowV = new int[width];
  }

  int[] rgb(Runnable pulse) {
    int lastChroma = (height + 1) / 2 - 1;
    for (int y = 0; y < height; y++) {
      pulse.run();
      // The nearer row of chroma, and the one on the other side of the row of pixels.
      int near = y / 2;
      int far = Math.clamp(y % 2 == 0 ? near - 1 : near + 1, 0, lastChroma);
      interpolate(planes.u(), near, far, rowU);
      interpolate(planes.v(), near, far, rowV);
      convert(y);
    }
    return rgb;
  }

  private void interpolate(LossyPlane plane, int nearRow, int farRow, int[] row) {
    byte[] samples = plane.pixels();
    int near = plane.at(0, nearRow);
    int far = plane.at(0, farRow);
    row[0] = (3 * (samples[near] & 0xFF) + (samples[far] & 0xFF) + 2) >> 2;
    for (int x = 1; x < chromaWidth; x++) {
      int nearLeft = samples[near + x - 1] & 0xFF;
      int nearRight = samples[near + x] & 0xFF;
      int farLeft = samples[far + x - 1] & 0xFF;
      int farRight = samples[far + x] & 0xFF;
      int sum = nearLeft + nearRight + farLeft + farRight + 8;
      row[2 * x - 1] = (((sum + 2 * (nearRight + farLeft)) >> 3) + nearLeft) >> 1;
      if (2 * x < width) {
        row[2 * x] = (((sum + 2 * (nearLeft + farRight)) >> 3) + nearRight) >> 1;
      }
    }
    if (width % 2 == 0) {
      int last = chromaWidth - 1;
      row[width - 1] = (3 * (samples[near + last] & 0xFF) + (samples[far + last] & 0xFF) + 2) >> 2;
    }
  }

  private void convert(int y) {
    byte[] luma = planes.y().pixels();
    int from = planes.y().at(0, y);
    int to = y * width;
    for (int x = 0; x < width; x++) {
      int light = ((luma[from + x] & 0xFF) * 19_077) >> 8;
      int u = rowU[x];
      int v = rowV[x];
      int red = clip(light + ((v * 26_149) >> 8) - 14_234);
      int green = clip(light - ((u * 6_419) >> 8) - ((v * 13_320) >> 8) + 8_708);
      int blue = clip(light + ((u * 33_050) >> 8) - 17_685);
      rgb[to + x] = (red << 16) | (green << 8) | blue;
    }
  }

  private static int clip(int value) {
    return Math.clamp(value >> 6, 0, 255);
  }
}
