package eu.gardefou.vision;

import eu.gardefou.media.Raster;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the faces are in pixels that are still held by somebody: an input is looked at when it
 * comes, and again when the result is compared with it. Nothing outlives the pixels.
 */
final class KnownFaces {
  /** Two rasters are equal only when they are the same object. */
  private final Map<Raster, List<Box>> boxes = Collections.synchronizedMap(new WeakHashMap<>());

  @Nullable List<Box> of(Raster raster) {
    return boxes.get(raster);
  }

  void add(Raster raster, List<Box> faces) {
    boxes.put(raster, List.copyOf(faces));
  }
}
