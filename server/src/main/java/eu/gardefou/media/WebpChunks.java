package eu.gardefou.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Goes through the chunks of a RIFF file, or of a chunk that holds chunks. */
final class WebpChunks {
  private final byte[] bytes;
  private final int stop;
  private int start;
  private int next;
  private int length;

  /** Stands before the chunk at {@code start}; chunks end before {@code stop}. */
  WebpChunks(byte[] bytes, int start, int stop) {
    this.bytes = bytes;
    this.stop = stop;
    this.next = start;
  }

  /** Goes to the next chunk; false when there is none. */
  boolean next() {
    start = next;
    if (start == stop) {
      return false;
    }
    if (start + 8L > stop) {
      throw Refusal.endsTooEarly();
    }
    long size = Numbers.little32(bytes, start + 4);
    if (start + 8 + size > stop) {
      throw Refusal.endsTooEarly();
    }
    length = (int) size;
    // Chunks are padded to an even length; some writers forget it at the very end.
    next = Math.min(stop, start + 8 + length + (length & 1));
    return true;
  }

  String name() {
    return new String(bytes, start, 4, StandardCharsets.ISO_8859_1);
  }

  int content() {
    return start + 8;
  }

  int length() {
    return length;
  }

  int end() {
    return content() + length;
  }

  int unsigned24(int at) {
    return Numbers.little24(bytes, content() + at);
  }

  byte[] copy() {
    return Arrays.copyOfRange(bytes, content(), end());
  }
}
