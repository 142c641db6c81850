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

  void check(VideoLimits limits) {
    if ((long) width * height > limits.pixels()) {
      throw Refusal.tooManyPixels(limits.pixels());
    }
    if (length != null
        && length.toMillis() > rate.millis(limits.frames() * (long) rate.step()) + 1_000) {
      throw Refusal.tooLong(limits.frames());
    }
  }

  /** Whether the last frame came so long before the end that a part of the file is missing. */
  boolean endsTooEarly(Duration end) {
    if (length == null) {
      return false;
    }
    long tolerated = Math.max(2_000 + rate.millis(rate.step()), length.toMillis() / 10);
    return end.toMillis() + tolerated < length.toMillis();
  }
}
