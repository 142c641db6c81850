package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Reads a text backwards, rotated or upside down when that makes more of its words known. */
final class Turned {
  private static final int SHORTEST = 3;
  private static final int FEWEST = 2;
  private static final int SAMPLE = 40;
  private static final int SHIFTS = 26;

  /** Letters that exist upside down only, and all letters of a text that stands on its head. */
  private static final String TURNED = "ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ";

  private static final String FLIPPED = "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private final Words lexicon;

  private Turned(Words lexicon) {
    this.lexicon = lexicon;
  }

  /** The readings of a text that are turned back. */
  static List<Reading> readings(String text, Words lexicon) {
    return new Turned(lexicon).readings(text);
  }

  private List<Reading> readings(String text) {
    List<String> words = sample(text);
    long known = known(words, word -> word);
    List<Reading> readings = new ArrayList<>();
    if (text.chars().anyMatch(c -> TURNED.indexOf(c) >= 0)) {
      readings.add(new Reading("upside-down", upright(reverse(text))));
    }
    if (words.size() >= FEWEST && known * 3 < words.size() * 2L) {
      addReversed(text, words, known, readings);
      addRotated(text, words, known, readings);
    }
    return readings;
  }

  /** How many of the words one language has when they are turned; the marks on them stay. */
  private long known(List<String> words, UnaryOperator<String> turn) {
    return lexicon.mostKnown(words.stream().map(turn).map(Folding::fold).toList());
  }

  private static List<String> sample(String text) {
    return Tokenizer.chunks(text.substring(0, Math.min(text.length(), SAMPLE * 12))).stream()
        .flatMap(chunk -> chunk.tokens().stream())
        .map(Token::letters)
        .filter(word -> word.length() >= SHORTEST)
        .limit(SAMPLE)
        .toList();
  }

  private void addReversed(String text, List<String> words, long known, List<Reading> readings) {
    long reversed = known(words, Turned::reverse);
    if (reversed >= FEWEST && reversed > known) {
      readings.add(new Reading("reversed", reverse(text)));
      readings.add(new Reading("reversed-words", reverseWords(text)));
    }
  }

  private void addRotated(String text, List<String> words, long known, List<Reading> readings) {
    int best = 0;
    long most = Math.max(known, FEWEST - 1);
    for (int shift = 1; shift < SHIFTS; shift++) {
      int by = shift;
      long readable = known(words, word -> Rotation.by(by, word));
      if (readable > most) {
        most = readable;
        best = shift;
      }
    }
    if (best > 0 && most * 2 >= words.size()) {
      readings.add(new Reading("rot" + best, Rotation.by(best, text)));
    }
  }

  private static String upright(String text) {
    var upright = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int turned = FLIPPED.indexOf(text.charAt(i));
      upright.append(turned < 0 ? text.charAt(i) : LETTERS.charAt(turned));
    }
    return upright.toString();
  }

  private static String reverseWords(String text) {
    return Arrays.stream(text.split(" ", -1)).map(Turned::reverse).collect(Collectors.joining(" "));
  }

  private static String reverse(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
