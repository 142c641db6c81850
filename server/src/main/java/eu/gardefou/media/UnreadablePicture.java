package eu.gardefou.media;

/** Bytes that are not accepted as a picture. The message is one plain sentence for the sender. */
public final class UnreadablePicture extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a picture was not accepted. */
  public enum Cause {
    /** No known picture format begins like this. */
    NOT_A_PICTURE,
    /** More bytes than the limit. */
    TOO_MANY_BYTES,
    /** More pixels than the limit, all frames together. */
    TOO_MANY_PIXELS,
    /** More frames than the limit. */
    TOO_MANY_FRAMES,
    /** Decoding took longer than the limit. */
    TOO_SLOW,
    /** The bytes break the rules of their own format. */
    DAMAGED,
    /** The file is also something else. */
    POLYGLOT
  }

  private final Cause reason;

  /** Creates a refusal. */
  public UnreadablePicture(Cause reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  /** Creates a refusal with what the decoder said, for the log only. */
  public UnreadablePicture(Cause reason, String sentence, Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  /** Why, from a closed list. */
  public Cause reason() {
    return reason;
  }
}
