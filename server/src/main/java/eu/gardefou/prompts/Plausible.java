package eu.gardefou.prompts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells decoded text from the noise that comes of decoding what was never encoded. */
final class Plausible {
  private Plausible() {}

  /** The bytes as UTF-8, or null when they are not mostly letters and spaces. */
  @Nullable
  static String text(byte[] bytes, int length) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
      return isText(text) ? text : null;
    } catch (CharacterCodingException notText) {
      return null;
    }
  }

  private static boolean isText(String text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && !Character.isWhitespace(c)) {
        return false;
      }
      if (Character.isLetter(c) || c == ' ' || c == '=') {
        letters++;
      }
    }
    return text.length() >= 4 && letters * 10 >= text.length() * 7;
  }
}
