package eu.gardefou.media;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Random samples in one of the arrangements of PNG, the file with them, and what they mean. */
final class PngSamples {
  private final int width;
  private final int height;
  private final int depth;
  private final int colourType;
  private final int channels;
  private final boolean interlaced;
  private final int[] samples;
  private final int[] palette;
  private final SplittableRandom random;

  private PngSamples(int colourType, int depth, boolean interlaced, SplittableRandom random) {
    this.width = random.nextInt(1, 20);
    this.height = random.nextInt(1, 20);
    this.depth = depth;
    this.colourType = colourType;
    this.channels = new int[] {1, 0, 3, 1, 2, 0, 4}[colourType];
    this.interlaced = interlaced;
    this.samples = random.ints((long) width * height * channels, 0, 1 << depth).toArray();
    this.palette = random.ints(1 << Math.min(8, depth)).toArray();
    this.random = random;
  }

  static PngSamples random(int colourType, int depth, boolean interlaced, SplittableRandom random) {
    return new PngSamples(colourType, depth, interlaced, random);
  }

  byte[] file() {
    PngBytes png = new PngBytes().header(width, height, depth, colourType, interlaced);
    if (colourType == 3) {
      byte[] colours = new byte[3 * palette.length];
      byte[] alphas = new byte[palette.length];
      for (int i = 0; i < palette.length; i++) {
        alphas[i] = (byte) (palette[i] >> 24);
        for (int c = 0; c < 3; c++) {
          colours[3 * i + c] = (byte) (palette[i] >> (16 - 8 * c));
        }
      }
      png.chunk("PLTE", colours).chunk("tRNS", alphas);
    } else if (colourType < 3) {
      // The first pixel's colour is the transparent one.
      byte[] key = new byte[2 * channels];
      for (int c = 0; c < channels; c++) {
        key[2 * c] = (byte) (samples[c] >> 8);
        key[2 * c + 1] = (byte) samples[c];
      }
      png.chunk("tRNS", key);
    }
    byte[] data = PngBytes.deflated(rows());
    int cut = random.nextInt(data.length + 1);
    return png.chunk("IDAT", Arrays.copyOf(data, cut))
        .chunk("IDAT", Arrays.copyOfRange(data, cut, data.length))
        .end();
  }

  private byte[] rows() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int[][] passes =
        interlaced
            ? new int[][] {
              {0, 0, 8, 8},
              {4, 0, 8, 8},
              {0, 4, 4, 8},
              {2, 0, 4, 4},
              {0, 2, 2, 4},
              {1, 0, 2, 2},
              {0, 1, 1, 2}
            }
            : new int[][] {{0, 0, 1, 1}};
    for (int[] pass : passes) {
      byte[] above = new byte[0];
      for (int y = pass[1]; y < height && pass[0] < width; y += pass[3]) {
        byte[] row = packed(y, pass[0], pass[2]);
        above = above.length == 0 ? new byte[row.length] : above;
        out.writeBytes(filtered(row, above));
        above = row;
      }
    }
    return out.toByteArray();
  }

  private byte[] packed(int y, int firstX, int stepX) {
    StringBuilder bits = new StringBuilder();
    for (int x = firstX; x < width; x += stepX) {
      for (int c = 0; c < channels; c++) {
        int sample = samples[(y * width + x) * channels + c];
        String digits = Integer.toBinaryString(sample);
        bits.append("0".repeat(depth - digits.length())).append(digits);
      }
    }
    bits.append("0".repeat((8 - bits.length() % 8) % 8));
    byte[] row = new byte[bits.length() / 8];
    for (int i = 0; i < row.length; i++) {
      row[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
    }
    return row;
  }

  private byte[] filtered(byte[] row, byte[] above) {
    int filter = random.nextInt(5);
    int step = Math.max(1, depth * channels / 8);
    byte[] filtered = new byte[row.length + 1];
    filtered[0] = (byte) filter;
    for (int i = 0; i < row.length; i++) {
      int a = i < step ? 0 : row[i - step] & 0xFF;
      int b = above[i] & 0xFF;
      int c = i < step ? 0 : above[i - step] & 0xFF;
      int guess =
          switch (filter) {
            case 0 -> 0;
            case 1 -> a;
            case 2 -> b;
            case 3 -> (a + b) / 2;
            default -> paeth(a, b, c);
          };
      filtered[i + 1] = (byte) (row[i] - guess);
    }
    return filtered;
  }

  private static int paeth(int a, int b, int c) {
    int p = a + b - c;
    int pa = Math.abs(p - a);
    int pb = Math.abs(p - b);
    int pc = Math.abs(p - c);
    if (pa <= pb && pa <= pc) {
      return a;
    }
    return pb <= pc ? b : c;
  }

  /** The pixels that the samples mean. */
  int[] argb() {
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      int at = i * channels;
      boolean transparent = Arrays.equals(samples, at, at + channels, samples, 0, channels);
      int keyed = transparent ? 0 : 255;
      argb[i] =
          switch (colourType) {
            case 0 -> Argb.of(keyed, eight(at), eight(at), eight(at));
            case 2 -> Argb.of(keyed, eight(at), eight(at + 1), eight(at + 2));
            case 3 -> palette[samples[at]];
            case 4 -> Argb.of(eight(at + 1), eight(at), eight(at), eight(at));
            default -> Argb.of(eight(at + 3), eight(at), eight(at + 1), eight(at + 2));
          };
    }
    return argb;
  }

  private int eight(int at) {
    return depth == 16 ? samples[at] / 256 : samples[at] * 255 / ((1 << depth) - 1);
  }

  /** By upstream's rules: transparency ignored, 16-bit grey clipped. */
  int[] stored() {
    return colourType == 0 && depth == 16
        ? clipped()
        : Arrays.stream(argb()).map(Argb::withoutAlpha).toArray();
  }

  private int[] clipped() {
    return Arrays.stream(samples).map(s -> Argb.grey(Math.min(s, 255))).toArray();
  }

  List<List<Integer>> views() {
    List<List<Integer>> views = new ArrayList<>(Views.of(argb()));
    if (colourType == 0 && depth == 16) {
      views.add(Arrays.stream(clipped()).boxed().toList());
    }
    return views;
  }
}
