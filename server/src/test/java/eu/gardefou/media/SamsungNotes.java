package eu.gardefou.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The block that Samsung telephones append to photographs: one note and its directory. */
final class SamsungNotes {
  private SamsungNotes() {}

  static byte[] of(byte[] note) {
    return ByteBuffer.allocate(note.length + 12 + 12 + 8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(note)
        .put(JpegBytes.ascii("SEFH"))
        .putInt(106)
        .putInt(1)
        .putInt(0x0A010000)
        .putInt(note.length)
        .putInt(note.length)
        .putInt(24)
        .put(JpegBytes.ascii("SEFT"))
        .array();
  }
}
