package eu.gardefou.video;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads everything that a program says, so that it never waits, and keeps the end of it. */
final class Tail {
  private static final int KEPT = 4_096;

  private final byte[] ring = new byte[KEPT];
  private final Thread reader;
  private long length;

  Tail(InputStream words) {
    reader = Thread.ofVirtual().name("video-words").start(() -> read(words));
  }

  private void read(InputStream words) {
    byte[] part = new byte[KEPT];
    try (words) {
      for (int read = words.read(part); read >= 0; read = words.read(part)) {
        for (int i = 0; i < read; i++) {
          ring[(int) (length++ % KEPT)] = part[i];
        }
      }
    } catch (IOException ended) {
      // The program was ended: what it said until then is what there is.
    }
  }

  /** The end of what was said, once the program has ended. */
  String text() throws InterruptedException {
    reader.join();
    if (length <= KEPT) {
      return new String(ring, 0, (int) length, StandardCharsets.UTF_8);
    }
    int start = (int) (length % KEPT);
    byte[] whole = Arrays.copyOfRange(ring, start, start + KEPT);
    System.arraycopy(ring, 0, whole, KEPT - start, start);
    return new String(whole, StandardCharsets.UTF_8);
  }
}
