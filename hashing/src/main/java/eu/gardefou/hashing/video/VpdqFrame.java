package eu.gardefou.hashing.video;

import eu.gardefou.hashing.PdqHash;

/**
 * One frame of a video as vPDQ keeps it. Upstream's JSON has no frame numbers, and matching does
 * not ask for them, so there are none here.
 *
 * @param hash of the frame as stored
 * @param quality 0 to 100, as PDQ says
 * @param millis when it is shown, in thousandths of a second from the start
 */
public record VpdqFrame(PdqHash hash, int quality, long millis) {
  /** Refuses a quality out of range and a time before the start. */
  public VpdqFrame {
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("a PDQ quality is 0 to 100, not " + quality);
    }
    if (millis < 0) {
      throw new IllegalArgumentException("no frame is shown before the start: " + millis + " ms");
    }
  }
}
