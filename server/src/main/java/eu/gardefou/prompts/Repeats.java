package eu.gardefou.prompts;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Letters typed more often than they belong: {@code naaaked}, {@code nnaakkeedd}. */
final class Repeats {
  static final String READING = "repeats";
  private static final int MOST_WAYS = 32;
  private static final Pattern TRIPLED = Pattern.compile("(\\p{L})\\1{2,}");

  private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1");
  private static final Pattern SPACE = Pattern.compile(" ");

  private Repeats() {}

  /**
   * The text with runs of three and more letters cut to one, and to two, or with every letter of
   * two; empty when it has none.
   */
  static List<String> cut(String text) {
    Matcher runs = TRIPLED.matcher(text);
    List<String> words = SPACE.splitAsStream(text).toList();
    long doubled = words.stream().filter(Repeats::isDoubled).count();
    if (doubled > 1 && doubled * 2 > words.size()) {
      return List.of(DOUBLED.matcher(text).replaceAll("$1"));
    }
    return runs.find() ? List.of(runs.replaceAll("$1"), runs.replaceAll("$1$1")) : List.of();
  }

  /** Three alike in a row, or every letter doubled. */
  static boolean in(String word) {
    return isTripled(word) || isDoubled(word);
  }

  /** Three alike in a row, which hardly any language writes. */
  static boolean isTripled(String word) {
    return collapse(word, 2).length() < word.length();
  }

  /** The word with fewer repeats, likeliest first; empty when it has none. */
  static List<String> shorter(String word) {
    if (!in(word)) {
      return List.of();
    }
    Stream<String> half = isDoubled(word) ? Stream.of(half(word)) : Stream.empty();
    Stream<String> cut = Stream.of(shorten(word, 2), shorten(word, 1), collapse(word, 1));
    return Stream.concat(Stream.concat(half, cut), singleOrDouble(word).stream())
        .distinct()
        .toList();
  }

  /** Every way to write each of its runs once or twice; none when there are too many. */
  static List<String> singleOrDouble(String word) {
    List<String> ways = List.of("");
    for (int start = 0, end; start < word.length(); start = end) {
      end = endOfRun(word, start);
      String once = word.substring(start, start + 1);
      boolean repeated = end > start + 1;
      if (repeated && ways.size() >= MOST_WAYS) {
        return List.of();
      }
      ways =
          ways.stream()
              .flatMap(way ->
                  repeated ? Stream.of(way + once, way + once + once) : Stream.of(way + once))
              .toList();
    }
    return ways;
  }

  /** The word with its runs of three or more cut down to this length. */
  private static String shorten(String word, int length) {
    var shortened = new StringBuilder(word.length());
    for (int start = 0, end; start < word.length(); start = end) {
      end = endOfRun(word, start);
      int run = end - start;
      shortened.repeat(word.charAt(start), run > 2 ? length : run);
    }
    return shortened.toString();
  }

  private static int endOfRun(String word, int start) {
    int end = start + 1;
    while (end < word.length() && word.charAt(end) == word.charAt(start)) {
      end++;
    }
    return end;
  }

  /** The word with at most so many of one letter in a row. */
  static String collapse(String word, int most) {
    var collapsed = new StringBuilder(word.length());
    int run = 0;
    for (int i = 0; i < word.length(); i++) {
      run = i > 0 && word.charAt(i) == word.charAt(i - 1) ? run + 1 : 1;
      if (run <= most) {
        collapsed.append(word.charAt(i));
      }
    }
    return collapsed.toString();
  }

  private static boolean isDoubled(String word) {
    for (int i = 0; i + 1 < word.length(); i += 2) {
      if (word.charAt(i) != word.charAt(i + 1)) {
        return false;
      }
    }
    return word.length() > 2 && word.length() % 2 == 0;
  }

  private static String half(String doubled) {
    var half = new StringBuilder(doubled.length() / 2);
    for (int i = 0; i < doubled.length(); i += 2) {
      half.append(doubled.charAt(i));
    }
    return half.toString();
  }
}
