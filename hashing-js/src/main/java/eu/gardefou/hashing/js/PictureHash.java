package eu.gardefou.hashing.js;

import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHasher;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Uint8ClampedArray;

/** What the JavaScript module exports. */
public final class PictureHash {
  private static final int SAMPLES = 4;

  private PictureHash() {}

  /**
   * Fingerprints a picture.
   *
   * @param rgba the {@code data} of an {@code ImageData}: row by row red, green, blue and alpha of
   *     each pixel; only read. Alpha is ignored, as the server ignores it: who wants a transparent
   *     picture on a colour draws it on that colour
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @return {@code {pdq, quality, poses}}: the PDQ hash in 64 hexadecimal digits, its quality from
   *     0 to 100, and the hashes of the eight poses in the order of {@link PdqFingerprint#dihedral}
   * @throws IllegalArgumentException when the buffer does not have four times width times height
   *     samples; JavaScript sees an {@code Error} with its message
   */
  @JSExport
  public static JSObject hash(Uint8ClampedArray rgba, int width, int height) {
    PdqFingerprint fingerprint = PdqHasher.hashRgb(pixels(rgba), width, height);
    String[] poses = new String[PdqFingerprint.POSES];
    for (int pose = 0; pose < poses.length; pose++) {
      poses[pose] = fingerprint.dihedral().get(pose).toString();
    }
    return answer(fingerprint.quality(), poses);
  }

  private static int[] pixels(Uint8ClampedArray rgba) {
    if (rgba.getLength() % SAMPLES != 0) {
      throw new IllegalArgumentException("a pixel has four samples, these are " + rgba.getLength());
    }
    int[] pixels = new int[rgba.getLength() / SAMPLES];
    for (int i = 0, at = 0; i < pixels.length; i++, at += SAMPLES) {
      pixels[i] = rgba.get(at) << 16 | rgba.get(at + 1) << 8 | rgba.get(at + 2);
    }
    return pixels;
  }

  @JSBody(
      params = {"quality", "poses"},
      script = "return {pdq: poses[0], quality: quality, poses: poses};")
  private static native JSObject answer(int quality, String[] poses);
}
