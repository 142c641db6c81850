package eu.gardefou.video;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of its first video stream.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rate frames a second
 * @param length how long it plays; null when the file does not say
 */
record VideoStream(int width, int height, FrameRate rate, @Nullable Duration length) {
  /**
   * Only larger frames are scaled down before they are hashed. Upstream never does, and smaller
   * frames have other hashes: at 512 pixels a side, those of its own samples are off by up to 32.
   */
  static final int MOST_SIDE = 4_096;

  /** Width of the frames that are hashed. */
  int hashedWidth() {
    return Math.min(width, MOST_SIDE);
  }

  /** Each side by itself: PDQ takes no notice of proportions, and a thin frame keeps its detail. */
  int hashedHeight() {
    return Math.min(height, MOST_SIDE);
  }

  /** Refuses what is too large, or says that it is too long. */
  void check(VideoLimits limits) {
    if ((long) width * height > limits.pixels()) {
      throw Refusal.tooManyPixels(limits.pixels());
    }
    if (length != null) {
      checkLength(length, limits);
    }
  }

  /**
   * Refuses what is too long without having said so, and what has its last frame so long before its
   * end that a part of the file is missing.
   *
   * @param end of the last frame that was hashed
   */
  void checkEnd(Duration end, VideoLimits limits) {
    checkLength(end.minusMillis(rate.millis(rate.step())), limits);
    if (length != null) {
      long tolerated = Math.max(2_000 + rate.millis(rate.step()), length.toMillis() / 10);
      if (end.toMillis() + tolerated < length.toMillis()) {
        throw Refusal.damaged("it ends too early");
      }
    }
  }

  private void checkLength(Duration time, VideoLimits limits) {
    if (time.toMillis() > rate.millis(limits.frames() * (long) rate.step()) + 1_000) {
      throw Refusal.tooLong(limits.frames());
    }
  }
}
