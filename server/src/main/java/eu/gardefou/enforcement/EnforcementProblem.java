package eu.gardefou.enforcement;

/** Something that is not done. The message is one plain sentence, and nothing was changed. */
public final class EnforcementProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, from a closed list. */
  public enum Cause {
    /** The statement does not name the restriction that the action is. */
    NOT_SAID,
    /** The key acted before, and did something else. */
    KEY_USED,
    /** There is no such action or entry. */
    UNKNOWN,
    /** It was taken back before, or is itself a reversal. */
    NOT_REVERSIBLE,
    /** Something was done to the item later, and sending this again might undo it. */
    OVERTAKEN
  }

  private final Cause reason;

  EnforcementProblem(Cause reason) {
    super(sentence(reason));
    this.reason = reason;
  }

  static EnforcementProblem unknown() {
    return new EnforcementProblem(Cause.UNKNOWN);
  }

  private static String sentence(Cause reason) {
    return switch (reason) {
      case NOT_SAID -> "The statement of reasons does not name this action among its restrictions.";
      case KEY_USED -> "This key was used before for another action: take a new one.";
      case UNKNOWN -> "There is no such action.";
      case NOT_REVERSIBLE ->
          "This action cannot be taken back: it was already, or it is a reversal.";
      case OVERTAKEN ->
          "Something was done to this item later, which this might undo: it is not sent again.";
    };
  }

  /** Why. */
  public Cause reason() {
    return reason;
  }

  /** The sentence. */
  public String sentence() {
    return sentence(reason);
  }
}
