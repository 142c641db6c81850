package eu.gardefou.video;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Room on disk for one video, which goes when this is closed. That the disk is full, or the like,
 * is never a plain {@link IOException}: such are of those who send. For one thread.
 */
public final class VideoPlace implements AutoCloseable {
  private final VideoFolder folder;
  private @Nullable Path file;

  VideoPlace(VideoFolder folder) {
    this.folder = folder;
  }

  /**
   * A new file that only its owner may read: that is how temporary files are made.
   *
   * @throws UncheckedIOException when there is no room
   */
  Path make() {
    close();
    try {
      Path made = Files.createTempFile(folder.own(), "video", null);
      file = made;
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A new file, to be written.
   *
   * @throws UncheckedIOException when there is no room, now or in the middle
   */
  public OutputStream open() {
    try {
      return new Kept(Files.newOutputStream(make()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The file that was made.
   *
   * @throws IllegalStateException when there is none
   */
  public Path file() {
    Path made = file;
    if (made == null) {
      throw new IllegalStateException("nothing is kept here");
    }
    return made;
  }

  @Override
  public void close() {
    Path made = file;
    file = null;
    if (made != null) {
      try {
        Files.deleteIfExists(made);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Kept extends OutputStream {
    private final OutputStream out;

    Kept(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
      try {
        out.write(bytes, start, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
