package eu.gardefou.matching;

/**
 * A named collection of what is known of pictures and videos.
 *
 * @param id its number, never used again
 * @param settings what curators say of it
 * @param builtIn whether it is always there: never closed, renamed or given another meaning
 * @param version another one after every change of the settings
 * @param active how many entries are not withdrawn
 * @param withdrawn how many entries no longer act
 */
public record Bank(
    int id, BankSettings settings, boolean builtIn, String version, long active, long withdrawn) {
  /** The bank for pictures that a competent body has found unlawful. */
  public static final String KNOWN_ABUSE = "known-abuse";

  /** The bank for pictures whose subject wants no machine to alter or spread them. */
  public static final String PROTECTED_PEOPLE = "protected-people";

  /** Such as {@code known-abuse}. */
  public String name() {
    return settings.name();
  }

  /** What a match means. */
  public BankKind kind() {
    return settings.kind();
  }

  /** One sentence, may be empty. */
  public String purpose() {
    return settings.purpose();
  }

  /** The largest Hamming distance that counts as a match. */
  public int radius() {
    return settings.radius();
  }
}
