package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Respells what no language knows into what it may stand for: letters that look alike, digits for
 * letters, letters spaced or punctuated apart, words split or run together, rotated, reversed,
 * repeated or mistyped letters. A known word is never touched.
 */
final class Speller {
  private static final int SHORTEST_SPACED = 3;
  private static final int LONGEST_MERGE = 4;
  private static final int SHORTEST_MERGED = 5;
  private static final int SHORTEST_BROKEN = 4;

  private final Lexicon lexicon;
  private final WordRepair repair;

  Speller(Lexicon lexicon, WordRepair repair) {
    this.lexicon = lexicon;
    this.repair = repair;
  }

  /** The words of the chunks, respelled where needed. */
  List<Token> respell(List<Chunk> chunks) {
    String language = mostlyIn(chunks);
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < chunks.size(); ) {
      int end = endOfSpacedLetters(chunks, i);
      if (end - i >= SHORTEST_SPACED) {
        addSpaced(tokens, chunks.subList(i, end), language);
        i = end;
      } else {
        addChunk(tokens, chunks.get(i), language);
        i++;
      }
    }
    readNumbers(tokens);
    return merge(tokens, language);
  }

  /** {@code 54} beside {@code r0b3} is a word as well. */
  private void readNumbers(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isNumber() && (isLeet(tokens, i - 1) || isLeet(tokens, i + 1))) {
        String word = Leet.readings(token.text()).stream().findFirst().orElse("");
        tokens.set(i, lexicon.knows(word) ? token.respelled(word, WordRepair.LEET) : token);
      }
    }
  }

  private static boolean isLeet(List<Token> tokens, int index) {
    return index >= 0
        && index < tokens.size()
        && WordRepair.LEET.equals(tokens.get(index).repair());
  }

  /** The language that has most of the words, read with or without their repeats. */
  private String mostlyIn(List<Chunk> chunks) {
    Map<String, Integer> counts = new HashMap<>();
    for (Chunk chunk : chunks) {
      for (Token token : chunk.tokens()) {
        count(token.text(), counts);
        Repeats.shorter(token.text()).forEach(shorter -> count(shorter, counts));
      }
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(Entry.ANY);
  }

  private void count(String word, Map<String, Integer> counts) {
    lexicon.languagesOf(word).forEach(language -> counts.merge(language, 1, Integer::sum));
  }

  private static int endOfSpacedLetters(List<Chunk> chunks, int start) {
    int end = start;
    while (end < chunks.size() && isSingle(chunks.get(end).raw())) {
      end++;
    }
    return end;
  }

  private static boolean isSingle(String raw) {
    int point = raw.codePointAt(0);
    return raw.length() == Character.charCount(point)
        && (Character.isLetterOrDigit(point) || Leet.isSymbol(point));
  }

  private void addSpaced(List<Token> tokens, List<Chunk> chunks, String language) {
    var letters = new StringBuilder();
    chunks.forEach(chunk -> letters.append(chunk.raw()));
    Token whole = Token.plain(letters.toString(), chunks.getFirst().before());
    List<Token> words = repair.known(whole, "spaced", language);
    if (words.isEmpty()) {
      chunks.forEach(chunk -> tokens.addAll(chunk.tokens()));
    } else {
      tokens.addAll(words);
    }
  }

  private void addChunk(List<Token> tokens, Chunk chunk, String language) {
    if (chunk.tokens().size() >= SHORTEST_SPACED
        && chunk.tokens().stream().allMatch(Speller::isLetter)) {
      addJoined(tokens, chunk, language);
    } else if (chunk.tokens().stream().allMatch(this::isKnown) && !hasMaskedLetter(chunk)) {
      tokens.addAll(chunk.tokens());
    } else {
      addUnknown(tokens, chunk, language);
    }
  }

  private static boolean isLetter(Token token) {
    return token.text().length() == 1;
  }

  /** {@code u.n.d.r.e.s.s} in one chunk. */
  private void addJoined(List<Token> tokens, Chunk chunk, String language) {
    var letters = new StringBuilder();
    chunk.tokens().forEach(token -> letters.append(token.text()));
    Token whole = Token.plain(letters.toString(), chunk.before());
    List<Token> words = repair.known(whole, "spaced", language);
    tokens.addAll(words.isEmpty() ? chunk.tokens() : words);
  }

  private void addUnknown(List<Token> tokens, Chunk chunk, String language) {
    Token symbols = repair.symbols(chunk, language);
    if (symbols != null) {
      tokens.add(symbols);
      return;
    }
    for (Token token : chunk.tokens()) {
      List<Token> words = isKnown(token) ? List.of() : repair.word(token, language);
      if (words.isEmpty()) {
        tokens.add(token);
      } else {
        tokens.addAll(words);
      }
    }
  }

  private boolean isKnown(Token token) {
    return token.isNumber() || lexicon.knows(token.text());
  }

  /** A mask may split a word into parts that are words: {@code dr*ss}. */
  private static boolean hasMaskedLetter(Chunk chunk) {
    return chunk.tokens().size() > 1 && chunk.raw().indexOf('*') > 0;
  }

  /** Joins neighbours that only together are a word that matters: {@code un dress}. */
  private List<Token> merge(List<Token> tokens, String language) {
    List<Token> merged = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); ) {
      int length = lengthOfMerge(tokens, i, language);
      if (length > 1) {
        merged.add(tokens.get(i).respelled(join(tokens, i, length), "spaced"));
      } else {
        merged.add(tokens.get(i));
      }
      i += length;
    }
    return merged;
  }

  private int lengthOfMerge(List<Token> tokens, int start, String language) {
    int most = Math.min(LONGEST_MERGE, tokens.size() - start);
    for (int length = most; length > 1; length--) {
      if (isMergeable(tokens, start, length, language)) {
        return length;
      }
    }
    return 1;
  }

  private boolean isMergeable(List<Token> tokens, int start, int length, String language) {
    String whole = join(tokens, start, length);
    if (!lexicon.knows(whole) || tokens.get(start).isNumber()) {
      return false;
    }
    List<Token> parts = tokens.subList(start, start + length);
    boolean broken = parts.stream().anyMatch(part -> !lexicon.knows(part.text()));
    boolean natural = parts.stream().allMatch(part -> lexicon.has(language, part.text()));
    boolean risky = (lexicon.senses(whole) & Sense.RISKY) != 0;
    return broken
        ? whole.length() >= SHORTEST_BROKEN
        : risky && !natural && whole.length() >= SHORTEST_MERGED;
  }

  private static String join(List<Token> tokens, int start, int length) {
    var whole = new StringBuilder();
    for (int i = start; i < start + length; i++) {
      whole.append(tokens.get(i).text());
    }
    return whole.toString();
  }
}
