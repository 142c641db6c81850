package eu.gardefou.media;

/**
 * Goes through the markers of one JPEG picture, from its SOI to its EOI (ITU-T T.81, annex B).
 * Thumbnails lie inside segments and are stepped over with them; entropy-coded data and stray bytes
 * between segments are stepped over as decoders do.
 */
final class JpegWalk {
  static final int SOI = 0xD8;
  static final int EOI = 0xD9;
  static final int SOS = 0xDA;
  static final int APP0 = 0xE0;
  static final int APP1 = 0xE1;
  static final int APP2 = 0xE2;
  static final int APP14 = 0xEE;
  static final int APP15 = 0xEF;
  static final int COM = 0xFE;

  private static final int TEM = 0x01;

  private final byte[] bytes;
  private int marker = SOI;
  private int start;
  private int end;

  /** Stands on the SOI at {@code start}. */
  JpegWalk(byte[] bytes, int start) {
    this.bytes = bytes;
    this.start = start;
    this.end = start + 2;
  }

  /** Goes to the next marker; false when this one is the end of the picture. */
  boolean next() {
    if (marker == EOI) {
      return false;
    }
    findMarker();
    if (marker == SOI) {
      throw Refusal.damaged("one picture begins inside another");
    }
    if (marker == EOI) {
      return true;
    }
    if (end + 2 > bytes.length) {
      throw Refusal.endsTooEarly();
    }
    int length = Numbers.big16(bytes, end);
    if (length < 2) {
      throw Refusal.damaged("a segment has no length");
    }
    end += length;
    if (end > bytes.length) {
      throw Refusal.endsTooEarly();
    }
    return true;
  }

  private void findMarker() {
    int at = end;
    while (true) {
      while (at < bytes.length && bytes[at] != (byte) 0xFF) {
        at++;
      }
      while (at < bytes.length && bytes[at] == (byte) 0xFF) {
        at++;
      }
      if (at >= bytes.length) {
        throw Refusal.endsTooEarly();
      }
      int code = bytes[at] & 0xFF;
      at++;
      boolean restart = code >= 0xD0 && code <= 0xD7;
      if (code != 0 && code != TEM && !restart) {
        marker = code;
        start = at - 2;
        end = at;
        return;
      }
    }
  }

  /** The marker, without its leading FF. */
  int marker() {
    return marker;
  }

  boolean isFrameHeader() {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  boolean isApplicationData() {
    return marker >= APP0 && marker <= APP15;
  }

  /** Where the marker begins. */
  int start() {
    return start;
  }

  /** Where the content of the segment begins, after its length. */
  int content() {
    return start + 4;
  }

  /** Bytes of content. */
  int length() {
    return Math.max(0, end - content());
  }

  /** The first byte after the segment; after EOI, the first after the picture. */
  int end() {
    return end;
  }
}
