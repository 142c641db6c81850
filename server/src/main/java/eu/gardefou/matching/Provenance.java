package eu.gardefou.matching;

/**
 * Where an entry comes from.
 *
 * @param source who vouches for it, 1 to 200 characters
 * @param note free text for the people who curate, up to 2,000 characters, may be empty
 */
public record Provenance(String source, String note) {
  private static final int SOURCE = 200;
  private static final int NOTE = 2000;

  /**
   * Trims both.
   *
   * @throws BankProblem when the source is empty, or either is too long or has control characters
   */
  public Provenance {
    source = checked("source", source, SOURCE);
    note = checked("note", note, NOTE);
    if (source.isEmpty()) {
      throw new BankProblem(BankProblem.Cause.INVALID, "The source is missing: say who vouches.");
    }
  }

  static String checked(String name, String text, int longest) {
    String trimmed = text.strip();
    if (trimmed.codePointCount(0, trimmed.length()) > longest) {
      throw new BankProblem(
          BankProblem.Cause.INVALID, "The " + name + " is longer than " + longest + " characters.");
    }
    if (trimmed.chars().anyMatch(Provenance::isUnwanted)) {
      throw new BankProblem(
          BankProblem.Cause.INVALID, "The " + name + " has characters that cannot be shown.");
    }
    return trimmed;
  }

  private static boolean isUnwanted(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
  }
}
