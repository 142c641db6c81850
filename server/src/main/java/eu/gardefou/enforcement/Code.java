package eu.gardefou.enforcement;

import java.util.Arrays;
import java.util.Comparator;

/** A value of a code list of the Transparency Database, schema of 1 July 2025. */
public interface Code {
  /** Exactly as the database's API spells it. */
  String code();

  /**
   * Reads an API code, letter by letter.
   *
   * @throws CodeProblem when the list has none such; it names the most similar one
   */
  static <E extends Enum<E> & Code> E of(Class<E> list, String code) {
    E[] all = list.getEnumConstants();
    return Arrays.stream(all)
        .filter(value -> value.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new CodeProblem(list, code, nearest(all, code)));
  }

  private static <E extends Code> String nearest(E[] all, String code) {
    return Arrays.stream(all)
        .map(Code::code)
        .min(Comparator.comparingInt(known -> changes(known, code)))
        .orElse("");
  }

  /** How many letters differ, by Levenshtein; of a long text only the beginning counts. */
  private static int changes(String known, String typed) {
    String given = typed.substring(0, Math.min(typed.length(), 100));
    int[] row = new int[given.length() + 1];
    Arrays.setAll(row, place -> place);
    for (int i = 1; i <= known.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int other = diagonal + (known.charAt(i - 1) == given.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(other, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[given.length()];
  }
}
