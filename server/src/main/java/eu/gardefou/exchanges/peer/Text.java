package eu.gardefou.exchanges.peer;

/** Words of others, made fit to be kept and shown. */
public final class Text {
  private Text() {}

  /** On one line, without characters that cannot be shown, and not longer than that. */
  public static String tidy(String text, int longest) {
    StringBuilder tidy = new StringBuilder();
    text.codePoints()
        .limit(4L * longest)
        .map(c -> shown(c) ? c : ' ')
        .forEach(tidy::appendCodePoint);
    String line = tidy.toString().strip().replaceAll(" {2,}", " ");
    int length = line.codePointCount(0, line.length());
    return length <= longest ? line : line.substring(0, line.offsetByCodePoints(0, longest));
  }

  private static boolean shown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
