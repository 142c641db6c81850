package eu.gardefou.media;

import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The structure of a GIF file (GIF89a). The decoder is given each frame as a GIF of its own, and
 * asked for palette indices only; palettes, transparency and composition are done here.
 */
final class GifFile {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int COMMENT = 0xFE;
  private static final int NO_INDEX = -1;

  private final byte[] bytes;
  private final ByteBuffer input;
  private final int mostFrames;
  private final List<Part> parts = new ArrayList<>();
  private int width;
  private int height;
  private int globalPalette = -1;
  private int globalColours;

  // What the last graphic control extension says; for the next frame only.
  private Part.After after = Part.After.KEEP;
  private int transparentIndex = NO_INDEX;

  private GifFile(byte[] bytes, MediaLimits limits) {
    this.bytes = bytes;
    this.input = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.mostFrames = limits.frames();
  }

  static Layout inspect(byte[] bytes, MediaLimits limits) {
    GifFile file = new GifFile(bytes, limits);
    file.readScreen();
    file.readBlocks();
    Polyglot.checkAfter(bytes, file.input.position());
    // A frame beyond the screen is cut off by some viewers and shown by others: look at it all.
    for (Part part : file.parts) {
      file.width = Math.max(file.width, part.x() + part.width());
      file.height = Math.max(file.height, part.y() + part.height());
    }
    Sheet sheet =
        new Sheet(file.width, file.height, file.parts, Orientation.UPRIGHT, new StoredColours());
    return Layout.of(Format.GIF, sheet, 6);
  }

  private void readScreen() {
    input.position(6);
    width = unsigned16();
    height = unsigned16();
    int flags = unsigned8();
    skip(2);
    if ((flags & 0x80) != 0) {
      globalColours = 2 << (flags & 7);
      globalPalette = input.position();
      skip(3 * globalColours);
    }
  }

  private void readBlocks() {
    while (true) {
      switch (unsigned8()) {
        case EXTENSION -> readExtension();
        case IMAGE -> readImage();
        case TRAILER -> {
          return;
        }
        default -> throw Refusal.damaged("it holds an unknown block");
      }
    }
  }

  private void readExtension() {
    int label = unsigned8();
    int start = input.position();
    skipBlocks();
    if (label == GRAPHIC_CONTROL && bytes[start] == 4) {
      int flags = bytes[start + 1];
      after =
          switch ((flags >> 2) & 7) {
            case 2 -> Part.After.CLEAR;
            case 3 -> Part.After.RESTORE;
            default -> Part.After.KEEP;
          };
      transparentIndex = (flags & 1) == 0 ? NO_INDEX : bytes[start + 4] & 0xFF;
    } else if (label == COMMENT) {
      Polyglot.checkText(bytes, start, input.position() - start);
    }
  }

  private void readImage() {
    if (parts.size() == mostFrames) {
      throw Refusal.tooManyFrames(mostFrames);
    }
    int x = unsigned16();
    int y = unsigned16();
    int frameWidth = unsigned16();
    int frameHeight = unsigned16();
    int flags = unsigned8();
    int palette = globalPalette;
    int colours = globalColours;
    if ((flags & 0x80) != 0) {
      colours = 2 << (flags & 7);
      palette = input.position();
      skip(3 * colours);
    }
    int data = input.position();
    int codeSize = unsigned8();
    skipBlocks();
    if (frameWidth == 0 || frameHeight == 0 || codeSize < 1 || codeSize > 8) {
      throw Refusal.damaged("a frame of it has no pixels");
    }
    int[] table = table(palette, colours);
    Frame frame =
        new Frame(
            frameWidth, frameHeight, (flags & 0x40) != 0, table, data, input.position() - data);
    parts.add(new Part(x, y, frameWidth, frameHeight, true, after, guard -> decode(frame, guard)));
    after = Part.After.KEEP;
    transparentIndex = NO_INDEX;
  }

  /** 256 colours; where the file has fewer, the rest is black. */
  private int[] table(int palette, int colours) {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      table[i] = Argb.OPAQUE;
      if (i < colours) {
        int at = palette + 3 * i;
        table[i] |= Argb.rgb(bytes[at], bytes[at + 1], bytes[at + 2]);
      }
    }
    if (transparentIndex != NO_INDEX) {
      table[transparentIndex] = Argb.withoutAlpha(table[transparentIndex]);
    }
    return table;
  }

  private Pixels decode(Frame frame, Guard guard) throws Exception {
    var raster = Readers.GIF.image(frame.file(bytes), 0, guard).getRaster();
    if (raster.getWidth() != frame.width || raster.getHeight() != frame.height) {
      throw Refusal.damaged("its parts differ in size");
    }
    byte[] indices = ((DataBufferByte) raster.getDataBuffer()).getData();
    int[] argb = new int[frame.width * frame.height];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = frame.table[indices[i] & 0xFF];
    }
    return Pixels.transparent(frame.width, frame.height, argb);
  }

  private void skipBlocks() {
    int length = unsigned8();
    while (length > 0) {
      skip(length);
      length = unsigned8();
    }
  }

  private int unsigned8() {
    return input.get() & 0xFF;
  }

  private int unsigned16() {
    return input.getShort() & 0xFFFF;
  }

  private void skip(int count) {
    if (count > input.remaining()) {
      throw Refusal.endsTooEarly();
    }
    input.position(input.position() + count);
  }

  /** One frame: where its data are and what its indices mean. */
  private static final class Frame {
    private final int width;
    private final int height;
    private final boolean interlaced;
    private final int[] table;
    private final int data;
    private final int length;

    Frame(int width, int height, boolean interlaced, int[] table, int data, int length) {
      this.width = width;
      this.height = height;
      this.interlaced = interlaced;
      this.table = table;
      this.data = data;
      this.length = length;
    }

    /** A file with this frame only, and a full palette so that every index is allowed. */
    byte[] file(byte[] bytes) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(length + 1024);
      out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
      writeSize(out);
      out.writeBytes(new byte[] {(byte) 0xF7, 0, 0});
      for (int i = 0; i < 256; i++) {
        out.writeBytes(new byte[] {(byte) i, (byte) i, (byte) i});
      }
      out.write(IMAGE);
      out.writeBytes(new byte[4]);
      writeSize(out);
      out.write(interlaced ? 0x40 : 0);
      out.write(bytes, data, length);
      out.write(TRAILER);
      return out.toByteArray();
    }

    private void writeSize(ByteArrayOutputStream out) {
      out.write(width);
      out.write(width >> 8);
      out.write(height);
      out.write(height >> 8);
    }
  }
}
