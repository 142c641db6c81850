package eu.gardefou.prompts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells decoded text from the noise that comes of decoding what was never encoded. */
final class Plausible {
  private static final int SHORTEST = 4;
  private static final int LONG = 12;

  private final Predicate<String> isWord;

  Plausible(Predicate<String> isWord) {
    this.isWord = isWord;
  }

  /** The bytes as UTF-8, or null when they are not mostly letters, or short and no known word. */
  @Nullable String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String plain = Normaliser.clean(text);
      return isText(plain) && (plain.length() >= LONG || hasWord(plain)) ? text : null;
    } catch (CharacterCodingException notText) {
      return null;
    }
  }

  private boolean hasWord(String text) {
    return Tokenizer.chunks(text).stream()
        .flatMap(chunk -> chunk.tokens().stream())
        .map(Token::text)
        .anyMatch(word -> word.length() > 2 && isWord.test(word));
  }

  private static boolean isText(String text) {
    int letters = 0;
    int others = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && !Character.isWhitespace(c)) {
        return false;
      }
      boolean letter = Character.isLetter(c) || c == ' ' || c == '=';
      letters += letter ? 1 : 0;
      others += letter || (c > ' ' && c < 127) ? 0 : 1;
    }
    return text.length() >= LONG
        ? others * 10 <= text.length()
        : text.length() >= SHORTEST && letters * 10 >= text.length() * 7;
  }
}
