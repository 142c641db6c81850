package eu.gardefou.access;

/** A wish about people, keys or links that is not granted. The message is one plain sentence. */
public final class AccessProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, from a closed list. */
  public enum Cause {
    /** The name has too few, too many or unusual characters. */
    NAME,
    /** Somebody has that name already. */
    NAME_TAKEN,
    /** The password is too short, too long or too simple. */
    PASSWORD,
    /** The link was used, has run out, or never was. */
    LINK,
    /** Without this person nobody could administer the gate. */
    LAST_ADMIN,
    /** There is no such person, key, role or scope, or none was named. */
    UNKNOWN
  }

  private final Cause reason;

  AccessProblem(Cause reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  /** Why. */
  public Cause reason() {
    return reason;
  }
}
