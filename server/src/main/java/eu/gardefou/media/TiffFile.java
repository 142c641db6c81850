package eu.gardefou.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a TIFF file (revision 6.0): its pages. The decoder is given the same bytes with
 * other directories, which name the pixels and nothing else: no metadata, no profile, no directory
 * inside another, no loop.
 */
final class TiffFile {
  private static final int DIRECTORY_POINTER = 4;
  private static final int HEADER = 8;

  private final byte[] bytes;
  private final ByteBuffer input;
  private final int mostPages;
  private final List<TiffPage> pages = new ArrayList<>();
  private byte @Nullable [] bare;

  private TiffFile(byte[] bytes, MediaLimits limits) {
    this.bytes = bytes;
    this.input =
        ByteBuffer.wrap(bytes)
            .order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    this.mostPages = limits.frames();
  }

  static Layout inspect(byte[] bytes, MediaLimits limits) {
    TiffFile file = new TiffFile(bytes, limits);
    file.readPages();
    List<Sheet> sheets = new ArrayList<>();
    int largestPixel = 1;
    for (int i = 0; i < file.pages.size(); i++) {
      TiffPage page = file.pages.get(i);
      int index = i;
      sheets.add(
          Sheet.still(
              page.width(),
              page.height(),
              page.orientation(),
              page.colours(),
              guard -> file.decode(index, guard)));
      largestPixel = Math.max(largestPixel, page.bytesPerPixel());
    }
    // The decoder keeps a whole strip or tile besides the picture.
    return new Layout(Format.TIFF, sheets, 2 * largestPixel + 4);
  }

  private void readPages() {
    Set<Long> visited = new HashSet<>();
    long directory = unsigned32(DIRECTORY_POINTER);
    while (directory != 0) {
      if (!visited.add(directory)) {
        throw Refusal.damaged("its pages lead back to each other");
      }
      if (pages.size() == mostPages) {
        throw Refusal.tooManyFrames(mostPages);
      }
      if (directory < HEADER || directory + 2 > bytes.length) {
        throw Refusal.endsTooEarly();
      }
      int entries = input.getShort((int) directory) & 0xFFFF;
      long next = directory + 2 + 12L * entries;
      if (next + 4 > bytes.length) {
        throw Refusal.endsTooEarly();
      }
      pages.add(new TiffPage(bytes, input, (int) directory + 2, entries));
      directory = unsigned32((int) next);
    }
  }

  private long unsigned32(int at) {
    return input.getInt(at) & 0xFFFFFFFFL;
  }

  private Pixels decode(int page, Guard guard) throws Exception {
    byte[] file = bare;
    if (file == null) {
      file = buildBare();
      bare = file;
    }
    return pages.get(page).pixels(Readers.TIFF.image(file, page, guard), guard);
  }

  private byte[] buildBare() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 256 * pages.size());
    out.write(bytes, 0, DIRECTORY_POINTER);
    // Directories begin at even addresses.
    int first = bytes.length + (bytes.length & 1);
    writeInt(out, first);
    out.write(bytes, HEADER, bytes.length - HEADER);
    out.writeBytes(new byte[first - bytes.length]);
    for (int i = 0; i < pages.size(); i++) {
      byte[] directory = pages.get(i).bareDirectory();
      out.writeBytes(directory);
      boolean last = i == pages.size() - 1;
      writeInt(out, last ? 0 : out.size() + 4);
    }
    return out.toByteArray();
  }

  private void writeInt(ByteArrayOutputStream out, int value) {
    out.writeBytes(ByteBuffer.allocate(4).order(input.order()).putInt(value).array());
  }
}
