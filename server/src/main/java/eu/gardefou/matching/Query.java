package eu.gardefou.matching;

import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.PdqHasher;
import eu.gardefou.media.Frame;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is looked up for one picture: it as stored, and every view of every frame, each in all eight
 * poses.
 *
 * @param stored the fingerprint of the first frame as stored
 * @param quality of the weakest frame, by its best view
 * @param hashes all that differ
 */
record Query(PdqFingerprint stored, int quality, Set<PdqHash> hashes) {

  static Query of(Picture picture) {
    // The picture as stored is often the very same raster as the first view.
    IdentityHashMap<Raster, PdqFingerprint> known = new IdentityHashMap<>();
    PdqFingerprint stored = fingerprint(picture.stored(), known);
    int weakest = 100;
    for (Frame frame : picture.frames()) {
      int best = 0;
      for (Raster view : frame.views()) {
        best = Math.max(best, fingerprint(view, known).quality());
      }
      weakest = Math.min(weakest, best);
    }
    Set<PdqHash> hashes = new LinkedHashSet<>();
    known.values().forEach(fingerprint -> hashes.addAll(fingerprint.dihedral()));
    return new Query(stored, weakest, hashes);
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

  private static PdqFingerprint fingerprint(
      Raster raster, IdentityHashMap<Raster, PdqFingerprint> known) {
    return known.computeIfAbsent(raster, Query::fingerprint);
  }

  private static PdqFingerprint fingerprint(Raster raster) {
    return PdqHasher.hashRgb(raster.rgb(), raster.width(), raster.height());
  }
}
