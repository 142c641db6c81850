package eu.gardefou.hashing;

import java.util.Arrays;
import java.util.Random;

/** A picture drawn in code, the same on every machine: whole numbers and seeded chance only. */
public final class Drawing {
  private final int[] rgb;
  private final int width;
  private final int height;

  private Drawing(int[] rgb, int width, int height) {
    this.rgb = rgb;
    this.width = width;
    this.height = height;
  }

  /** Coloured discs on a slope of colour. */
  static Drawing discs(int width, int height, long seed) {
    Random random = new Random(seed);
    int[] rgb = new int[width * height];
    int slope = random.nextInt(1 << 24);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = (slope >> 16) * x / width;
        int green = (slope >> 8 & 0xff) * y / height;
        int blue = (slope & 0xff) * (x + y) / (width + height);
        rgb[y * width + x] = red << 16 | green << 8 | blue;
      }
    }
    Drawing drawing = new Drawing(rgb, width, height);
    for (int k = 0; k < 24; k++) {
      int radius = 1 + random.nextInt(Math.max(1, Math.min(width, height) / 4));
      drawing.disc(random.nextInt(width), random.nextInt(height), radius, random.nextInt(1 << 24));
    }
    return drawing;
  }

  /** Every pixel by chance. */
  static Drawing noise(int width, int height, long seed) {
    Random random = new Random(seed);
    int[] rgb = new int[width * height];
    for (int k = 0; k < rgb.length; k++) {
      rgb[k] = random.nextInt(1 << 24);
    }
    return new Drawing(rgb, width, height);
  }

  /** Tiles of different brightness. */
  static Drawing tiles(int width, int height, long seed) {
    Random random = new Random(seed);
    int[] tiles = new int[13 * 11];
    for (int k = 0; k < tiles.length; k++) {
      tiles[k] = random.nextInt(1 << 24);
    }
    int[] rgb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rgb[y * width + x] = tiles[(int) (y * 11L / height) * 13 + (int) (x * 13L / width)];
      }
    }
    return new Drawing(rgb, width, height);
  }

  /** One colour. */
  static Drawing plain(int width, int height, int colour) {
    int[] rgb = new int[width * height];
    Arrays.fill(rgb, colour);
    return new Drawing(rgb, width, height);
  }

  /** By name and seed, as the golden file writes it. */
  public static Drawing named(String name, int width, int height, long seed) {
    return switch (name) {
      case "discs" -> discs(width, height, seed);
      case "noise" -> noise(width, height, seed);
      case "tiles" -> tiles(width, height, seed);
      case "plain" -> plain(width, height, (int) seed);
      default -> throw new IllegalArgumentException(name);
    };
  }

  public int[] rgb() {
    return rgb;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  public PdqFingerprint fingerprint() {
    return PdqHasher.hashRgb(rgb, width, height);
  }

  /** Luminance in single precision, added up red, green, blue. */
  float[] luma() {
    float[] luma = new float[rgb.length];
    for (int k = 0; k < luma.length; k++) {
      luma[k] =
          0.299f * (rgb[k] >> 16 & 0xff) + 0.587f * (rgb[k] >> 8 & 0xff) + 0.114f * (rgb[k] & 0xff);
    }
    return luma;
  }

  /** A quarter turn anticlockwise: the right edge becomes the top. */
  Drawing turned() {
    int[] turned = new int[rgb.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[(width - 1 - x) * height + y] = rgb[y * width + x];
      }
    }
    return new Drawing(turned, /* width= */ height, /* height= */ width);
  }

  /** Mirrored top to bottom. */
  Drawing mirrored() {
    int[] mirrored = new int[rgb.length];
    for (int y = 0; y < height; y++) {
      System.arraycopy(rgb, y * width, mirrored, (height - 1 - y) * width, width);
    }
    return new Drawing(mirrored, width, height);
  }

  private void disc(int centreX, int centreY, int radius, int colour) {
    for (int y = Math.max(0, centreY - radius); y < Math.min(height, centreY + radius); y++) {
      for (int x = Math.max(0, centreX - radius); x < Math.min(width, centreX + radius); x++) {
        int dx = x - centreX;
        int dy = y - centreY;
        if (dx * dx + dy * dy < radius * radius) {
          rgb[y * width + x] = colour;
        }
      }
    }
  }
}
