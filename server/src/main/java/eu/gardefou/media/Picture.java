package eu.gardefou.media;

import java.util.List;

/**
 * A safely decoded picture. Close it when it is no longer looked at, so that its memory is counted
 * as free at once; a picture that is dropped without being closed is counted as free some time
 * after.
 *
 * @param format what the content says it is: {@code jpeg}, {@code png}, {@code webp}, {@code gif},
 *     {@code tiff} or {@code bmp}
 * @param frames upright frames in order, at least one; frames that look the same as the one before
 *     are the same object
 * @param stored the first frame as stored, for perceptual hashing by upstream's rules: orientation,
 *     transparency and colour profiles ignored, 16-bit grey samples clipped
 * @param digests of the file's bytes, all of them
 * @param canonicalPng the first frame encoded anew without any metadata: upright, transparency
 *     kept, and, decoded again, exactly the pixels of the first frame
 */
public record Picture(
    String format,
    List<Frame> frames,
    Raster stored,
    FileDigests digests,
    CanonicalPng canonicalPng)
    implements AutoCloseable {
  /** Refuses a picture without frames. */
  public Picture {
    frames = List.copyOf(frames);
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("a picture has at least one frame");
    }
  }

  /** Width of the first frame, upright, in pixels. */
  public int width() {
    return frames.getFirst().views().getFirst().width();
  }

  /** Height of the first frame, upright, in pixels. */
  public int height() {
    return frames.getFirst().views().getFirst().height();
  }

  /** Says that nobody will look at this picture again. Its pixels stay valid all the same. */
  @Override
  public void close() {
    if (canonicalPng instanceof FirstFramePng png) {
      png.giveBackMemory();
    }
  }

  /**
   * Counts somebody who reads the pixels, maybe beyond the picture's closing: its memory is given
   * back when it is closed and the last reader has left.
   *
   * @throws IllegalStateException when it is closed and everybody has left
   */
  public Use use() {
    return canonicalPng instanceof FirstFramePng png ? png.use() : () -> {};
  }

  /** Somebody who reads the pixels. Closing it means to have left; a second time does nothing. */
  @FunctionalInterface
  public interface Use extends AutoCloseable {
    @Override
    void close();
  }

  /** The first frame encoded anew; the work is done on first use and kept. */
  @FunctionalInterface
  public interface CanonicalPng {
    /** The PNG file. */
    byte[] bytes();
  }
}
