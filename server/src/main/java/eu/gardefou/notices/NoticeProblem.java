package eu.gardefou.notices;

/** A wish about a notice that is not granted. The message is one plain sentence. */
public final class NoticeProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, from a closed list. */
  public enum Cause {
    /** There is no such notice, or the code is not its code. */
    UNKNOWN,
    /** The notice cannot go there from where it stands. */
    IMPOSSIBLE,
    /** Somebody else works on it. */
    TAKEN,
    /** The same idempotency key came with another body. */
    REUSED,
    /** The key for links and contact data is not the one that this database began with. */
    KEY
  }

  private final Cause reason;

  NoticeProblem(Cause reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  NoticeProblem(Cause reason, String sentence, Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  static NoticeProblem unknown() {
    return new NoticeProblem(Cause.UNKNOWN, "There is no notice with this link and code.");
  }

  /** Why. */
  public Cause reason() {
    return reason;
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
