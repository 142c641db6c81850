package eu.gardefou.media;

import java.io.ByteArrayOutputStream;

/**
 * The structure of a JPEG file. The decoder is not given the file but a bare one, built from the
 * segments that make pixels: no metadata, no thumbnail, no profile, and one unambiguous statement
 * of how colours are coded.
 */
final class JpegFile {
  // Ordinary progressive pictures have about ten; each more costs another pass over all pixels.
  private static final int MOST_SCANS = 100;

  private final byte[] bytes;
  private final ByteArrayOutputStream profile = new ByteArrayOutputStream();
  private Orientation orientation = Orientation.UPRIGHT;
  private boolean oriented;
  private boolean jfif;
  private int adobeTransform = -1;
  private boolean namesFurtherPictures;
  private int frameHeader = -1;
  private boolean progressive;
  private int scans;
  private int end;

  private JpegFile(byte[] bytes) {
    this.bytes = bytes;
  }

  static Layout inspect(byte[] bytes) {
    JpegFile file = new JpegFile(bytes);
    file.readSegments();
    file.checkTrailer();
    return file.layout();
  }

  private void readSegments() {
    JpegWalk walk = new JpegWalk(bytes, 0);
    while (walk.next()) {
      if (walk.isFrameHeader()) {
        readFrameHeader(walk);
        continue;
      }
      switch (walk.marker()) {
        case JpegWalk.SOS -> countScan();
        case JpegWalk.APP0 -> jfif |= Polyglot.is(bytes, walk.content(), "JFIF\0");
        case JpegWalk.APP1 -> readExif(walk);
        case JpegWalk.APP2 -> readProfile(walk);
        case JpegWalk.APP14 -> readAdobe(walk);
        case JpegWalk.COM -> Polyglot.checkText(bytes, walk.content(), walk.length());
        case 0xCC -> throw Refusal.unsupported("Arithmetic coded JPEG");
        case 0xDC, 0xDE, 0xDF -> throw Refusal.unsupported("Hierarchical JPEG");
        case JpegWalk.EOI -> end = walk.end();
        default -> {}
      }
    }
    if (frameHeader < 0 || scans == 0) {
      throw Refusal.damaged("it holds no pixels");
    }
  }

  private void readFrameHeader(JpegWalk walk) {
    if (walk.marker() > 0xC2) {
      throw Refusal.unsupported("Lossless, hierarchical or arithmetic coded JPEG");
    }
    if (frameHeader >= 0) {
      throw Refusal.damaged("it describes itself twice");
    }
    if (walk.length() < 6 || walk.length() < 6 + 3 * (bytes[walk.content() + 5] & 0xFF)) {
      throw Refusal.endsTooEarly();
    }
    frameHeader = walk.content();
    progressive = walk.marker() == 0xC2;
    if (bytes[frameHeader] != 8) {
      throw Refusal.unsupported("JPEG with " + bytes[frameHeader] + " bits a sample");
    }
    int components = components();
    if (components != 1 && components != 3 && components != 4) {
      throw Refusal.unsupported("JPEG with " + components + " components");
    }
  }

  private void countScan() {
    scans++;
    if (scans > MOST_SCANS) {
      throw Refusal.tooSlow();
    }
  }

  private void readExif(JpegWalk walk) {
    if (!oriented && Polyglot.is(bytes, walk.content(), "Exif\0") && walk.length() > 6) {
      oriented = true;
      orientation = Exif.orientation(bytes, walk.content() + 6, walk.length() - 6);
    }
  }

  /** A profile comes in pieces, in order; the order numbers are 12 and 13 bytes in. */
  private void readProfile(JpegWalk walk) {
    if (Polyglot.is(bytes, walk.content(), "ICC_PROFILE\0") && walk.length() > 14) {
      if (profile.size() + walk.length() <= IccColours.LARGEST_PROFILE) {
        profile.write(bytes, walk.content() + 14, walk.length() - 14);
      }
    }
    namesFurtherPictures |= Polyglot.is(bytes, walk.content(), "MPF\0");
  }

  private void readAdobe(JpegWalk walk) {
    if (Polyglot.is(bytes, walk.content(), "Adobe") && walk.length() >= 12) {
      adobeTransform = bytes[walk.content() + 11] & 0xFF;
    }
  }

  private int components() {
    return bytes[frameHeader + 5] & 0xFF;
  }

  private void checkTrailer() {
    int at = end;
    while (namesFurtherPictures) {
      int next = Polyglot.skipPadding(bytes, at);
      if (!Polyglot.is(bytes, next, "\u00FF\u00D8\u00FF")) {
        break;
      }
      JpegWalk further = new JpegWalk(bytes, next);
      while (further.next()) {
        at = further.end();
      }
    }
    if (!SamsungTrailer.isAll(bytes, at)) {
      Polyglot.checkAfter(bytes, at);
    }
  }

  private Layout layout() {
    int height = Numbers.big16(bytes, frameHeader + 1);
    int width = Numbers.big16(bytes, frameHeader + 3);
    Colours colours =
        components() == 4
            ? new StoredColours()
            : IccColours.of(profile.toByteArray(), components());
    Sheet sheet = Sheet.still(width, height, orientation, colours, this::decode);
    // A decoder of several scans holds the coefficients of the whole picture, two bytes each.
    int coefficients = progressive || scans > 1 ? 2 * components() : 0;
    int inks = components() == 4 ? 8 : 0;
    return Layout.of(Format.JPEG, sheet, components() + coefficients + inks);
  }

  private Pixels decode(Guard guard) throws Exception {
    int width = Numbers.big16(bytes, frameHeader + 3);
    int height = Numbers.big16(bytes, frameHeader + 1);
    byte[] bare = bare();
    if (components() == 4) {
      byte[] inks = Samples.inks(Readers.JPEG.raster(bare, guard), guard);
      return Inks.ofJpeg(inks, adobeTransform == 2).pixels(width, height, profile(), guard);
    }
    return Pixels.opaque(width, height, Samples.rgb(Readers.JPEG.colours(bare, guard), guard));
  }

  private byte[] profile() {
    return profile.toByteArray();
  }

  private byte[] bare() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(end);
    out.write(0xFF);
    out.write(JpegWalk.SOI);
    out.writeBytes(colourStatement());
    JpegWalk walk = new JpegWalk(bytes, 0);
    boolean more = walk.next();
    while (more) {
      int start = walk.start();
      boolean needed = !walk.isApplicationData() && walk.marker() != JpegWalk.COM;
      boolean scan = walk.marker() == JpegWalk.SOS;
      int segmentEnd = walk.end();
      more = walk.next();
      if (needed) {
        // The coded data of a scan reach to the next marker.
        out.write(bytes, start, (scan ? walk.start() : segmentEnd) - start);
      }
    }
    return out.toByteArray();
  }

  /**
   * How colours are coded, by the rules that libjpeg and the browsers follow, said in the way that
   * no decoder takes otherwise: JFIF means luma and chroma, Adobe 0 means red, green and blue.
   */
  private byte[] colourStatement() {
    if (components() != 3) {
      return new byte[0];
    }
    boolean plainRgb =
        !jfif && (adobeTransform == 0 || (adobeTransform < 0 && componentsAreNamedRgb()));
    return plainRgb
        ? new byte[] {
          (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
        }
        : new byte[] {
          (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
        };
  }

  private boolean componentsAreNamedRgb() {
    return bytes[frameHeader + 6] == 'R'
        && bytes[frameHeader + 9] == 'G'
        && bytes[frameHeader + 12] == 'B';
  }
}
