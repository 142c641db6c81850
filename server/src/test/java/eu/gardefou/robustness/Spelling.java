package eu.gardefou.robustness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The disguises of rows 1 to 5, each with everything in it at random. */
final class Spelling {
  private static final Map<Integer, List<String>> CYRILLIC =
      Map.of(
          (int) 'a', List.of("а"),
          (int) 'e', List.of("е"),
          (int) 'o', List.of("о"),
          (int) 'c', List.of("с"),
          (int) 'p', List.of("р"),
          (int) 'i', List.of("і"),
          (int) 'x', List.of("х"),
          (int) 'y', List.of("у"),
          (int) 's', List.of("ѕ"));

  private static final String HIDDEN =
      "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\ufe0f\u200e\u2066\u2069";

  /** Row 1, where every language holds. */
  static final List<Disguise> PLAIN_SPACING =
      List.of(
          new Disguise("case", Spelling::flipCase),
          new Disguise("other spaces", Spelling::otherSpaces),
          new Disguise(
              "stretched letters", (text, random) -> stretched(text, "aeiouаеиоуαειου", random)));

  static final List<Disguise> SPACING =
      with(
          PLAIN_SPACING,
          new Disguise("letters apart", Spelling::apart),
          new Disguise("marks after words", Spelling::marked),
          new Disguise("doubled letters", (text, _) -> text.replaceAll("(\\p{L})", "$1$1")));

  static final List<Disguise> SUBSTITUTES =
      List.of(
          new Disguise("digits for letters", Spelling::leet),
          new Disguise("a masked letter", Spelling::masked));

  /** Rows 1 and 2, as far as they are seen through inside an encoding too. */
  static final List<Disguise> WITHIN_ENCODINGS =
      with(
          SUBSTITUTES,
          new Disguise("case", Spelling::flipCase),
          new Disguise("stretched letters", (text, random) -> stretched(text, "aeiou", random)));

  /** Row 3, where every language holds. */
  static final List<Disguise> STYLED =
      List.of(
          new Disguise("full width", (text, _) -> each(text, c -> shifted(c, '!', '~', 0xFF01))),
          new Disguise("bold letters", (text, _) -> each(text, c -> shifted(c, 'a', 'z', 0x1D41A))),
          new Disguise(
              "circled letters", (text, _) -> each(text, c -> shifted(c, 'a', 'z', 0x24D0))));

  static final List<Disguise> LOOK_ALIKES =
      with(
          STYLED,
          new Disguise("Cyrillic letters", (text, random) -> mapped(text, random, CYRILLIC, 0.8)));

  static final List<Disguise> INVISIBLE =
      List.of(
          new Disguise("invisible characters", Spelling::interleaved),
          new Disguise(
              "tag characters",
              (text, _) -> "a nice garden " + each(text, c -> shifted(c, ' ', '~', 0xE0020))),
          new Disguise("selector bytes", Spelling::selectors),
          new Disguise(
              "direction override",
              (text, _) -> "\u202e" + new StringBuilder(text).reverse() + "\u202c"),
          new Disguise(
              "strokes through letters",
              (text, _) -> each(text, c -> Character.toString(c) + "\u0336")));

  /** Encodings that take any text. */
  static final List<Disguise> BYTES =
      List.of(
          new Disguise("base64", (text, _) -> Base64.getEncoder().encodeToString(bytes(text))),
          new Disguise("hex", (text, _) -> HexFormat.of().formatHex(bytes(text))),
          new Disguise(
              "hex in pairs", (text, _) -> HexFormat.ofDelimiter(" ").formatHex(bytes(text))),
          new Disguise("URL", (text, _) -> URLEncoder.encode(text, UTF_8).replace("+", "%20")),
          new Disguise(
              "URL, every byte",
              (text, _) -> "%" + HexFormat.ofDelimiter("%").formatHex(bytes(text))),
          new Disguise("HTML entities", Spelling::entities));

  static final List<Disguise> ENCODINGS =
      with(
          BYTES,
          new Disguise("source escapes", (text, _) -> escapes(text)),
          new Disguise("binary", (text, _) -> binary(text)));

  private Spelling() {}

  private static List<Disguise> with(List<Disguise> some, Disguise... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  private static String flipCase(String text, Random random) {
    return each(
        text,
        c -> {
          String letter = Character.toString(c);
          return random.nextBoolean() ? letter.toUpperCase(Locale.ROOT) : letter;
        });
  }

  /** The longest word letter by letter. */
  private static String apart(String text, Random random) {
    String between = one(List.of(" ", ".", "-", "_", "*", "/"), random);
    String word = longestWord(text);
    return text.replace(word, String.join(between, word.split("(?<=.)(?=.)", -1)));
  }

  private static String marked(String text, Random random) {
    String mark = one(List.of(".", ",", "!", ";", "…"), random);
    return text.replace(" ", mark + " ") + mark;
  }

  private static String otherSpaces(String text, Random random) {
    return text.replace(
        " ", one(List.of("-", "_", "\u00a0", "  ", "\t", "\n", "\u3000", "/", "+"), random));
  }

  /** Some letters four times; each of them in the same way everywhere. */
  private static String stretched(String text, String letters, Random random) {
    String stretched = text;
    for (int i = 0; i < letters.length(); i++) {
      String letter = letters.substring(i, i + 1);
      if (random.nextBoolean()) {
        stretched = stretched.replace(letter, letter.repeat(4));
      }
    }
    return stretched;
  }

  private static String leet(String text, Random random) {
    String leet = text;
    for (String pair : List.of("a4", "e3", "i1", "o0", "s5")) {
      if (random.nextBoolean()) {
        leet = leet.replace(pair.charAt(0), pair.charAt(1));
      }
    }
    return leet;
  }

  /** Not at an end of the word: whoever reads it is to guess. */
  private static String masked(String text, Random random) {
    String word = longestWord(text);
    int at = 1 + random.nextInt(word.length() - 2);
    return text.replace(word, word.substring(0, at) + '*' + word.substring(at + 1));
  }

  private static String longestWord(String text) {
    return Stream.of(text.split(" ", -1))
        .max(Comparator.comparingInt(String::length))
        .orElseThrow();
  }

  private static String interleaved(String text, Random random) {
    List<String> hidden = HIDDEN.codePoints().mapToObj(Character::toString).toList();
    return each(
        text, c -> Character.toString(c) + (random.nextInt(3) == 0 ? one(hidden, random) : ""));
  }

  private static String selectors(String text, Random random) {
    var carried = new StringBuilder(one(List.of("😀", "🌳", "a garden"), random));
    for (byte b : bytes(text)) {
      int value = Byte.toUnsignedInt(b);
      carried.appendCodePoint(value < 16 ? 0xFE00 + value : 0xE0100 + value - 16);
    }
    return carried.toString();
  }

  private static String entities(String text, Random random) {
    return each(
        text, c -> random.nextBoolean() ? "&#" + c + ";" : "&#x" + Integer.toHexString(c) + ";");
  }

  private static String escapes(String text) {
    return text.chars()
        .mapToObj(c -> "\\u" + HexFormat.of().toHexDigits((char) c))
        .collect(Collectors.joining());
  }

  private static String binary(String text) {
    var bits = new StringBuilder();
    for (byte b : bytes(text)) {
      bits.append(Integer.toBinaryString(Byte.toUnsignedInt(b) | 0x100), 1, 9).append(' ');
    }
    return bits.toString();
  }

  private static String shifted(int c, int first, int last, int to) {
    return Character.toString(c >= first && c <= last ? c - first + to : c);
  }

  private static String mapped(
      String text, Random random, Map<Integer, List<String>> map, double share) {
    return each(
        text,
        c -> {
          List<String> others = map.get(c);
          return others == null || random.nextDouble() >= share
              ? Character.toString(c)
              : one(others, random);
        });
  }

  private static String each(String text, IntFunction<String> change) {
    return text.codePoints().mapToObj(change).collect(Collectors.joining());
  }

  private static String one(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
