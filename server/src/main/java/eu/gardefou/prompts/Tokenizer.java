package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into chunks at spaces, and chunks into words. One pass, linear. */
final class Tokenizer {
  private static final int FIRST_REGIONAL_INDICATOR = 0x1F1E6;
  private static final int LAST_REGIONAL_INDICATOR = 0x1F1FF;

  private final String text;
  private final List<Chunk> chunks = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private List<Token> tokens = new ArrayList<>();
  private Gap gap = Gap.NONE;
  private int chunkStart;

  private Tokenizer(String text) {
    this.text = text;
  }

  static List<Chunk> chunks(String text) {
    return new Tokenizer(text).run();
  }

  private List<Chunk> run() {
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      int next = i + Character.charCount(point);
      if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
        endChunk(i);
        gap = gap.or(gapOfSpace(point, next));
        chunkStart = next;
      } else {
        take(point, next);
      }
      i = next;
    }
    endChunk(text.length());
    return chunks;
  }

  private void take(int point, int next) {
    if (isLetter(point)) {
      if (endsLeadingNumber(point)) {
        endWord();
      }
      word.appendCodePoint(point);
    } else if (isPicture(point)) {
      endWord();
      word.appendCodePoint(point);
      endWord();
    } else {
      endWord();
      gap = gap.or(gapOfMark(point, next));
    }
  }

  /** Parts {@code 12yo} into a number and a word, yet keeps {@code n4ked} whole. */
  private boolean endsLeadingNumber(int point) {
    return Character.isLetter(point)
        && !word.isEmpty()
        && word.length() <= 2
        && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private void endWord() {
    if (!word.isEmpty()) {
      tokens.add(Token.plain(word.toString(), gap));
      word.setLength(0);
      gap = Gap.NONE;
    }
  }

  private void endChunk(int end) {
    endWord();
    if (end > chunkStart) {
      chunks.add(new Chunk(text.substring(chunkStart, end), tokens));
      tokens = new ArrayList<>();
    }
  }

  private Gap gapOfSpace(int point, int next) {
    if (point != '\n') {
      return Gap.NONE;
    }
    return next < text.length() && text.charAt(next) == '\n' ? Gap.STOP : Gap.COMMA;
  }

  private Gap gapOfMark(int point, int next) {
    return switch (point) {
      case '.', '!', '?', '…', '。' ->
          next >= text.length() || !isLetter(text.codePointAt(next)) ? Gap.STOP : Gap.NONE;
      case ';', '؛', '؟' -> Gap.STOP;
      case ',', '،', '·', ':', '(', ')', '[', ']', '"', '«', '»', '“', '”', '„', '–', '—', '|' ->
          Gap.COMMA;
      default -> Gap.NONE;
    };
  }

  private static boolean isLetter(int point) {
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK
        || (point >= FIRST_REGIONAL_INDICATOR && point <= LAST_REGIONAL_INDICATOR);
  }

  private static boolean isPicture(int point) {
    return Character.getType(point) == Character.OTHER_SYMBOL;
  }
}
