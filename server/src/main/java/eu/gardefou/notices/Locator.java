package eu.gardefou.notices;

import eu.gardefou.hashing.PdqHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where, or by what, the reported picture is found. */
public sealed interface Locator {
  /**
   * An exact electronic location (Regulation (EU) 2022/2065, Article 16(2)(b)).
   *
   * @param url absolute, http or https, at most {@value #LONGEST} characters
   */
  record Address(String url) implements Locator {
    static final int LONGEST = 4_096;
  }

  /**
   * A fingerprint made on the reporter's own device, so that the picture can stay there.
   *
   * @param pdq of the picture as it is
   * @param quality 0 to 100: how much detail the fingerprint stands on
   * @param poses fingerprints of the picture turned and mirrored, at most {@value #MOST_POSES}
   * @param sha256 of the file, 64 lower-case hexadecimal digits; null when not made
   */
  record DeviceHash(PdqHash pdq, int quality, List<PdqHash> poses, @Nullable String sha256)
      implements Locator {
    static final int MOST_POSES = 8;

    /** Keeps its own copy. */
    public DeviceHash {
      poses = List.copyOf(poses);
    }
  }
}
