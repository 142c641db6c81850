package eu.gardefou.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The one thing of EXIF that changes what people see: the orientation, from the first directory of
 * the TIFF structure inside. Anything odd there means upright, as viewers have it.
 */
final class Exif {
  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;

  private Exif() {}

  static Orientation orientation(byte[] bytes, int offset, int length) {
    ByteBuffer data = ByteBuffer.wrap(bytes, offset, length).slice();
    if (length < 8) {
      return Orientation.UPRIGHT;
    }
    boolean little = data.get(0) == 'I';
    data.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = data.getInt(4) & 0xFFFFFFFFL;
    if (data.getShort(2) != 42 || directory + 2 > length) {
      return Orientation.UPRIGHT;
    }
    int entries = data.getShort((int) directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + 12L * i;
      if (entry + 12 > length) {
        return Orientation.UPRIGHT;
      }
      int at = (int) entry;
      if ((data.getShort(at) & 0xFFFF) == ORIENTATION && data.getShort(at + 2) == SHORT) {
        return Orientation.of(data.getShort(at + 8) & 0xFFFF);
      }
    }
    return Orientation.UPRIGHT;
  }
}
