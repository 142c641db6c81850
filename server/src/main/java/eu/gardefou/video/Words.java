package eu.gardefou.video;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads everything that a program says, so that it never waits, and keeps the beginning of it. */
final class Words {
  private static final int PART = 4_096;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final long most;
  private final Thread reader;

  /**
   * Begins to read.
   *
   * @param most bytes that are kept
   */
  Words(InputStream words, long most) {
    this.most = most;
    this.reader = Thread.ofVirtual().name("video-words").start(() -> read(words));
  }

  private void read(InputStream words) {
    byte[] part = new byte[PART];
    try (words) {
      for (int read = words.read(part); read >= 0; read = words.read(part)) {
        kept.write(part, 0, (int) Math.min(read, most - kept.size()));
      }
    } catch (IOException ended) {
      // The program was ended: what it said until then is what there is.
    }
  }

  /** The beginning of what was said, once the program has ended. */
  String text() throws InterruptedException {
    reader.join();
    return kept.toString(StandardCharsets.UTF_8);
  }
}
