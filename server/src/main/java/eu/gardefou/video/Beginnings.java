package eu.gardefou.video;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The first bytes of files, by which a video is told from a picture. */
final class Beginnings {
  private static final int TRANSPORT_PACKET = 188;
  private static final int SYNC = 0x47;

  /** Boxes that a QuickTime or MP4 file begins with. */
  private static final Set<String> BOXES =
      Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot");

  /** Pictures that are packed like an MP4. */
  private static final Set<String> PICTURES =
      Set.of("heic", "heix", "heim", "heis", "mif1", "avif", "jxl ");

  private Beginnings() {}

  static boolean ofVideo(byte[] bytes) {
    return isQuickTime(bytes)
        || text(bytes, 0, 4).equals("\u001aE\u00df\u00a3")
        || (text(bytes, 0, 4).equals("RIFF") && text(bytes, 8, 4).equals("AVI "))
        || text(bytes, 0, 3).equals("FLV")
        || text(bytes, 0, 4).equals("OggS")
        || isTransportStream(bytes);
  }

  private static boolean isQuickTime(byte[] bytes) {
    return BOXES.contains(text(bytes, 4, 4)) && !PICTURES.contains(text(bytes, 8, 4));
  }

  private static boolean isTransportStream(byte[] bytes) {
    return bytes.length > TRANSPORT_PACKET && bytes[0] == SYNC && bytes[TRANSPORT_PACKET] == SYNC;
  }

  private static String text(byte[] bytes, int start, int length) {
    return bytes.length < start + length
        ? ""
        : new String(bytes, start, length, StandardCharsets.ISO_8859_1);
  }
}
