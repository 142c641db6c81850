package eu.gardefou.exchanges;

/** A wish about an exchange that cannot be met. The message is one plain sentence, no secret. */
public final class ExchangeProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, from a closed list. */
  public enum Cause {
    /** There is no such exchange or interface. */
    UNKNOWN,
    /** What was given is not in order. */
    INVALID,
    /** There is another of this name. */
    TAKEN,
    /** The key that seals credentials is missing or is not the one that sealed them. */
    KEY
  }

  private final Cause reason;

  ExchangeProblem(Cause reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  ExchangeProblem(Cause reason, String sentence, Throwable cause) {
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
