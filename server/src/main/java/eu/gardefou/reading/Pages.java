package eu.gardefou.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Strips as the pages of one plain TIFF file. */
final class Pages {
  private static final int HEADER = 8;
  private static final int ENTRIES = 9;
  private static final int DIRECTORY = 2 + ENTRIES * 12 + 4;
  private static final short SHORT = 3;
  private static final short LONG = 4;

  private Pages() {}

  static byte[] of(List<Strip> strips) {
    int size = HEADER;
    for (Strip strip : strips) {
      size = Math.addExact(size, DIRECTORY + strip.grey().length);
    }
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER);
    for (int i = 0; i < strips.size(); i++) {
      page(file, strips.get(i), i == strips.size() - 1);
    }
    return file.array();
  }

  private static void page(ByteBuffer file, Strip strip, boolean last) {
    int pixels = file.position() + DIRECTORY;
    file.putShort((short) ENTRIES);
    entry(file, 256, LONG, strip.width());
    entry(file, 257, LONG, strip.height());
    entry(file, 258, SHORT, 8);
    entry(file, 259, SHORT, 1);
    entry(file, 262, SHORT, 1);
    entry(file, 273, LONG, pixels);
    entry(file, 277, SHORT, 1);
    entry(file, 278, LONG, strip.height());
    entry(file, 279, LONG, strip.grey().length);
    file.putInt(last ? 0 : pixels + strip.grey().length);
    file.put(strip.grey());
  }

  private static void entry(ByteBuffer file, int tag, short type, int value) {
    file.putShort((short) tag).putShort(type).putInt(1).putInt(value);
  }
}
