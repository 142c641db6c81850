package eu.gardefou.media;

import java.nio.charset.StandardCharsets;

/**
 * Whether a file carries a further picture that a viewer of the first one does not show: a preview
 * in its metadata, a second picture behind the first. Whoever sends a file on as it came must know.
 *
 * <p>Only what is not the picture's own coded data is searched, since those bytes can be anything.
 * In a JPEG's own coded data the mark of a beginning cannot occur (ITU-T T.81, section B.1.1.5), so
 * a JPEG is searched whole.
 */
public final class Inside {
  private static final int PNG_HEAD = 8;
  private static final int RIFF_HEAD = 12;

  private Inside() {}

  /** Whether there is a JPEG or PNG file inside. The file is one that was decoded before. */
  public static boolean hasFurtherPicture(byte[] file, String format) {
    return switch (format) {
      case "png" -> pngChunks(file);
      case "webp" -> riffChunks(file);
      // Of these no upstream sends one on; searched whole, and rather once too strict.
      default -> search(file, 1, file.length);
    };
  }

  private static boolean pngChunks(byte[] file) {
    int at = PNG_HEAD;
    while (at + 12 <= file.length) {
      long length =
          Integer.toUnsignedLong(Numbers.big16(file, at) << 16 | Numbers.big16(file, at + 2));
      String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
      long end = Math.min(at + 12 + length, file.length);
      boolean coded = type.equals("IDAT") || type.equals("fdAT");
      if (!coded && search(file, at + 8, (int) end)) {
        return true;
      }
      at = (int) end;
    }
    return search(file, at, file.length);
  }

  private static boolean riffChunks(byte[] file) {
    int at = RIFF_HEAD;
    while (at + 8 <= file.length) {
      String type = new String(file, at, 4, StandardCharsets.ISO_8859_1);
      long length = Numbers.little32(file, at + 4);
      long end = Math.min(at + 8 + length + (length & 1), file.length);
      boolean coded =
          type.equals("VP8 ") || type.equals("VP8L") || type.equals("ALPH") || type.equals("ANMF");
      if (!coded && search(file, at + 8, (int) end)) {
        return true;
      }
      at = (int) end;
    }
    return search(file, at, file.length);
  }

  private static boolean search(byte[] file, int from, int to) {
    for (int i = from; i + 4 <= to; i++) {
      int word = Numbers.big16(file, i) << 16 | Numbers.big16(file, i + 2);
      if (word >>> 8 == 0xFFD8FF || word == 0x89504E47) {
        return true;
      }
    }
    return false;
  }
}
