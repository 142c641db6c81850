package eu.gardefou.policy;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Finds where in the file a character of a scalar's value was written.
 *
 * <p>YAML folds lines, strips indentation and knows escapes, so a value and its source differ. But
 * in every style the value's visible characters stand in the source in the same order, with nothing
 * but blanks, doubled quotes and escapes between them. So value and source are walked together,
 * matching visible characters and skipping blanks on both sides. The place of a blank is that of
 * the character behind it, or near it; errors point at visible characters.
 */
final class ScalarOrigin {
  private final PolicyText source;
  private final ScalarStyle style;
  private final int end;
  private int at;

  private ScalarOrigin(PolicyText source, ScalarNode node) {
    this.source = source;
    this.style = node.getScalarStyle();
    this.end = Math.min(node.getEndMark().getIndex(), source.length());
    this.at = contentStart(node.getStartMark().getIndex());
  }

  /**
   * The index in the source.
   *
   * @param offset code points from the start of the value; the value's length means its end
   */
  static int indexOf(PolicyText source, ScalarNode node, int offset) {
    ScalarOrigin origin = new ScalarOrigin(source, node);
    int[] value = node.getValue().codePoints().toArray();
    for (int i = 0; i < Math.min(offset, value.length); i++) {
      if (!isBlank(value[i])) {
        origin.skipBlanks();
        origin.at += origin.width();
      }
    }
    if (offset < value.length && !isBlank(value[offset])) {
      origin.skipBlanks();
    }
    return Math.min(origin.at, origin.end);
  }

  private int contentStart(int start) {
    return switch (style) {
      case PLAIN -> start;
      case SINGLE_QUOTED, DOUBLE_QUOTED, JSON_SCALAR_STYLE -> start + 1;
      case LITERAL, FOLDED -> afterLine(start);
    };
  }

  private int afterLine(int start) {
    int i = start;
    while (i < end && source.codePoint(i) != '\n') {
      i++;
    }
    return Math.min(i + 1, end);
  }

  private void skipBlanks() {
    while (at < end && (isBlank(source.codePoint(at)) || isEscapedBlank())) {
      at += width();
    }
  }

  /** How many code points of the source make one character of the value. */
  private int width() {
    if (at >= end) {
      return 0;
    }
    int c = source.codePoint(at);
    if (style == ScalarStyle.SINGLE_QUOTED && c == '\'') {
      return 2;
    }
    return style == ScalarStyle.DOUBLE_QUOTED && c == '\\' ? 2 + digits() : 1;
  }

  private boolean isEscapedBlank() {
    if (style != ScalarStyle.DOUBLE_QUOTED || source.codePoint(at) != '\\' || at + 1 >= end) {
      return false;
    }
    int digits = digits();
    return digits == 0
        ? "\n ntNLP".indexOf(source.codePoint(at + 1)) >= 0
        : isBlank(number(at + 2, digits));
  }

  private int digits() {
    return switch (at + 1 < end ? source.codePoint(at + 1) : 0) {
      case 'x' -> 2;
      case 'u' -> 4;
      case 'U' -> 8;
      default -> 0;
    };
  }

  private int number(int from, int digits) {
    int number = 0;
    for (int i = from; i < Math.min(from + digits, end); i++) {
      number = number * 16 + Character.digit(source.codePoint(i), 16);
    }
    return number;
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }
}
