package eu.gardefou.prompts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Text hidden from the reader's eye: Unicode tag characters, direction overrides, and bytes carried
 * by runs of variation selectors or zero-width characters. A carrier is itself a finding, and what
 * it carries is read.
 */
final class Carriers {
  private static final int FIRST_TAG = 0xE0000;
  private static final int LAST_TAG = 0xE007F;
  private static final int BLACK_FLAG = 0x1F3F4;
  private static final List<String> FLAGS = List.of("gbeng", "gbsct", "gbwls");
  private static final int SHORTEST_SELECTOR_RUN = 2;
  private static final int SHORTEST_ZERO_WIDTH_RUN = 8;

  private final String text;
  private final Map<String, Double> found = new LinkedHashMap<>();
  private final List<Reading> messages = new ArrayList<>();
  private final StringBuilder tags = new StringBuilder();
  private final List<Byte> selectors = new ArrayList<>();
  private int zeroWidths;

  private Carriers(String text) {
    this.text = text;
    inspect();
  }

  static Carriers in(String text) {
    return new Carriers(text);
  }

  /** Rule names with their strengths. */
  Map<String, Double> found() {
    return found;
  }

  /** What was carried, as far as it could be read. */
  List<Reading> messages() {
    return messages;
  }

  private void inspect() {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point == BLACK_FLAG) {
        i = afterFlag(i);
      } else if (point >= 0x180E) {
        inspect(point);
      } else {
        endRuns();
      }
    }
    endRuns();
    if (!tags.isEmpty()) {
      messages.add(new Reading("decoded-tags", tags.toString()));
    }
  }

  private void inspect(int point) {
    int selector = selectorByte(point);
    if (selector >= 0) {
      selectors.add((byte) selector);
      return;
    }
    if (isZeroWidth(point)) {
      zeroWidths++;
      return;
    }
    endRuns();
    if (point >= FIRST_TAG && point <= LAST_TAG) {
      found.put("hidden-tags", 1.0);
      if (point >= FIRST_TAG + ' ' && point < LAST_TAG) {
        tags.append((char) (point - FIRST_TAG));
      }
    } else if (point == 0x202D || point == 0x202E) {
      found.put("hidden-direction", 1.0);
    }
  }

  private void endRuns() {
    if (selectors.size() >= SHORTEST_SELECTOR_RUN) {
      found.put("hidden-selectors", 1.0);
      readSelectors();
    }
    selectors.clear();
    if (zeroWidths >= SHORTEST_ZERO_WIDTH_RUN) {
      found.put("hidden-zero-width", 0.8);
    }
    zeroWidths = 0;
  }

  private void readSelectors() {
    byte[] bytes = new byte[selectors.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = selectors.get(i);
    }
    try {
      String message =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      messages.add(new Reading("decoded-selectors", message));
    } catch (CharacterCodingException unreadable) {
      // The carrier itself is found already; what it carries is not text.
      found.put("hidden-bytes", 1.0);
    }
  }

  /** The three flags that are spelled with tag characters hide nothing. */
  private int afterFlag(int start) {
    endRuns();
    var letters = new StringBuilder();
    int i = start;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      if (point < FIRST_TAG || point > LAST_TAG || letters.length() > 5) {
        return start;
      }
      i += 2;
      if (point == LAST_TAG) {
        return FLAGS.contains(letters.toString()) ? i : start;
      }
      letters.append((char) (point - FIRST_TAG));
    }
    return start;
  }

  private static int selectorByte(int point) {
    if (point >= 0xFE00 && point <= 0xFE0F) {
      return point - 0xFE00;
    }
    return point >= 0xE0100 && point <= 0xE01EF ? point - 0xE0100 + 16 : -1;
  }

  private static boolean isZeroWidth(int point) {
    return (point >= 0x200B && point <= 0x200D)
        || (point >= 0x2060 && point <= 0x2064)
        || point == 0xFEFF
        || point == 0x180E;
  }
}
