package eu.gardefou.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Makes little-endian TIFF files of uncompressed pages, with any entries one likes. */
final class TiffBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> pointers = new ArrayList<>(List.of(4));
  private final List<Integer> directories = new ArrayList<>();

  TiffBytes() {
    out.writeBytes(new byte[] {'I', 'I', 42, 0, 0, 0, 0, 0});
  }

  /** A page whose samples are stored in one strip; more entries as tag, value pairs. */
  TiffBytes page(int width, int height, int samples, int bits, byte[] data, int... entries) {
    int strip = append(data);
    int[] all = {
      256,
      width,
      257,
      height,
      258,
      bits,
      259,
      1,
      262,
      samples < 3 ? 1 : 2,
      273,
      strip,
      277,
      samples,
      278,
      height,
      279,
      data.length
    };
    return directory(merged(all, entries));
  }

  /** Stores bytes and says where. */
  int append(byte[] data) {
    int at = out.size();
    out.writeBytes(data);
    out.writeBytes(new byte[data.length & 1]);
    return at;
  }

  /** A directory with exactly these entries, tag, value pairs, each one 32-bit number. */
  TiffBytes directory(int... entries) {
    directories.add(out.size());
    ByteBuffer block =
        ByteBuffer.allocate(2 + 6 * entries.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    block.putShort((short) (entries.length / 2));
    for (int i = 0; i < entries.length; i += 2) {
      block.putShort((short) entries[i]).putShort((short) 4).putInt(1).putInt(entries[i + 1]);
    }
    pointers.add(out.size() + block.capacity() - 4);
    out.writeBytes(block.array());
    return this;
  }

  private static int[] merged(int[] entries, int[] more) {
    TreeMap<Integer, Integer> all = new TreeMap<>();
    for (int[] list : List.of(entries, more)) {
      for (int i = 0; i < list.length; i += 2) {
        all.put(list[i], list[i + 1]);
      }
    }
    return all.entrySet().stream()
        .flatMapToInt(e -> IntStream.of(e.getKey(), e.getValue()))
        .toArray();
  }

  byte[] end() {
    return link(0);
  }

  /** The last page points back to the first. */
  byte[] endless() {
    return link(directories.getFirst());
  }

  private byte[] link(int last) {
    ByteBuffer file = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < directories.size(); i++) {
      file.putInt(pointers.get(i), directories.get(i));
    }
    file.putInt(pointers.getLast(), last);
    return file.array();
  }
}
