package eu.gardefou.policy;

import java.util.Locale;

/** What is being screened. */
public enum Kind {
  /** A picture is to be made from words alone. */
  GENERATE,
  /** Pictures are to be changed, combined or varied. */
  EDIT,
  /** A finished picture is to be published. */
  UPLOAD;

  /** The name used in requests and rows, such as {@code edit}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a {@link #word()}.
   *
   * @throws IllegalArgumentException when there is no such kind
   */
  public static Kind ofWord(String word) {
    for (Kind kind : values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("kind is one of generate, edit, upload");
  }
}
