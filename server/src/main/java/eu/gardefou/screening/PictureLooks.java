package eu.gardefou.screening;

import eu.gardefou.hashing.Cut;
import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.PdqHasher;
import eu.gardefou.lineage.Looks;
import eu.gardefou.matching.Matching;
import eu.gardefou.media.Frame;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a picture looks to its chain: as stored, and each view of some frames, with and without a
 * plain border, as far as there is detail.
 */
final class PictureLooks {
  /** Of a longer animation, so many frames from its beginning to its end. */
  private static final int FRAMES = 8;

  private final Set<Raster> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<PdqHash> upright = new ArrayList<>();
  private final Set<PdqHash> turned = new LinkedHashSet<>();

  private PictureLooks() {}

  static Looks of(Picture picture) {
    try (Picture.Use _ = picture.use()) {
      PictureLooks looks = new PictureLooks();
      looks.take(picture.stored());
      List<Frame> frames = picture.frames();
      int some = Math.min(FRAMES, frames.size());
      for (int i = 0; i < some; i++) {
        int place = some == 1 ? 0 : i * (frames.size() - 1) / (some - 1);
        frames.get(place).views().forEach(looks::take);
      }
      return new Looks(looks.upright, looks.turned);
    }
  }

  private void take(Raster raster) {
    if (upright.size() >= Looks.MOST || !seen.add(raster)) {
      return;
    }
    int[] rgb = raster.rgb();
    take(PdqHasher.hashRgb(rgb, raster.width(), raster.height()));
    Matching.withoutBorder(raster).ifPresent(cut -> take(part(rgb, raster, cut)));
  }

  private static PdqFingerprint part(int[] rgb, Raster raster, Cut cut) {
    return PdqHasher.hashRgb(rgb, raster.width(), raster.height(), cut);
  }

  private void take(PdqFingerprint fingerprint) {
    if (fingerprint.isUsable() && upright.size() < Looks.MOST) {
      upright.add(fingerprint.hash());
      turned.addAll(fingerprint.dihedral());
    }
  }
}
