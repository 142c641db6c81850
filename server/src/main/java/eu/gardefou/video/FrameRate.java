package eu.gardefou.video;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Frames a second, as a fraction: 30000/1001 is that of North American television.
 *
 * @param frames at least 1
 * @param seconds at least 1
 */
record FrameRate(int frames, int seconds) {
  private static final Pattern FRACTION = Pattern.compile("([0-9]{1,9})/([0-9]{1,9})");

  /** A file that claims more frames a second than this is sampled more often, not less. */
  private static final int MOST_STEP = 60;

  FrameRate {
    if (frames < 1 || seconds < 1) {
      throw new IllegalArgumentException("no frame rate: " + frames + "/" + seconds);
    }
  }

  /** Reads such as {@code 25/1}; null for {@code 0/0} and what is no rate. */
  static @Nullable FrameRate parse(String text) {
    Matcher matcher = FRACTION.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    int frames = Integer.parseInt(matcher.group(1));
    int seconds = Integer.parseInt(matcher.group(2));
    return frames < 1 || seconds < 1 ? null : new FrameRate(frames, seconds);
  }

  /**
   * Every how many frames one is hashed: those of a second, rounded down, as upstream, so that both
   * look at the same frames.
   */
  int step() {
    int second = Math.max(1, frames / seconds);
    int parts = (second + MOST_STEP - 1) / MOST_STEP;
    return Math.max(1, second / parts);
  }

  /** When a frame is shown at this rate. */
  long millis(long frame) {
    return Math.round(frame * 1_000.0 * seconds / frames);
  }
}
