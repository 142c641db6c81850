package eu.gardefou.matching;

/**
 * A named collection of hashes.
 *
 * @param name such as {@code known-abuse}
 * @param purpose one sentence
 * @param radius the largest Hamming distance that counts as a match
 * @param active how many entries act
 * @param withdrawn how many entries no longer act
 */
public record Bank(String name, String purpose, int radius, long active, long withdrawn) {
  /** Pictures that a competent body has found unlawful. */
  public static final String KNOWN_ABUSE = "known-abuse";

  /** Pictures whose subject wants no machine to alter or spread them. */
  public static final String PROTECTED_PEOPLE = "protected-people";
}
