package eu.gardefou.media;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The structure of a PNG file, animated ones (APNG) included. */
final class PngFile {
  private final byte[] bytes;
  private final int mostFrames;
  private final PngHeader header;
  private final PngTable table = new PngTable();
  private final List<Part> parts = new ArrayList<>();
  private byte[] profile = new byte[0];
  private double gamma;
  private boolean plainSrgb;
  private Orientation orientation = Orientation.UPRIGHT;
  private boolean animated;
  private boolean dataSeen;
  private boolean defaultApart;
  private int announcedFrames;
  private int sequence;
  private int end;

  // A frame's control chunk, while its data are awaited.
  private int control = -1;

  private PngFile(byte[] bytes, MediaLimits limits) {
    this.bytes = bytes;
    this.mostFrames = limits.frames();
    PngChunks chunk = new PngChunks(bytes, PngChunks.SIGNATURE_BYTES);
    chunk.next();
    if (chunk.type() == PngChunks.CGBI) {
      throw Refusal.unsupported("Apple's variant of PNG");
    }
    chunk.checkSum();
    this.header = PngHeader.read(bytes, chunk);
    readChunks(chunk);
  }

  static Layout inspect(byte[] bytes, MediaLimits limits) {
    PngFile file = new PngFile(bytes, limits);
    Polyglot.checkAfter(bytes, file.end);
    file.check();
    Sheet sheet =
        new Sheet(
            file.header.width(),
            file.header.height(),
            file.parts,
            file.orientation,
            file.colours());
    int clipped = file.header.grey16() ? 4 : 0;
    return Layout.of(Format.PNG, sheet, clipped);
  }

  private void readChunks(PngChunks chunk) {
    chunk.next();
    while (chunk.type() != PngChunks.IEND) {
      if (chunk.type() == PngChunks.IDAT) {
        readStill(chunk);
      } else if (chunk.type() == PngChunks.FDAT) {
        readFrame(chunk);
      } else {
        readOther(chunk);
        chunk.next();
      }
    }
    chunk.checkSum();
    if (chunk.length() > 0) {
      throw Refusal.damaged("its end is not empty");
    }
    end = chunk.end();
  }

  private void readOther(PngChunks chunk) {
    if (!chunk.critical()) {
      readAncillary(chunk);
      return;
    }
    chunk.checkSum();
    if (chunk.type() != PngChunks.PLTE) {
      throw Refusal.damaged("it holds a part that no viewer knows");
    }
    refuseAfterData();
    table.readPalette(bytes, chunk);
  }

  private void readAncillary(PngChunks chunk) {
    int type = chunk.type();
    if (type == PngChunks.TRNS) {
      refuseAfterData();
      chunk.checkSum();
      table.readTransparency(bytes, chunk, header);
    } else if (type == PngChunks.ACTL && chunk.length() == 8) {
      refuseAfterData();
      chunk.checkSum();
      animated = true;
      announcedFrames = ByteBuffer.wrap(bytes).getInt(chunk.content());
    } else if (type == PngChunks.FCTL) {
      readControl(chunk);
    } else if (type == PngChunks.ICCP && profile.length == 0) {
      profile = readProfile(chunk);
    } else if (type == PngChunks.SRGB) {
      plainSrgb = true;
    } else if (type == PngChunks.GAMA && chunk.length() == 4) {
      gamma = (ByteBuffer.wrap(bytes).getInt(chunk.content()) & 0xFFFFFFFFL) / 100_000.0;
    } else if (type == PngChunks.EXIF) {
      orientation = Exif.orientation(bytes, chunk.content(), chunk.length());
    } else if (type == PngChunks.TEXT) {
      Polyglot.checkText(bytes, chunk.content(), chunk.length());
    }
  }

  private void refuseAfterData() {
    if (dataSeen) {
      throw Refusal.damaged("its parts are out of order");
    }
  }

  /** The default picture: all IDAT chunks, which must follow each other. */
  private void readStill(PngChunks chunk) {
    if (dataSeen) {
      throw Refusal.damaged("its parts are out of order");
    }
    dataSeen = true;
    table.check(header);
    int first = chunk.start();
    passData(chunk, PngChunks.IDAT);
    Part.Still still = guard -> decode(header, first, 0, guard);
    if (control < 0) {
      // In an APNG this one is not part of the animation, but viewers without animation show it.
      defaultApart = animated;
      add(new Part(0, 0, header.width(), header.height(), false, Part.After.CLEAR, still));
    } else {
      addFrame(still);
    }
  }

  private void readFrame(PngChunks chunk) {
    if (control < 0 || !dataSeen) {
      throw Refusal.damaged("its frames are out of order");
    }
    int first = chunk.start();
    ByteBuffer frame = ByteBuffer.wrap(bytes, control, 12).slice();
    PngHeader sized = header.sized(frame.getInt(4), frame.getInt(8));
    passData(chunk, PngChunks.FDAT);
    addFrame(guard -> decode(sized, first, 4, guard));
  }

  /** Steps over chunks of one type and leaves {@code chunk} at the first of another. */
  private void passData(PngChunks chunk, int type) {
    while (chunk.type() == type) {
      chunk.checkSum();
      if (type == PngChunks.FDAT) {
        checkSequence(chunk);
      }
      chunk.next();
    }
  }

  private void readControl(PngChunks chunk) {
    if (!animated) {
      return;
    }
    if (chunk.length() != 26 || control >= 0) {
      throw Refusal.damaged("its frames are out of order");
    }
    chunk.checkSum();
    checkSequence(chunk);
    control = chunk.content();
  }

  private void checkSequence(PngChunks chunk) {
    if (chunk.length() < 4 || ByteBuffer.wrap(bytes).getInt(chunk.content()) != sequence) {
      throw Refusal.damaged("its frames are out of order");
    }
    sequence++;
  }

  private void addFrame(Part.Still still) {
    ByteBuffer frame = ByteBuffer.wrap(bytes, control, 26).slice();
    control = -1;
    int width = frame.getInt(4);
    int height = frame.getInt(8);
    int x = frame.getInt(12);
    int y = frame.getInt(16);
    boolean inside =
        Math.min(width, height) > 0
            && Math.min(x, y) >= 0
            && (long) x + width <= header.width()
            && (long) y + height <= header.height();
    if (!inside || frame.get(24) < 0 || frame.get(24) > 2 || (frame.get(25) & ~1) != 0) {
      throw Refusal.damaged("a frame lies outside of the picture");
    }
    Part.After after =
        switch (frame.get(24)) {
          case 1 -> Part.After.CLEAR;
          case 2 -> Part.After.RESTORE;
          default -> Part.After.KEEP;
        };
    add(new Part(x, y, width, height, frame.get(25) == 1, after, still));
  }

  private void add(Part part) {
    if (parts.size() == mostFrames) {
      throw Refusal.tooManyFrames(mostFrames);
    }
    parts.add(part);
  }

  private void check() {
    if (parts.isEmpty()) {
      throw Refusal.damaged("it holds no pixels");
    }
    int announced = !animated ? 1 : defaultApart ? announcedFrames + 1 : announcedFrames;
    if (control >= 0 || parts.size() != announced) {
      throw Refusal.damaged("it has not as many frames as it says");
    }
  }

  private Pixels decode(PngHeader sized, int firstChunk, int skipped, Guard guard) {
    try (PngData data = new PngData(bytes, firstChunk, skipped)) {
      return new PngPixels(sized, table, data, guard).decode();
    }
  }

  private Colours colours() {
    int samples =
        header.colourType() == PngHeader.GREY || header.colourType() == PngHeader.GREY_ALPHA
            ? 1
            : 3;
    if (profile.length > 0) {
      return IccColours.of(profile, samples);
    }
    boolean usual = gamma == 0 || Math.abs(gamma * 2.2 - 1) < 0.05;
    return plainSrgb || usual ? new StoredColours() : Colours.gamma(gamma);
  }

  /** Name, zero, method, compressed profile. One that cannot be read is as good as none. */
  private byte[] readProfile(PngChunks chunk) {
    int at = chunk.content();
    int stop = chunk.content() + chunk.length();
    while (at < stop && bytes[at] != 0) {
      at++;
    }
    if (at + 2 >= stop) {
      return new byte[0];
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, at + 2, stop - at - 2);
      byte[] inflated = new byte[Math.min(IccColours.LARGEST_PROFILE, 64 * (stop - at))];
      int length = inflater.inflate(inflated);
      return inflater.finished() ? Arrays.copyOf(inflated, length) : new byte[0];
    } catch (DataFormatException e) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }
}
