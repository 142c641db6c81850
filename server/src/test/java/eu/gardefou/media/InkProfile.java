package eu.gardefou.media;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A small ICC profile for four inks (ICC.1:2001-04, lut8Type), made by hand. */
final class InkProfile {
  private static final int HEADER = 128;
  private static final int TAGS = 4 + 12;
  private static final int TABLE = 48 + 4 * 256 + 16 * 3 + 3 * 256;

  private InkProfile() {}

  /** Each ink takes a quarter of the light and has no colour. */
  static byte[] greyOnly() {
    int size = HEADER + TAGS + TABLE;
    ByteBuffer profile = ByteBuffer.allocate(size);
    profile.putInt(0, size).putInt(8, 0x02400000);
    put(profile, 12, "prtrCMYKLab ");
    put(profile, 36, "acsp");
    // The white of the connection space.
    profile.putInt(68, 0xF6D6).putInt(72, 0x10000).putInt(76, 0xD32D);
    profile.putInt(HEADER, 1);
    put(profile, HEADER + 4, "A2B0");
    profile.putInt(HEADER + 8, HEADER + TAGS).putInt(HEADER + 12, TABLE);
    putTable(profile, HEADER + TAGS);
    return profile.array();
  }

  private static void putTable(ByteBuffer profile, int at) {
    put(profile, at, "mft1");
    profile.put(at + 8, new byte[] {4, 3, 2, 0});
    for (int i = 0; i < 9; i++) {
      profile.putInt(at + 12 + 4 * i, i % 4 == 0 ? 0x10000 : 0);
    }
    profile.position(at + 48);
    for (int ink = 0; ink < 4; ink++) {
      putRamp(profile);
    }
    for (int corner = 0; corner < 16; corner++) {
      profile.put((byte) (255 - 63 * Integer.bitCount(corner)));
      profile.put((byte) 128).put((byte) 128);
    }
    for (int channel = 0; channel < 3; channel++) {
      putRamp(profile);
    }
  }

  private static void putRamp(ByteBuffer profile) {
    byte[] ramp = new byte[256];
    for (int i = 0; i < 256; i++) {
      ramp[i] = (byte) i;
    }
    profile.put(Arrays.copyOf(ramp, 256));
  }

  private static void put(ByteBuffer profile, int at, String text) {
    profile.put(at, JpegBytes.ascii(text));
  }
}
