package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One thing to look at: the pixels, and the same picture smoothly made small. */
final class View {
  /** Shorter side of the small picture: up to 16 by 9, it takes four to six tiles of 256. */
  static final int SMALL = 374;

  /** Longer side of the small picture, however long the picture is. */
  private static final int SMALL_AT_MOST = 8 * SMALL;

  private final Raster raster;
  private final String place;
  private final KnownFaces known;
  private final ReentrantLock search = new ReentrantLock();
  private @Nullable Raster small;
  private @Nullable Raster twiceSmall;

  View(Raster raster) {
    this(raster, "", new KnownFaces());
  }

  private View(Raster raster, String place, KnownFaces known) {
    this.raster = raster;
    this.place = place;
    this.known = known;
  }

  /**
   * What differs among all views of all frames. Equal pixels give equal findings, so they are
   * looked at once; nothing else is left out, and an animation that takes too long is missing, not
   * passed.
   *
   * @param known where faces are that were looked for before
   */
  static List<View> distinct(Picture picture, KnownFaces known) {
    Map<Integer, List<Raster>> seen = new LinkedHashMap<>();
    List<View> views = new ArrayList<>();
    for (int number = 1; number <= picture.frames().size(); number++) {
      List<Raster> rasters = picture.frames().get(number - 1).views();
      String frame = picture.frames().size() == 1 ? "" : "frame-" + number + "/";
      for (Raster raster : rasters) {
        List<Raster> alike =
            seen.computeIfAbsent(Arrays.hashCode(raster.rgb()), hash -> new ArrayList<>());
        if (alike.stream().noneMatch(other -> same(other, raster))) {
          alike.add(raster);
          int background = rasters.indexOf(raster) + 1;
          views.add(
              new View(
                  raster, background == 1 ? frame : frame + "ground-" + background + "/", known));
        }
      }
    }
    return views;
  }

  private static boolean same(Raster a, Raster b) {
    return a.width() == b.width() && Arrays.equals(a.rgb(), b.rgb());
  }

  /** Whereabouts in the picture this is, before the name of a region: empty, or ends in a slash. */
  String place() {
    return place;
  }

  Raster raster() {
    return raster;
  }

  /** At most {@link #SMALL} on its shorter side; made on first use, for all models. */
  synchronized Raster small() {
    if (small == null) {
      small = reduced(SMALL);
    }
    return small;
  }

  /**
   * The faces in it, looked for once, by whichever check comes first.
   *
   * @param views how many views the picture has, which share the budget
   */
  List<Box> faces(FaceFinder finder, int views, Stop stop) throws OrtException {
    search.lock();
    try {
      List<Box> faces = known.of(raster);
      if (faces == null) {
        faces = finder.find(this, FaceFinder.BUDGET / Math.max(1, views), stop);
        known.add(raster, faces);
      }
      return faces;
    } finally {
      search.unlock();
    }
  }

  /** Twice as large, as far as the picture is; likewise. */
  synchronized Raster twiceSmall() {
    if (twiceSmall == null) {
      twiceSmall = reduced(2 * SMALL);
    }
    return twiceSmall;
  }

  /** The smallest copy in which a region still has so many pixels on its shorter side. */
  Raster copyFor(Region region, int side) {
    for (Raster copy : List.of(small(), twiceSmall())) {
      Region there = region.in(raster, copy);
      if (Math.min(there.width(), there.height()) >= side) {
        return copy;
      }
    }
    return raster;
  }

  private Raster reduced(int shorter) {
    double scale = Math.min((double) shorter / shorter(), (double) SMALL_AT_MOST / longer());
    if (scale >= 1) {
      return raster;
    }
    int width = (int) Math.max(1, Math.round(raster.width() * scale));
    int height = (int) Math.max(1, Math.round(raster.height() * scale));
    return Resize.raster(Resize.smooth(raster, Region.all(raster), width, height), width, height);
  }

  int shorter() {
    return Math.min(raster.width(), raster.height());
  }

  int longer() {
    return Math.max(raster.width(), raster.height());
  }

  /** Whether a square would squeeze what the picture shows. */
  boolean isLong() {
    return longer() > 2 * shorter();
  }
}
