package eu.gardefou.media;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The inflated data of one picture in a PNG file, a row at a time; no more than is asked for. */
final class PngData implements AutoCloseable {
  private final byte[] bytes;
  private final PngChunks chunk;
  private final int type;
  private final int skipped;
  private final Inflater inflater = new Inflater();
  private boolean exhausted;

  /**
   * Data from consecutive chunks of the same type.
   *
   * @param firstChunk where the first one begins
   * @param skipped bytes at the beginning of each that are not data
   */
  PngData(byte[] bytes, int firstChunk, int skipped) {
    this.bytes = bytes;
    this.chunk = new PngChunks(bytes, firstChunk);
    this.skipped = skipped;
    chunk.next();
    this.type = chunk.type();
    feed();
  }

  /** Fills a row. */
  void read(byte[] row, int length) {
    int filled = 0;
    while (filled < length) {
      int count = inflate(row, filled, length - filled);
      if (count == 0) {
        throw Refusal.endsTooEarly();
      }
      filled += count;
    }
  }

  /** Refuses data that go on after the last row: that is how a small file hides a large one. */
  void checkEnd() {
    if (inflate(new byte[1], 0, 1) > 0) {
      throw Refusal.damaged("it holds more than its size says");
    }
  }

  private int inflate(byte[] target, int offset, int length) {
    try {
      while (true) {
        int count = inflater.inflate(target, offset, length);
        if (count > 0 || inflater.finished() || inflater.needsDictionary() || exhausted) {
          return count;
        }
        feed();
      }
    } catch (DataFormatException e) {
      throw Refusal.damaged(e);
    }
  }

  private void feed() {
    if (chunk.type() == type) {
      inflater.setInput(bytes, chunk.content() + skipped, chunk.length() - skipped);
      chunk.next();
    } else {
      exhausted = true;
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
