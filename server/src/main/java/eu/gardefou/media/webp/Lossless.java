package eu.gardefou.media.webp;

import java.util.ArrayDeque;
import java.util.Deque;

/** VP8L, the lossless coding of WebP (RFC 9649, section 3), without its five bytes of header. */
public final class Lossless {
  private static final int PREDICTOR = 0;
  private static final int COLOUR = 1;
  private static final int SUBTRACT_GREEN = 2;
  private static final int PALETTE = 3;

  private final LosslessBits bits;
  private final Runnable pulse;

  private Lossless(LosslessBits bits, Runnable pulse) {
    this.bits = bits;
    this.pulse = pulse;
  }

  /**
   * Decodes a picture.
   *
   * @param bytes where the coded data are, from {@code from} on
   * @param pulse asked now and then; what it throws ends the decoding
   * @return row by row {@code 0xAARRGGBB}, not multiplied by alpha
   * @throws MalformedWebp when the data are not a picture of this size
   */
  public static int[] decode(
      byte[] bytes, int from, int length, int width, int height, Runnable pulse) {
    return new Lossless(new LosslessBits(bytes, from, length), pulse).picture(width, height);
  }

  private int[] picture(int width, int height) {
    Deque<Transform> transforms = new ArrayDeque<>();
    int stored = width;
    int seen = 0;
    while (bits.readFlag()) {
      int kind = bits.read(2);
      if ((seen & (1 << kind)) != 0) {
        throw new MalformedWebp("a transform twice");
      }
      seen |= 1 << kind;
      Transform transform = readTransform(kind, stored, height);
      stored = transform.storedWidth();
      transforms.push(transform);
    }
    int[] argb = new LosslessPixels(bits, stored, height, pulse).readWithGroups(this::plane);
    for (Transform transform : transforms) {
      pulse.run();
      argb = transform.undo(argb);
    }
    return argb;
  }

  private Transform readTransform(int kind, int width, int height) {
    return switch (kind) {
      case PREDICTOR, COLOUR -> {
        int blockBits = bits.read(3) + 2;
        int[] blocks = plane(blocks(width, blockBits), blocks(height, blockBits));
        yield kind == PREDICTOR
            ? new Prediction(width, height, blockBits, blocks)
            : new ColourTransform(width, height, blockBits, blocks);
      }
      case SUBTRACT_GREEN -> new GreenTransform(width);
      case PALETTE -> {
        int colours = bits.read(8) + 1;
        yield PaletteTransform.of(width, height, plane(colours, 1));
      }
      default -> throw new MalformedWebp("an unknown transform");
    };
  }

  /** A picture inside the picture: parameters for blocks, or a palette. */
  private int[] plane(int width, int height) {
    return new LosslessPixels(bits, width, height, pulse).read();
  }

  static int blocks(int pixels, int blockBits) {
    return (pixels + (1 << blockBits) - 1) >> blockBits;
  }
}
