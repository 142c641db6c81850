package eu.gardefou.hashing.video;

import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHash;
import java.util.List;

/**
 * What vPDQ says of one video: the PDQ hashes of frames about a second apart.
 *
 * @param frames in the order of the video; may be empty, since fingerprints of others may be
 */
public record VpdqFingerprint(List<VpdqFrame> frames) {
  /** Keeps a copy of the list. */
  public VpdqFingerprint {
    frames = List.copyOf(frames);
  }

  /**
   * The hashes that are worth comparing: each once, in the order of the video.
   *
   * @param quality frames under it are left out
   */
  public List<PdqHash> hashes(int quality) {
    return frames.stream()
        .filter(frame -> frame.quality() >= quality)
        .map(VpdqFrame::hash)
        .distinct()
        .toList();
  }

  /**
   * Whether any frame has enough detail to be compared. A video without one is neither like another
   * nor unlike it: nothing can be said.
   */
  public boolean isUsable() {
    return frames.stream().anyMatch(frame -> frame.quality() >= PdqFingerprint.USABLE_QUALITY);
  }
}
