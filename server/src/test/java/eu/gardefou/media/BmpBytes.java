package eu.gardefou.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes BMP files with whatever numbers one likes in the header; up to 8 bits are greys. */
final class BmpBytes {
  private BmpBytes() {}

  static byte[] of(int width, int height, int bits, int compression, byte[] data) {
    int colours = bits == 4 || bits == 8 ? 1 << bits : 0;
    int from = 54 + 4 * colours;
    ByteBuffer file = ByteBuffer.allocate(from + data.length);
    for (int i = 0; i < colours; i++) {
      file.putInt(54 + 4 * i, 0x01010100 * (i * 255 / (colours - 1)));
    }
    return file.order(ByteOrder.LITTLE_ENDIAN)
        .put(JpegBytes.ascii("BM"))
        .putInt(from + data.length)
        .putInt(0)
        .putInt(from)
        .putInt(40)
        .putInt(width)
        .putInt(height)
        .putShort((short) 1)
        .putShort((short) bits)
        .putInt(compression)
        .putInt(data.length)
        .putInt(0)
        .putInt(0)
        .putInt(0)
        .putInt(0)
        .put(from, data)
        .array();
  }
}
