package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.List;

/**
 * Respells what no language knows into what it may stand for: letters that look alike, digits for
 * letters, letters spaced or punctuated apart, words split or run together, rotated, reversed,
 * repeated or mistyped letters. A known word is never touched.
 */
final class Speller {
  private static final int SHORTEST_SPACED = 3;
  private static final int FEWEST_STRETCHED = 2;

  private final WordRepair repair;

  Speller(WordRepair repair) {
    this.repair = repair;
  }

  /** The words of the chunks, respelled where needed. */
  Respelling respell(List<Chunk> chunks, Words words) {
    String language = HomeLanguage.of(chunks, words);
    var speller = new ChunkSpeller(repair, words, language, isStretched(chunks));
    List<Token> tokens = new ArrayList<>(chunks.size());
    for (int i = 0; i < chunks.size(); ) {
      int end = endOfSpacedLetters(chunks, i);
      if (end - i >= SHORTEST_SPACED) {
        addSpaced(tokens, chunks.subList(i, end), language, words);
        i = end;
      } else {
        tokens.addAll(speller.respelled(chunks.get(i)));
        i++;
      }
    }
    readNumbers(tokens, words);
    return new Respelling(Joins.of(tokens, words), speller.isComplete());
  }

  /** Several words with three of a letter in a row: all repeats mean nothing. */
  private static boolean isStretched(List<Chunk> chunks) {
    int stretched = 0;
    for (Chunk chunk : chunks) {
      for (Token token : chunk.tokens()) {
        stretched += Repeats.isTripled(token.text()) ? 1 : 0;
      }
      if (stretched >= FEWEST_STRETCHED) {
        return true;
      }
    }
    return false;
  }

  /** {@code 54} beside {@code r0b3} is a word as well. */
  private static void readNumbers(List<Token> tokens, Words words) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if ((isLeet(tokens, i - 1) || isLeet(tokens, i + 1)) && token.isNumber()) {
        String word = Leet.readings(token.text()).stream().findFirst().orElse("");
        tokens.set(i, words.knows(word) ? token.respelled(word, WordRepair.LEET) : token);
      }
    }
  }

  private static boolean isLeet(List<Token> tokens, int index) {
    return index >= 0
        && index < tokens.size()
        && WordRepair.LEET.equals(tokens.get(index).repair());
  }

  private static int endOfSpacedLetters(List<Chunk> chunks, int start) {
    int end = start;
    while (end < chunks.size() && chunks.get(end).isSingle()) {
      end++;
    }
    return end;
  }

  private void addSpaced(List<Token> tokens, List<Chunk> chunks, String language, Words words) {
    var letters = new StringBuilder();
    chunks.forEach(chunk -> letters.append(chunk.raw()));
    Token whole = Token.plain(letters.toString(), chunks.getFirst().before());
    List<Token> known = repair.known(whole, "spaced", language, words);
    if (known.isEmpty()) {
      chunks.forEach(chunk -> tokens.addAll(chunk.tokens()));
    } else {
      tokens.addAll(known);
    }
  }
}
