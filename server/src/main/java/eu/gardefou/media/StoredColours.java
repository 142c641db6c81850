package eu.gardefou.media;

import org.jspecify.annotations.Nullable;

/** Samples that are sRGB already, or of which the file says nothing: taken as they are. */
record StoredColours() implements Colours {
  @Override
  public @Nullable Conversion open() {
    return null;
  }

  @Override
  public boolean mayChange() {
    return false;
  }
}
