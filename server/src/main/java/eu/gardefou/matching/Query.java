package eu.gardefou.matching;

import eu.gardefou.hashing.Cut;
import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.PdqHasher;
import eu.gardefou.media.Frame;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is looked up for one picture: it as stored, and every view of every frame, with and without
 * a plain border, each in all eight poses.
 *
 * @param stored the fingerprint of the first frame as stored
 * @param quality of the weakest frame, by its best view
 * @param hashes all that differ, and how the picture has to be looked at to have them
 */
record Query(PdqFingerprint stored, int quality, Map<PdqHash, Variant> hashes) {

  static Query of(Picture picture) {
    return new Reading().read(picture);
  }

  /**
   * The fingerprint to remember a picture by: of the first frame as stored, as upstream would, or
   * else of the view that has most detail.
   */
  static PdqFingerprint mostTelling(Picture picture) {
    PdqFingerprint most = fingerprint(picture.stored());
    for (Raster view : picture.frames().getFirst().views()) {
      if (most.isUsable()) {
        break;
      }
      PdqFingerprint other = fingerprint(view);
      most = other.quality() > most.quality() ? other : most;
    }
    return most;
  }

  private static PdqFingerprint fingerprint(Raster raster) {
    return PdqHasher.hashRgb(raster.rgb(), raster.width(), raster.height());
  }

  /** One picture's looks, each raster once: the stored one is often the first view. */
  private static final class Reading {
    private final IdentityHashMap<Raster, PdqFingerprint> known = new IdentityHashMap<>();
    private final Map<PdqHash, Variant> hashes = new LinkedHashMap<>();

    Query read(Picture picture) {
      PdqFingerprint stored = look(picture.stored(), 0, 0);
      int weakest = 100;
      int number = 0;
      for (Frame frame : picture.frames()) {
        weakest = Math.min(weakest, look(frame, number++));
      }
      return new Query(stored, weakest, hashes);
    }

    private int look(Frame frame, int number) {
      int best = 0;
      int view = 1;
      for (Raster raster : frame.views()) {
        best = Math.max(best, look(raster, number, view++).quality());
      }
      return best;
    }

    private PdqFingerprint look(Raster raster, int frame, int view) {
      PdqFingerprint before = known.get(raster);
      if (before != null) {
        return before;
      }
      PdqFingerprint whole = fingerprint(raster);
      known.put(raster, whole);
      take(whole, frame, view, false);
      trimmed(raster)
          .filter(PdqFingerprint::isUsable)
          .ifPresent(rest -> take(rest, frame, view, true));
      return whole;
    }

    private void take(PdqFingerprint fingerprint, int frame, int view, boolean trimmed) {
      int place = 0;
      for (Pose pose : Pose.values()) {
        PdqHash hash = fingerprint.dihedral().get(place++);
        hashes.putIfAbsent(hash, new Variant(frame, view, trimmed, pose));
      }
    }

    private static Optional<PdqFingerprint> trimmed(Raster raster) {
      Optional<Cut> cut = Border.without(raster);
      return cut.map(
          part -> PdqHasher.hashRgb(raster.rgb(), raster.width(), raster.height(), part));
    }
  }
}
