package eu.gardefou.video;

import eu.gardefou.video.VideoOutcome.Reason;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ends the reading of a video inside this package; outside it is {@link VideoOutcome.Refused}. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  private Refusal(Reason reason, String sentence) {
    super(sentence, null, false, false);
    this.reason = reason;
  }

  static Refusal notAVideo() {
    return new Refusal(
        Reason.NOT_A_VIDEO,
        "The file is not a video that can be read: MP4 or QuickTime, Matroska or WebM, AVI, MPEG"
            + " transport stream, Flash Video and Ogg are.");
  }

  static Refusal tooManyBytes(long limit) {
    return new Refusal(
        Reason.TOO_MANY_BYTES, most("The file has too many bytes", limit, "are accepted"));
  }

  static Refusal tooManyPixels(long limit) {
    return new Refusal(
        Reason.TOO_MANY_PIXELS,
        most("The video's frames have too many pixels", limit, "are accepted"));
  }

  static Refusal tooLong(int frames) {
    return new Refusal(
        Reason.TOO_LONG,
        most("The video is too long", frames, "frames, about one a second, are looked at"));
  }

  static Refusal tooSlow() {
    return new Refusal(
        Reason.TOO_SLOW, "Reading the video takes too long; send a shorter or smaller one.");
  }

  static Refusal damaged(String what) {
    return new Refusal(Reason.DAMAGED, "The video is damaged: " + what + ".");
  }

  static Refusal busy() {
    return new Refusal(Reason.BUSY, "Too many videos are being read; try again in a moment.");
  }

  static Refusal shareTaken() {
    return new Refusal(
        Reason.BUSY, "As many of your videos are being read as one caller's may; try again later.");
  }

  static Refusal interrupted() {
    return new Refusal(Reason.BUSY, "Reading the video was interrupted.");
  }

  static Refusal noFfmpeg(String sentence) {
    return new Refusal(Reason.NO_FFMPEG, sentence);
  }

  Reason reason() {
    return reason;
  }

  /** As a value, with what is known of the bytes. */
  VideoOutcome.Refused outcome(@Nullable ExactHashes exact) {
    return new VideoOutcome.Refused(reason, String.valueOf(getMessage()), exact);
  }

  private static String most(String what, long limit, String unit) {
    return String.format(Locale.ROOT, "%s; at most %,d %s.", what, limit, unit);
  }
}
