package eu.gardefou.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes plain PNG files: 8 bits a sample, no metadata, one IDAT chunk. It is for handing a picture
 * on, so it is quick rather than small: every row is the difference to the row above, and rows that
 * compress badly anyway (photographs) are entropy coded only, which halves the time and costs a few
 * per cent in size.
 */
final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int BAND_BYTES = 1 << 18;
  private static final byte FILTER_UP = 2;

  private final int width;
  private final int height;
  private final int[] argb;
  private final int channels;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final byte[] compressed = new byte[1 << 16];

  private PngWriter(int width, int height, int[] argb, boolean alpha) {
    this.width = width;
    this.height = height;
    this.argb = argb;
    this.channels = alpha ? 4 : 3;
  }

  /**
   * Encodes pixels.
   *
   * @param argb row by row, {@code 0xAARRGGBB}; colour under full transparency is kept
   * @param alpha whether the high bytes count
   */
  static byte[] write(int width, int height, int[] argb, boolean alpha) {
    return new PngWriter(width, height, argb, alpha).file();
  }

  private byte[] file() {
    Output out = new Output(argb.length + 1024);
    out.writeBytes(SIGNATURE);
    int start = out.open("IHDR");
    out.writeBytes(header());
    out.close(start);
    start = out.open("IDAT");
    try {
      compress(out);
    } finally {
      deflater.end();
    }
    out.close(start);
    out.close(out.open("IEND"));
    return out.toByteArray();
  }

  private byte[] header() {
    byte[] header = new byte[13];
    putInt(header, 0, width);
    putInt(header, 4, height);
    header[8] = 8;
    header[9] = (byte) (channels == 4 ? 6 : 2);
    return header;
  }

  private void compress(Output data) {
    int rowBytes = width * channels;
    byte[] above = new byte[rowBytes];
    byte[] row = new byte[rowBytes];
    int bandRows = Math.min(Math.max(1, BAND_BYTES / rowBytes), height);
    byte[] band = new byte[bandRows * (rowBytes + 1)];
    for (int top = 0; top < height; top += bandRows) {
      int rows = Math.min(bandRows, height - top);
      int same = 0;
      for (int y = 0; y < rows; y++) {
        unpack((top + y) * width, row);
        same += difference(row, above, band, y * (rowBytes + 1));
        byte[] swap = above;
        above = row;
        row = swap;
      }
      boolean plain = same > rows * rowBytes / 2;
      deflater.setStrategy(plain ? Deflater.DEFAULT_STRATEGY : Deflater.HUFFMAN_ONLY);
      deflater.setInput(band, 0, rows * (rowBytes + 1));
      while (!deflater.needsInput()) {
        data.write(compressed, 0, deflater.deflate(compressed));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      data.write(compressed, 0, deflater.deflate(compressed));
    }
  }

  private void unpack(int from, byte[] row) {
    if (channels == 3) {
      for (int x = 0, i = 0; x < width; x++, i += 3) {
        int pixel = argb[from + x];
        row[i] = (byte) (pixel >> 16);
        row[i + 1] = (byte) (pixel >> 8);
        row[i + 2] = (byte) pixel;
      }
      return;
    }
    for (int x = 0, i = 0; x < width; x++, i += 4) {
      int pixel = argb[from + x];
      row[i] = (byte) (pixel >> 16);
      row[i + 1] = (byte) (pixel >> 8);
      row[i + 2] = (byte) pixel;
      row[i + 3] = (byte) (pixel >>> 24);
    }
  }

  /** Writes the filtered row and counts how many bytes are as above. */
  private static int difference(byte[] row, byte[] above, byte[] band, int at) {
    int same = 0;
    band[at] = FILTER_UP;
    for (int i = 0; i < row.length; i++) {
      int difference = row[i] - above[i];
      band[at + 1 + i] = (byte) difference;
      same += difference == 0 ? 1 : 0;
    }
    return same;
  }

  private static void putInt(byte[] target, int at, int value) {
    for (int i = 0; i < 4; i++) {
      target[at + i] = (byte) (value >> (24 - 8 * i));
    }
  }

  /** A file in the making; the length of a chunk is filled in when the chunk is complete. */
  private static final class Output extends ByteArrayOutputStream {
    Output(int size) {
      super(size);
    }

    /** Begins a chunk and says where. */
    int open(String type) {
      int start = count;
      writeBytes(new byte[4]);
      writeBytes(type.getBytes(StandardCharsets.US_ASCII));
      return start;
    }

    void close(int start) {
      putInt(buf, start, count - start - 8);
      CRC32 crc = new CRC32();
      crc.update(buf, start + 4, count - start - 4);
      byte[] sum = new byte[4];
      putInt(sum, 0, (int) crc.getValue());
      writeBytes(sum);
    }
  }
}
