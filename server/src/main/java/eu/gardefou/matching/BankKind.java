package eu.gardefou.matching;

import java.util.Arrays;
import java.util.Optional;

/** What a match in a bank means. */
public enum BankKind {
  /** Pictures that a competent body has found unlawful. */
  KNOWN_ABUSE("known-abuse"),

  /** Pictures whose subject wants no machine to alter or spread them. */
  PROTECTED_PEOPLE("protected-people"),

  /** Pictures that were removed here and must not come back. */
  STAY_DOWN("stay-down"),

  /**
   * Harmless pictures that others are mistaken for. Overrules every other bank where it is at least
   * as near; a match in it alone means nothing.
   */
  SUPPRESS("suppress"),

  /** What only the operator's own policy gives a meaning. */
  OTHER("other");

  private final String word;

  BankKind(String word) {
    this.word = word;
  }

  /**
   * Whether a match protects somebody. Then nothing that a stranger does may end it: not even a
   * flood of pictures that makes an entry look wrong.
   */
  boolean protects() {
    return switch (this) {
      case KNOWN_ABUSE, PROTECTED_PEOPLE, STAY_DOWN -> true;
      case SUPPRESS, OTHER -> false;
    };
  }

  /** The kind of this word, such as {@code known-abuse}. */
  public static Optional<BankKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** As it is written in policies, answers and the database. */
  public String word() {
    return word;
  }
}
