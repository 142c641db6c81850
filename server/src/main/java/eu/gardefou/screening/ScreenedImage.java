package eu.gardefou.screening;

/**
 * A picture that passed screening, and the only thing that can be written to a client. Only
 * screening makes one, so there is no other road from upstream bytes to a client.
 */
public final class ScreenedImage {
  private final byte[] bytes;
  private final String format;
  private final int width;
  private final int height;

  ScreenedImage(byte[] bytes, String format, int width, int height) {
    this.bytes = bytes.clone();
    this.format = format;
    this.width = width;
    this.height = height;
  }

  /** The exact bytes that were screened. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Format by content, such as {@code png}. */
  public String format() {
    return format;
  }

  /** Width in pixels. */
  public int width() {
    return width;
  }

  /** Height in pixels. */
  public int height() {
    return height;
  }

  /** Says nothing of the content. */
  @Override
  public String toString() {
    return "ScreenedImage[" + format + " " + width + "x" + height + "]";
  }
}
