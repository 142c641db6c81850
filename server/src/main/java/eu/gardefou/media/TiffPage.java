package eu.gardefou.media;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** One page of a TIFF file: the entries of its directory, checked before the decoder sees them. */
final class TiffPage {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int STRIP_OFFSETS = 273;
  private static final int ORIENTATION = 274;
  private static final int SAMPLES = 277;
  private static final int ROWS_PER_STRIP = 278;
  private static final int STRIP_BYTES = 279;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;
  private static final int INK_SET = 332;
  private static final int SAMPLE_FORMAT = 339;
  private static final int PROFILE = 34675;

  private static final int JPEG = 7;
  private static final int INKS = 5;
  private static final int SMALL_TILE = 1 << 20;

  // What a decoder needs; the rest is not handed on.
  private static final int[] NEEDED = {
    WIDTH,
    HEIGHT,
    BITS,
    COMPRESSION,
    PHOTOMETRIC,
    266,
    STRIP_OFFSETS,
    SAMPLES,
    ROWS_PER_STRIP,
    STRIP_BYTES,
    284,
    292,
    293,
    317,
    320,
    TILE_WIDTH,
    TILE_HEIGHT,
    TILE_OFFSETS,
    TILE_BYTES,
    INK_SET,
    338,
    SAMPLE_FORMAT,
    347,
    529,
    530,
    531,
    532
  };
  private static final int[] COMPRESSIONS = {1, 2, 3, 4, 5, JPEG, 8, 32773, 32946};
  private static final int[] PHOTOMETRICS = {0, 1, 2, 3, INKS, 6};

  private final byte[] bytes;
  private final ByteBuffer input;
  private final Map<Integer, TiffEntry> entries = new TreeMap<>();

  TiffPage(byte[] bytes, ByteBuffer input, int first, int count) {
    this.bytes = bytes;
    this.input = input;
    for (int i = 0; i < count; i++) {
      int at = first + 12 * i;
      int tag = input.getShort(at) & 0xFFFF;
      if (Arrays.binarySearch(NEEDED, tag) >= 0 || tag == ORIENTATION || tag == PROFILE) {
        entries.putIfAbsent(tag, TiffEntry.read(input, at));
      }
    }
    checkCoding();
    checkPlaces();
  }

  private void checkCoding() {
    boolean known =
        Arrays.binarySearch(COMPRESSIONS, number(COMPRESSION, 1)) >= 0
            && Arrays.binarySearch(PHOTOMETRICS, number(PHOTOMETRIC, -1)) >= 0
            && samples() >= 1
            && samples() <= 5
            && bits() >= 1
            && bits() <= 16
            && number(INK_SET, 1) == 1;
    int format = number(SAMPLE_FORMAT, 1);
    if (!known || (format != 1 && format != 4)) {
      throw Refusal.unsupported("This kind of TIFF");
    }
    if (width() < 1 || height() < 1) {
      throw Refusal.damaged("it has no pixels");
    }
  }

  /** Refuses pixels that lie outside of the file, and tiles that are larger than the page. */
  private void checkPlaces() {
    boolean tiled = entries.containsKey(TILE_OFFSETS);
    TiffEntry offsets = entry(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
    TiffEntry lengths = entry(tiled ? TILE_BYTES : STRIP_BYTES);
    long tileWidth = tiled ? number(TILE_WIDTH, 0) : width();
    long tileHeight = tiled ? number(TILE_HEIGHT, 0) : Math.min(height(), rowsPerStrip());
    long largest = Math.max(SMALL_TILE, 4L * width() * height());
    if (offsets.count() != lengths.count() || offsets.count() == 0) {
      throw Refusal.damaged("its parts do not fit together");
    }
    if (tileWidth < 1 || tileHeight < 1 || tileWidth * tileHeight > largest) {
      throw Refusal.damaged("its tiles do not fit the page");
    }
    for (int i = 0; i < offsets.count(); i++) {
      long from = offsets.value(i);
      long length = lengths.value(i);
      if (from + length > bytes.length) {
        throw Refusal.endsTooEarly();
      }
      if (number(COMPRESSION, 1) == JPEG) {
        checkJpeg((int) from, (int) (from + length), tileWidth, tileHeight);
      }
    }
  }

  /** A JPEG inside has a size of its own; the decoder would believe it. */
  private void checkJpeg(int from, int to, long tileWidth, long tileHeight) {
    if (!Polyglot.is(bytes, from, "\u00FF\u00D8")) {
      throw Refusal.damaged("a JPEG inside is malformed");
    }
    JpegWalk walk = new JpegWalk(bytes, from);
    while (walk.next() && walk.end() <= to) {
      if (walk.isFrameHeader()) {
        ByteBuffer size = ByteBuffer.wrap(bytes, walk.content() + 1, 4);
        int height = size.getShort() & 0xFFFF;
        int width = size.getShort() & 0xFFFF;
        if (width > tileWidth || height > tileHeight || walk.marker() > 0xC2) {
          throw Refusal.damaged("a JPEG inside does not fit its place");
        }
        return;
      }
    }
    throw Refusal.damaged("a JPEG inside is malformed");
  }

  private long rowsPerStrip() {
    TiffEntry entry = entries.get(ROWS_PER_STRIP);
    return entry == null ? 0xFFFFFFFFL : entry.value(0);
  }

  private TiffEntry entry(int tag) {
    TiffEntry entry = entries.get(tag);
    if (entry == null) {
      throw Refusal.damaged("it does not say where its pixels are");
    }
    return entry;
  }

  private int number(int tag, int otherwise) {
    TiffEntry entry = entries.get(tag);
    return entry == null ? otherwise : (int) Math.min(Integer.MAX_VALUE, entry.value(0));
  }

  int width() {
    return number(WIDTH, 0);
  }

  int height() {
    return number(HEIGHT, 0);
  }

  private int samples() {
    return number(SAMPLES, 1);
  }

  private int bits() {
    return number(BITS, 1);
  }

  int bytesPerPixel() {
    return samples() * (bits() > 8 ? 2 : 1);
  }

  Orientation orientation() {
    return Orientation.of(number(ORIENTATION, 1));
  }

  private boolean inks() {
    return number(PHOTOMETRIC, -1) == INKS;
  }

  Colours colours() {
    boolean grey = number(PHOTOMETRIC, -1) <= 1;
    return inks() ? new StoredColours() : IccColours.of(profile(), grey ? 1 : 3);
  }

  private byte[] profile() {
    TiffEntry entry = entries.get(PROFILE);
    return entry == null ? new byte[0] : entry.bytes(IccColours.LARGEST_PROFILE);
  }

  Pixels pixels(BufferedImage image, Guard guard) {
    if (!inks()) {
      return Samples.of(image, guard);
    }
    byte[] stored = Samples.inks(image.getRaster(), guard);
    return Inks.of(stored).pixels(image.getWidth(), image.getHeight(), profile(), guard);
  }

  /** The directory without the pointer to the next: the needed entries, as they are. */
  byte[] bareDirectory() {
    TreeMap<Integer, TiffEntry> needed = new TreeMap<>(entries);
    needed.remove(ORIENTATION);
    needed.remove(PROFILE);
    ByteBuffer directory = ByteBuffer.allocate(2 + 12 * needed.size()).order(input.order());
    directory.putShort((short) needed.size());
    needed.values().forEach(entry -> directory.put(bytes, entry.at(), 12));
    return directory.array();
  }
}
