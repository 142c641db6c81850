package eu.gardefou.enforcement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people may write into a statement. The Transparency Database is public and must hold no
 * personal data (Article 24(5) DSA), and its validator does not look.
 */
final class FreeText {
  private static final Map<String, Pattern> PERSONAL = personal();

  /** Zero characters cannot be kept, and the others cannot be read. */
  private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n\\r]]");

  /** Days are no telephone numbers, though they have as many digits. */
  private static final Pattern DAY =
      Pattern.compile(
          "(?<![\\d./-])(?<!\\+\\d{1,3} )(\\d{1,2}[./-]){2}(19|20)\\d\\d(?!\\d|[./-]\\d)"
              + "|(?<![\\d-])(19|20)\\d\\d-\\d\\d-\\d\\d(?![\\d-])");

  private FreeText() {}

  private static Map<String, Pattern> personal() {
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    patterns.put("an e-mail address", Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+\\."));
    patterns.put(
        "an address with a path, which may name a user",
        Pattern.compile(
            "(?i)(https?://|www\\.)[^\\s/?#@]+([/?#][^\\s/?#]|@)"
                + "|\\b[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}/[^\\s]"));
    patterns.put("a user name", Pattern.compile("(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}_]"));
    patterns.put(
        "an IP address",
        Pattern.compile(
            "\\b\\d{1,3}(\\.\\d{1,3}){3}\\b|\\b([0-9a-fA-F]{1,4}:){3,}[0-9a-fA-F:]*"
                + "|(?<![\\w:])(HEX(:HEX)*)?::HEX(:HEX)*(?!\\w)|(?<![\\w:])HEX(:HEX)+::"
                    .replace("HEX", "[0-9a-fA-F]{1,4}")));
    patterns.put("a hash value", Pattern.compile("\\b[0-9a-fA-F]{32,}\\b"));
    patterns.put(
        "a telephone number",
        Pattern.compile(
            "\\+\\d([ ()./-]*\\d){6,}|\\b0\\d([ ()./-]?\\d){7,}|\\d{7,}"
                + "|(?<!\\d)\\d{3}\\)?[ .-]{1,2}\\d{3}[ .-]\\d{4}(?!\\d)"));
    return patterns;
  }

  /**
   * A text that has to be there.
   *
   * @param most characters, as the database counts them: code points
   * @return without white space around it, as the database keeps it
   * @throws StatementProblem when it is empty, too long, or holds personal data or control
   *     characters
   */
  static String required(String field, @Nullable String text, int most) {
    String trimmed = text == null ? "" : text.strip();
    if (trimmed.isEmpty()) {
      throw new StatementProblem(field, "A statement of reasons is incomplete without " + field);
    }
    if (trimmed.codePointCount(0, trimmed.length()) > most) {
      throw new StatementProblem(field, field + " is longer than " + most + " characters.");
    }
    if (UNREADABLE.matcher(trimmed).find()) {
      throw new StatementProblem(field, field + " holds characters that cannot be read.");
    }
    String dayless = DAY.matcher(trimmed).replaceAll("day");
    PERSONAL.forEach((what, pattern) -> {
      if (pattern.matcher(dayless).find()) {
        throw new StatementProblem(
            field,
            field + " holds what looks like " + what + ": statements are public, leave it out.");
      }
    });
    return trimmed;
  }

  /** A text that goes with one choice and with no other: there exactly when that was chosen. */
  static @Nullable String with(boolean chosen, String field, @Nullable String text) {
    if (chosen) {
      return required(field, text, 500);
    }
    if (text != null && !text.isBlank()) {
      throw new StatementProblem(field, field + " is given, and OTHER was not chosen.");
    }
    return null;
  }
}
