package eu.gardefou.video;

import eu.gardefou.hashing.video.VpdqFingerprint;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a video: every caller has to say what each of the three means to them. */
public sealed interface VideoOutcome {
  /**
   * The hashes of its bytes, which may match where nothing else can; null when the bytes were not
   * read to their end.
   */
  @Nullable ExactHashes exact();

  /**
   * A fingerprint that can be compared.
   *
   * @param vpdq has at least one usable frame
   * @param exact of the bytes
   * @param duration up to the end of the last frame that was hashed
   */
  record Hashed(VpdqFingerprint vpdq, ExactHashes exact, Duration duration)
      implements VideoOutcome {
    /** Refuses what nothing could be compared with. */
    public Hashed {
      if (!vpdq.isUsable()) {
        throw new IllegalArgumentException("no frame of this fingerprint can be compared");
      }
    }
  }

  /**
   * The video was read, and no frame of it has enough detail to be recognised, as when it is black
   * throughout. It is not "unlike all that is known": it was not compared.
   *
   * @param vpdq weak frames only
   * @param exact of the bytes
   * @param duration up to the end of the last frame that was hashed
   */
  record Unhashable(VpdqFingerprint vpdq, ExactHashes exact, Duration duration)
      implements VideoOutcome {
    /** One plain sentence for the sender. */
    public String sentence() {
      return "No frame of the video has enough detail to be recognised.";
    }
  }

  /**
   * The video was not read.
   *
   * @param reason from a closed list
   * @param sentence one plain sentence for the sender
   * @param exact of the bytes, when they were read
   */
  record Refused(Reason reason, String sentence, @Nullable ExactHashes exact)
      implements VideoOutcome {}

  /** Why a video was not read. */
  enum Reason {
    /** Not a video in a format that is read here. */
    NOT_A_VIDEO,
    /** More bytes than the limit. */
    TOO_MANY_BYTES,
    /** More pixels in a frame than the limit. */
    TOO_MANY_PIXELS,
    /** More frames to hash than the limit. */
    TOO_LONG,
    /** Reading it took longer than the limit. */
    TOO_SLOW,
    /** It breaks the rules of its own format, or needs more memory than the limit. */
    DAMAGED,
    /** Says nothing about the video: there was no turn for it, so try again later. */
    BUSY,
    /** Says nothing about the video: FFmpeg is not here, or does not run. */
    NO_FFMPEG
  }
}
