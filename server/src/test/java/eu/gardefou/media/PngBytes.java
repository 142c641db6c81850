package eu.gardefou.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Puts PNG files together chunk by chunk, right or wrong. */
final class PngBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  PngBytes() {
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
  }

  PngBytes chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ints(data.length));
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ints((int) crc.getValue()));
    return this;
  }

  PngBytes header(int width, int height, int depth, int colourType, boolean interlaced) {
    return chunk(
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) depth)
            .put((byte) colourType)
            .put(new byte[] {0, 0, (byte) (interlaced ? 1 : 0)})
            .array());
  }

  /** Unfiltered rows of 8-bit RGB with alpha, deflated. */
  static byte[] rgbaData(int width, int[] argb) {
    ByteBuffer rows = ByteBuffer.allocate(argb.length * 4 + argb.length / width);
    for (int i = 0; i < argb.length; i++) {
      if (i % width == 0) {
        rows.put((byte) 0);
      }
      rows.putInt(Integer.rotateLeft(argb[i], 8));
    }
    return deflated(rows.array());
  }

  static byte[] deflated(byte[] data) {
    Deflater deflater = new Deflater();
    deflater.setInput(data);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** A frame's control chunk of an APNG. */
  PngBytes control(int sequence, Part part) {
    byte dispose =
        switch (part.after()) {
          case KEEP -> 0;
          case CLEAR -> 1;
          case RESTORE -> 2;
        };
    return chunk(
        "fcTL",
        ByteBuffer.allocate(26)
            .putInt(sequence)
            .putInt(part.width())
            .putInt(part.height())
            .putInt(part.x())
            .putInt(part.y())
            .putInt(0x00010064)
            .put(dispose)
            .put((byte) (part.blended() ? 1 : 0))
            .array());
  }

  /** The data of a frame after the first. */
  PngBytes frameData(int sequence, byte[] data) {
    return chunk("fdAT", ByteBuffer.allocate(4 + data.length).putInt(sequence).put(data).array());
  }

  PngBytes animation(int frames) {
    return chunk("acTL", ByteBuffer.allocate(8).putInt(frames).putInt(0).array());
  }

  /** The same, with the eXIf chunk that says how to turn the picture. */
  PngBytes orientation(int value) {
    return chunk("eXIf", exif(value));
  }

  /** A TIFF structure with the one entry Orientation. */
  static byte[] exif(int orientation) {
    return ByteBuffer.allocate(26)
        .put(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1})
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  byte[] end() {
    return chunk("IEND", new byte[0]).soFar();
  }

  byte[] soFar() {
    return out.toByteArray();
  }

  /** A whole file with these pixels and their alpha. */
  static byte[] rgba(int width, int[] argb) {
    return new PngBytes()
        .header(width, argb.length / width, 8, 6, false)
        .chunk("IDAT", rgbaData(width, argb))
        .end();
  }

  /** The file with the checksum of every chunk that lies in it made right; others unchanged. */
  static byte[] withRightChecksums(byte[] file) {
    if (file.length < 8 || file[0] != (byte) 0x89) {
      return file;
    }
    byte[] copy = file.clone();
    ByteBuffer numbers = ByteBuffer.wrap(copy);
    int at = 8;
    while (at + 12 <= copy.length) {
      int length = numbers.getInt(at);
      if (length < 0 || length > copy.length - at - 12) {
        break;
      }
      CRC32 crc = new CRC32();
      crc.update(copy, at + 4, length + 4);
      numbers.putInt(at + 8 + length, (int) crc.getValue());
      at += 12 + length;
    }
    return copy;
  }

  private static byte[] ints(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }
}
