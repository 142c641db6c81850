package eu.gardefou.hashing;

/**
 * A rectangle of a picture, in pixels.
 *
 * @param left columns left out before it
 * @param top rows left out above it
 * @param width at least 1
 * @param height at least 1
 */
public record Cut(int left, int top, int width, int height) {
  /** Refuses a rectangle that is empty or begins outside. */
  public Cut {
    if (left < 0 || top < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "there is no part of " + width + " by " + height + " at " + left + ", " + top);
    }
  }

  boolean fitsIn(int pictureWidth, int pictureHeight) {
    return left <= pictureWidth - width && top <= pictureHeight - height;
  }
}
