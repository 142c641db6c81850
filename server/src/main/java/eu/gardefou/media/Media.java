package eu.gardefou.media;

import java.util.Locale;

/**
 * Safe decoding of pictures from strangers: JPEG, PNG and APNG, WebP, GIF, TIFF and BMP, told by
 * their content.
 *
 * <p>The structure of the file is read first, and everything that is too large, more than one
 * thing, or not understood is refused before a decoder allocates a pixel. Decoders then get bare
 * files that we build, on a thread that is abandoned when its time is over, within a budget of
 * memory that the whole process shares. Safe for use by several threads.
 */
public final class Media {
  private final MediaLimits limits;
  private final Workroom room;

  /** Decodes within these limits, and within half of the heap together with everybody else. */
  public Media(MediaLimits limits) {
    this(limits, Workroom.shared());
  }

  Media(MediaLimits limits, Workroom room) {
    this.limits = limits;
    this.room = room;
  }

  /**
   * Decodes every frame of a picture.
   *
   * @param bytes the file; not to be changed while it is decoded
   * @throws UnreadablePicture when it is not accepted, with one plain sentence
   * @throws MediaBusy when too many pictures are being decoded to begin with this one
   */
  public Picture decode(byte[] bytes) {
    if (bytes.length > limits.bytes()) {
      throw Refusal.tooManyBytes(bytes.length, limits.bytes());
    }
    Layout layout = inspect(bytes);
    return room.run(
        layout.memory(bytes.length),
        limits.time(),
        (guard, share) -> new Decoding(layout, bytes, guard, share).picture());
  }

  /** Bytes of the budget that no picture takes, for whoever watches over it. */
  public long freeMemory() {
    return room.budget().free();
  }

  /**
   * Encodes a view as a PNG file, for showing and for tests.
   *
   * @return 8 bits a sample, no metadata
   */
  public static byte[] png(Raster raster) {
    return PngWriter.write(raster.width(), raster.height(), raster.rgb(), false);
  }

  private Layout inspect(byte[] bytes) {
    try {
      Layout layout = Format.of(bytes).inspect(bytes, limits);
      Polyglot.check(bytes);
      layout.check(limits);
      return layout;
    } catch (UnreadablePicture refusal) {
      throw refusal;
    } catch (RuntimeException malformed) {
      // Numbers in the file point outside of it.
      throw Refusal.damaged(malformed);
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Media[up to %,d bytes, %,d pixels, %d frames, %s]",
        limits.bytes(),
        limits.pixels(),
        limits.frames(),
        limits.time());
  }
}
