package eu.gardefou.media;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Small files with many pixels. */
final class PngBomb {
  private PngBomb() {}

  /** A grey picture, all black. */
  static byte[] zeros(int width, int height) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] row = new byte[width + 1];
    byte[] buffer = new byte[1 << 16];
    for (int y = 0; y < height; y++) {
      deflater.setInput(row);
      while (!deflater.needsInput()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return new PngBytes().header(width, height, 8, 0, false).chunk("IDAT", out.toByteArray()).end();
  }
}
