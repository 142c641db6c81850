package eu.gardefou.hashing;

import java.util.Collections;
import java.util.List;

/**
 * What PDQ says of one picture: how much there is to recognise, and its hash in all eight poses.
 *
 * @param quality 0 to 100; under {@value #USABLE_QUALITY} the picture has too little detail for its
 *     hash to mean much: pictures that share nothing come out near each other
 * @param dihedral the hashes of the picture turned and mirrored, in upstream's order: as it is,
 *     turned by 90, 180 and 270 degrees anticlockwise, mirrored top to bottom, left to right, along
 *     the main diagonal, along the other diagonal
 */
public record PdqFingerprint(int quality, List<PdqHash> dihedral) {
  /** The least quality at which a hash is worth comparing, as upstream advises. */
  public static final int USABLE_QUALITY = 50;

  /** How many poses there are. */
  public static final int POSES = 8;

  static final PdqFingerprint EMPTY =
      new PdqFingerprint(0, Collections.nCopies(POSES, new PdqHash(0, 0, 0, 0)));

  /** Refuses a quality out of range or a number of hashes other than eight. */
  public PdqFingerprint {
    dihedral = List.copyOf(dihedral);
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("a PDQ quality is 0 to 100, not " + quality);
    }
    if (dihedral.size() != POSES) {
      throw new IllegalArgumentException(
          "a PDQ fingerprint has " + POSES + " hashes, not " + dihedral.size());
    }
  }

  /** The hash of the picture as it is. */
  public PdqHash hash() {
    return dihedral.get(0);
  }

  /** Whether the picture has enough detail for its hash to mean something. */
  public boolean isUsable() {
    return quality >= USABLE_QUALITY;
  }
}
