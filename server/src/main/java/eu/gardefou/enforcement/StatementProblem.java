package eu.gardefou.enforcement;

/** A statement of reasons that cannot stand. The message is one plain sentence. */
public final class StatementProblem extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;

  StatementProblem(String field, String sentence) {
    super(sentence);
    this.field = field;
  }

  /** The field of the Transparency Database's schema that it is about, or the nearest one. */
  public String field() {
    return field;
  }

  /** The sentence. It never repeats a free text. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
