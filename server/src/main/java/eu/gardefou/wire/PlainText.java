package eu.gardefou.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text that means the same to everybody who reads it: proper Unicode, no control characters. */
public final class PlainText {
  private PlainText() {}

  /** Reads UTF-8 and nothing else. */
  static String ofUtf8(@Nullable String param, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw BadRequest.invalid(param, "Text must be UTF-8.");
    }
  }

  /**
   * Refuses text that cannot be sent on exactly as it was screened. Half a surrogate pair, for one,
   * would arrive at an upstream as a question mark.
   *
   * @param most code points
   * @throws BadRequest when it is longer, or holds what is no text
   */
  public static String checked(String param, String text, int most) {
    if (text.codePointCount(0, text.length()) > most) {
      throw BadRequest.invalid(param, "'" + param + "' is longer than " + most + " characters.");
    }
    if (text.codePoints().anyMatch(PlainText::isNoText)) {
      throw BadRequest.invalid(param, "'" + param + "' holds a character that is not text.");
    }
    return text;
  }

  private static boolean isNoText(int character) {
    return (Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0)
        || Character.getType(character) == Character.SURROGATE;
  }
}
