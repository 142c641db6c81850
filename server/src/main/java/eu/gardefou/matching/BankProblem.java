package eu.gardefou.matching;

/** A wish about a bank that cannot be met. The message is one plain sentence for the curator. */
public final class BankProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, from a closed list. */
  public enum Cause {
    /** There is no such bank, entry or page. */
    UNKNOWN,
    /** What was given is not in order. */
    INVALID,
    /** The hash would match pictures that have nothing to do with it. */
    TOO_WEAK,

    /** There is another of this name. */
    TAKEN,

    /** Somebody else has changed it meanwhile. */
    CHANGED,

    /** This bank is always there. */
    BUILT_IN
  }

  private final Cause reason;

  BankProblem(Cause reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  BankProblem(Cause reason, String sentence, Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  /** Why, from a closed list. */
  public Cause reason() {
    return reason;
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
