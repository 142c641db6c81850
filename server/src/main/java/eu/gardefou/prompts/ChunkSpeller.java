package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Respells the chunks of one text; the same one is not tried twice. */
final class ChunkSpeller {
  /** A text with more strange words than this is in no language that is read here. */
  private static final int MOST_REPAIRED = 300;

  private final WordRepair repair;
  private final Words words;
  private final String language;
  private final boolean stretched;
  private final Map<String, List<Token>> byRaw = new HashMap<>();
  private final Map<String, List<Token>> repairs;
  private int repaired;

  /**
   * For one text.
   *
   * @param language which most of it is in
   * @param stretched whether repeats mean nothing in it
   */
  ChunkSpeller(WordRepair repair, Words words, String language, boolean stretched) {
    this.repair = repair;
    this.words = words;
    this.language = language;
    this.stretched = stretched;
    repairs = words.repairs(language + stretched);
  }

  /** Whether every strange word was looked into. */
  boolean isComplete() {
    return repaired <= MOST_REPAIRED;
  }

  /** The words that a chunk stands for. */
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
    if (isAllKnown(chunk) && !chunk.hasMaskedLetter()) {
      return chunk.tokens();
    }
    repaired++;
    if (!isComplete()) {
      return chunk.tokens();
    }
    List<Token> before = repairs.get(chunk.raw());
    if (before == null) {
      before = repaired(chunk);
      repairs.put(chunk.raw(), before);
    }
    return before;
  }

  private List<Token> repaired(Chunk chunk) {
    Token shorter = stretched ? shorter(chunk) : null;
    if (shorter != null) {
      return List.of(shorter);
    }
    return chunk.isApart() ? joined(chunk) : byWord(chunk);
  }

  /** With symbols inside, its parts must be words of the text's own language. */
  private boolean isAllKnown(Chunk chunk) {
    if (chunk.isApart()) {
      return false;
    }
    boolean plain = chunk.isPlain();
    for (Token token : chunk.tokens()) {
      if (!isKnown(token) || !(plain || token.isNumber() || words.has(language, token.text()))) {
        return false;
      }
    }
    return true;
  }

  /** In such a text a word that nobody knows may have a letter twice, too. */
  private @Nullable Token shorter(Chunk chunk) {
    Token only = chunk.tokens().size() == 1 ? chunk.tokens().getFirst() : null;
    return only == null || isKnown(only) ? null : repair.shorter(only, language, words);
  }

  /** {@code u.n.d.r.e.s.s} in one chunk. */
  private List<Token> joined(Chunk chunk) {
    var letters = new StringBuilder();
    chunk.tokens().forEach(token -> letters.append(token.text()));
    Token whole = Token.plain(letters.toString(), chunk.before());
    List<Token> known = repair.known(whole, "spaced", language, words);
    return known.isEmpty() ? chunk.tokens() : known;
  }

  private List<Token> byWord(Chunk chunk) {
    Token symbols = repair.symbols(chunk, language, words);
    if (symbols != null) {
      return List.of(symbols);
    }
    List<Token> tokens = new ArrayList<>(1);
    for (Token token : chunk.tokens()) {
      List<Token> meant = isKnown(token) ? List.of() : repair.word(token, language, words);
      if (meant.isEmpty()) {
        tokens.add(token);
      } else {
        tokens.addAll(meant);
      }
    }
    return tokens;
  }

  private boolean isKnown(Token token) {
    return token.isNumber() || (words.knows(token.text()) && !Repeats.isTripled(token.text()));
  }
}
