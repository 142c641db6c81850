package eu.gardefou.media;

import java.lang.ref.SoftReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opaque pixels of one view of one frame. Shared, not copied: treat the buffer as read-only.
 *
 * <p>Views of a transparent frame are drawn from its pixels when they are first asked for, and kept
 * only while memory allows: ask once and hold the buffer while working on it. Safe for use by
 * several threads.
 */
public final class Raster {
  private final int width;
  private final int height;
  private final Supplier<int[]> source;
  // Keeps the reservation of the memory alive as long as somebody can see the pixels.
  private final @Nullable Object owner;

  /**
   * Wraps a buffer.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @param rgb row by row, {@code 0xRRGGBB}, exactly {@code width * height} values
   */
  public Raster(int width, int height, int[] rgb) {
    this(width, height, rgb, null);
  }

  Raster(int width, int height, int[] rgb, @Nullable Object owner) {
    if (width < 1 || height < 1 || rgb.length != (long) width * height) {
      throw new IllegalArgumentException(
          "a raster of " + width + " by " + height + " cannot have " + rgb.length + " pixels");
    }
    this.width = width;
    this.height = height;
    this.source = () -> rgb;
    this.owner = owner;
  }

  private Raster(int width, int height, Supplier<int[]> source, Object owner) {
    this.width = width;
    this.height = height;
    this.source = source;
    this.owner = owner;
  }

  /** Pixels that are drawn on demand; {@code drawing} always gives the same ones. */
  static Raster drawnBy(int width, int height, Supplier<int[]> drawing, Object owner) {
    return new Raster(width, height, new Drawn(drawing), owner);
  }

  /** Width in pixels. */
  public int width() {
    return width;
  }

  /** Height in pixels. */
  public int height() {
    return height;
  }

  /** The pixels, row by row, {@code 0xRRGGBB}. */
  public int[] rgb() {
    return source.get();
  }

  @Override
  public String toString() {
    return "Raster[" + width + " x " + height + (owner == null ? "]" : ", decoded]");
  }

  private static final class Drawn implements Supplier<int[]> {
    private final Supplier<int[]> drawing;
    private SoftReference<int[]> kept = new SoftReference<>(null);

    Drawn(Supplier<int[]> drawing) {
      this.drawing = drawing;
    }

    @Override
    public synchronized int[] get() {
      int[] pixels = kept.get();
      if (pixels == null) {
        pixels = drawing.get();
        kept = new SoftReference<>(pixels);
      }
      return pixels;
    }
  }
}
