package eu.gardefou.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The structure of a BMP file. */
final class BmpFile {
  private static final int FILE_HEADER = 14;
  private static final int CORE_HEADER = 12;
  private static final int UNCOMPRESSED = 0;
  private static final int RLE8 = 1;
  private static final int RLE4 = 2;
  private static final int MASKS = 3;
  private static final int ALPHA_MASKS = 6;

  private BmpFile() {}

  /** "BM" alone begins many texts; a header of a known size follows only in pictures. */
  static boolean looksLike(byte[] bytes) {
    if (!Polyglot.is(bytes, 0, "BM") || bytes.length < FILE_HEADER + CORE_HEADER) {
      return false;
    }
    return switch (numbers(bytes).getInt(FILE_HEADER)) {
      case CORE_HEADER, 40, 52, 56, 64, 108, 124 -> true;
      default -> false;
    };
  }

  static Layout inspect(byte[] bytes) {
    ByteBuffer header = numbers(bytes);
    boolean core = header.getInt(FILE_HEADER) == CORE_HEADER;
    int width = core ? header.getShort(18) & 0xFFFF : header.getInt(18);
    int signedHeight = core ? header.getShort(20) & 0xFFFF : header.getInt(22);
    int bits = header.getShort(core ? 24 : 28);
    int compression = core ? UNCOMPRESSED : header.getInt(30);
    if (width < 1 || signedHeight == 0 || signedHeight == Integer.MIN_VALUE) {
      throw Refusal.damaged("it has no pixels");
    }
    int height = Math.abs(signedHeight);
    checkCoding(bits, compression);
    long pixelsFrom = header.getInt(10) & 0xFFFFFFFFL;
    checkLength(bytes, header, pixelsFrom, ((long) width * bits + 31) / 32 * 4 * height);
    return Layout.of(
        Format.BMP,
        Sheet.still(
            width,
            height,
            Orientation.UPRIGHT,
            new StoredColours(),
            guard -> Samples.of(Readers.BMP.image(bytes, 0, guard), guard)),
        4);
  }

  private static void checkCoding(int bits, int compression) {
    boolean known =
        switch (compression) {
          case UNCOMPRESSED ->
              bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
          case RLE8 -> bits == 8;
          case RLE4 -> bits == 4;
          case MASKS, ALPHA_MASKS -> bits == 16 || bits == 32;
          default -> false;
        };
    if (!known) {
      throw Refusal.unsupported("This kind of BMP");
    }
  }

  /** The file's own idea of its length is often wrong; the pixels' is not. */
  private static void checkLength(byte[] bytes, ByteBuffer header, long from, long size) {
    int headerBytes = header.getInt(FILE_HEADER);
    int compression = headerBytes == CORE_HEADER ? UNCOMPRESSED : header.getInt(30);
    boolean runLength = compression == RLE8 || compression == RLE4;
    long length = runLength ? header.getInt(34) & 0xFFFFFFFFL : size;
    if (from < FILE_HEADER + headerBytes || from + length > bytes.length) {
      throw Refusal.endsTooEarly();
    }
    long end = from + length;
    if (headerBytes == 124) {
      // A colour profile may follow the pixels.
      long profile = FILE_HEADER + (header.getInt(126) & 0xFFFFFFFFL);
      long profileBytes = header.getInt(130) & 0xFFFFFFFFL;
      end = Math.max(end, Math.min(bytes.length, profile + profileBytes));
    }
    Polyglot.checkAfter(bytes, (int) end);
  }

  private static ByteBuffer numbers(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
