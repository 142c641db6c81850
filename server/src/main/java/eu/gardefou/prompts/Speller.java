package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Respells what no language knows into what it may stand for: letters that look alike, digits for
 * letters, letters spaced or punctuated apart, words split or run together, rotated, reversed,
 * repeated or mistyped letters. A known word is never touched.
 */
final class Speller {
  private static final int SHORTEST_SPACED = 3;
  private static final int FEWEST_STRETCHED = 2;

  /** A text with more strange words than this is in no language that is read here. */
  private static final int MOST_REPAIRED = 300;

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
  Respelling respell(List<Chunk> chunks) {
    String language = mostlyIn(chunks);
    var done = new Done(language, isStretched(chunks));
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < chunks.size(); ) {
      int end = endOfSpacedLetters(chunks, i);
      if (end - i >= SHORTEST_SPACED) {
        addSpaced(tokens, chunks.subList(i, end), language);
        i = end;
      } else {
        tokens.addAll(done.respelled(chunks.get(i)));
        i++;
      }
    }
    readNumbers(tokens);
    return new Respelling(merge(tokens), done.repaired <= MOST_REPAIRED);
  }

  /** The chunks of one text that were respelled already; the same one is not tried twice. */
  private final class Done {
    private final String language;
    private final boolean stretched;
    private final Map<String, List<Token>> byRaw = new HashMap<>();
    private int repaired;

    Done(String language, boolean stretched) {
      this.language = language;
      this.stretched = stretched;
    }

    List<Token> respelled(Chunk chunk) {
      List<Token> before = byRaw.get(chunk.raw());
      if (before == null) {
        before = respell(chunk);
        byRaw.put(chunk.raw(), before);
      }
      if (before.isEmpty() || before.getFirst().before() == chunk.before()) {
        return before;
      }
      List<Token> tokens = new ArrayList<>(before);
      tokens.set(0, tokens.getFirst().parted(chunk.before()));
      return tokens;
    }

    private List<Token> respell(Chunk chunk) {
      if (isAllKnown(chunk, language) && !hasMaskedLetter(chunk)) {
        return chunk.tokens();
      }
      repaired++;
      if (repaired > MOST_REPAIRED) {
        return chunk.tokens();
      }
      Token shorter = stretched ? shorter(chunk, language) : null;
      return shorter == null ? Speller.this.respelled(chunk, language) : List.of(shorter);
    }
  }

  /** Several words with three of a letter in a row: all repeats mean nothing. */
  private static boolean isStretched(List<Chunk> chunks) {
    return chunks.stream()
            .flatMap(chunk -> chunk.tokens().stream())
            .filter(token -> Repeats.isTripled(token.text()))
            .limit(FEWEST_STRETCHED)
            .count()
        >= FEWEST_STRETCHED;
  }

  /** In such a text a word that nobody knows may have a letter twice, too. */
  private @Nullable Token shorter(Chunk chunk, String language) {
    Token only = chunk.tokens().size() == 1 ? chunk.tokens().getFirst() : null;
    return only == null || isKnown(only) ? null : repair.shorter(only, language);
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

  /** The language for which the words speak most, read with or without their repeats. */
  private String mostlyIn(List<Chunk> chunks) {
    var evidence = new Evidence(lexicon);
    for (Chunk chunk : chunks) {
      for (Token token : isPlain(chunk) ? chunk.tokens() : List.<Token>of()) {
        add(token, evidence);
        Repeats.shorter(token.text())
            .forEach(shorter -> add(Token.plain(shorter, Gap.NONE), evidence));
      }
    }
    return evidence.best();
  }

  private void add(Token word, Evidence evidence) {
    List<Entry> entries = lexicon.stored(word.text());
    if (!entries.isEmpty()) {
      evidence.add(Evidence.weigh(word, entries, lexicon));
    }
  }

  private static boolean isPlain(Chunk chunk) {
    int end = chunk.raw().length();
    while (end > 0 && ".,;:!?".indexOf(chunk.raw().charAt(end - 1)) >= 0) {
      end--;
    }
    return chunk.raw().substring(0, end).codePoints().allMatch(Character::isLetterOrDigit);
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

  private List<Token> respelled(Chunk chunk, String language) {
    List<Token> tokens = new ArrayList<>();
    if (isApart(chunk)) {
      addJoined(tokens, chunk, language);
    } else {
      addUnknown(tokens, chunk, language);
    }
    return tokens;
  }

  /** With symbols inside, its parts must be words of the text's own language. */
  private boolean isAllKnown(Chunk chunk, String language) {
    boolean plain = isPlain(chunk);
    return !isApart(chunk)
        && chunk.tokens().stream()
            .allMatch(token ->
                isKnown(token)
                    && (plain || token.isNumber() || lexicon.has(language, token.text())));
  }

  private static boolean isApart(Chunk chunk) {
    return chunk.tokens().size() >= SHORTEST_SPACED
        && chunk.tokens().stream().allMatch(Speller::isLetter);
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
    return token.isNumber() || (lexicon.knows(token.text()) && !Repeats.isTripled(token.text()));
  }

  /** A mask may split a word into parts that are words: {@code dr*ss}. */
  private static boolean hasMaskedLetter(Chunk chunk) {
    return chunk.tokens().size() > 1 && chunk.raw().indexOf('*') > 0;
  }

  /** Joins neighbours that only together are a word that matters: {@code un dress}. */
  private List<Token> merge(List<Token> tokens) {
    List<Token> merged = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); ) {
      int length = lengthOfMerge(tokens, i);
      if (length > 1) {
        merged.add(tokens.get(i).respelled(join(tokens, i, length), "spaced"));
      } else {
        merged.add(tokens.get(i));
      }
      i += length;
    }
    return merged;
  }

  private int lengthOfMerge(List<Token> tokens, int start) {
    int most = Math.min(LONGEST_MERGE, tokens.size() - start);
    for (int length = most; length > 1; length--) {
      if (isMergeable(tokens, start, length)) {
        return length;
      }
    }
    return 1;
  }

  private boolean isMergeable(List<Token> tokens, int start, int length) {
    String whole = join(tokens, start, length);
    if (!lexicon.knows(whole) || tokens.get(start).isNumber()) {
      return false;
    }
    List<Token> parts = tokens.subList(start, start + length);
    boolean broken = parts.stream().anyMatch(part -> !lexicon.knows(part.text()));
    boolean natural = areOfOneLanguage(parts);
    boolean risky = (lexicon.senses(whole) & Sense.RISKY) != 0;
    return broken
        ? whole.length() >= SHORTEST_BROKEN
        : risky && !natural && whole.length() >= SHORTEST_MERGED;
  }

  private boolean areOfOneLanguage(List<Token> words) {
    Set<String> languages = new HashSet<>(lexicon.languagesOf(words.getFirst().text()));
    words.forEach(word -> languages.retainAll(lexicon.languagesOf(word.text())));
    return !languages.isEmpty();
  }

  private static String join(List<Token> tokens, int start, int length) {
    var whole = new StringBuilder();
    for (int i = start; i < start + length; i++) {
      whole.append(tokens.get(i).text());
    }
    return whole.toString();
  }
}
