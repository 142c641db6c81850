package eu.gardefou.media;

import eu.gardefou.media.UnreadablePicture.Cause;
import java.util.Locale;

/** The sentences in which pictures are refused, in one place so that they read alike. */
final class Refusal {
  private Refusal() {}

  static UnreadablePicture damaged(String what) {
    return new UnreadablePicture(Cause.DAMAGED, "The picture is damaged: " + what + ".");
  }

  static UnreadablePicture damaged(Throwable cause) {
    return new UnreadablePicture(
        Cause.DAMAGED, "The picture is damaged and could not be read.", cause);
  }

  static UnreadablePicture endsTooEarly() {
    return damaged("it ends too early");
  }

  /** A picture of a known format, in a rare variant that most viewers do not show either. */
  static UnreadablePicture unsupported(String variant) {
    return new UnreadablePicture(
        Cause.NOT_A_PICTURE, variant + " is not read here; save the picture as a plain PNG.");
  }

  static UnreadablePicture notAPicture() {
    return new UnreadablePicture(
        Cause.NOT_A_PICTURE, "The file is not a JPEG, PNG, WebP, GIF, TIFF or BMP picture.");
  }

  static UnreadablePicture polyglot(String what) {
    return new UnreadablePicture(
        Cause.POLYGLOT, "The file is more than a picture: " + what + "; send the picture alone.");
  }

  static UnreadablePicture tooManyBytes(long bytes, long limit) {
    return new UnreadablePicture(
        Cause.TOO_MANY_BYTES, tooMany("The file", bytes, limit, "bytes are accepted"));
  }

  static UnreadablePicture tooManyPixels(long pixels, long limit) {
    return new UnreadablePicture(
        Cause.TOO_MANY_PIXELS,
        tooMany("The picture, all frames together,", pixels, limit, "pixels are accepted"));
  }

  static UnreadablePicture tooMuchMemory() {
    return new UnreadablePicture(
        Cause.TOO_MANY_PIXELS,
        "Decoding the picture needs more memory than this server sets aside; send a smaller one.");
  }

  static UnreadablePicture tooManyFrames(int limit) {
    return new UnreadablePicture(
        Cause.TOO_MANY_FRAMES,
        "The picture has too many frames; at most " + limit + " are accepted.");
  }

  static UnreadablePicture tooSlow() {
    return new UnreadablePicture(
        Cause.TOO_SLOW, "Decoding the picture takes too long; send a simpler one.");
  }

  private static String tooMany(String what, long count, long limit, String unit) {
    return String.format(Locale.ROOT, "%s has %,d; at most %,d %s.", what, count, limit, unit);
  }
}
