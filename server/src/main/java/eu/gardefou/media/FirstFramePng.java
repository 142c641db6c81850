package eu.gardefou.media;

import org.jspecify.annotations.Nullable;

/** The canonical PNG of a decoded picture: encoded on first use, then kept. */
final class FirstFramePng implements Picture.CanonicalPng {
  private final Pixels pixels;
  private final MemoryBudget.Share share;
  private byte @Nullable [] encoded;

  FirstFramePng(Pixels pixels, MemoryBudget.Share share) {
    this.pixels = pixels;
    this.share = share;
  }

  @Override
  public synchronized byte[] bytes() {
    byte[] png = encoded;
    if (png == null) {
      png = PngWriter.write(pixels.width(), pixels.height(), pixels.argb(), pixels.alpha());
      encoded = png;
    }
    return png;
  }

  Picture.Use use() {
    return share.use();
  }

  void giveBackMemory() {
    share.close();
  }
}
