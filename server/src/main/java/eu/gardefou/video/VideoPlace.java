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
  private static final long STRETCH = 1L << 22;

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
   * A new file, to be written. Whether there is room for the longest is looked at before the first
   * byte and, since others write as well, now and then after it.
   *
   * @param most how many bytes may come
   * @throws UncheckedIOException when there is no room, now or in the middle
   */
  public OutputStream open(long most) {
    try {
      Path made = make();
      folder.check(most);
      return new Kept(Files.newOutputStream(made), folder, most);
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
    private final VideoFolder folder;
    private long left;
    private long unchecked;

    Kept(OutputStream out, VideoFolder folder, long most) {
      this.out = out;
      this.folder = folder;
      this.left = most;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
      try {
        if (unchecked >= STRETCH) {
          folder.check(Math.max(0, left));
          unchecked = 0;
        }
        out.write(bytes, start, length);
        left -= length;
        unchecked += length;
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
