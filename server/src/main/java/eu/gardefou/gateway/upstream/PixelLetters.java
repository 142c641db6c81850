package eu.gardefou.gateway.upstream;

import java.awt.Graphics2D;
import java.util.Map;

/**
 * Capitals and digits, five pixels wide and seven high. A machine without any font can draw them,
 * and every machine draws them alike.
 */
final class PixelLetters {
  private static final int WIDTH = 5;
  private static final int HEIGHT = 7;
  private static final int ADVANCE = WIDTH + 1;

  /** Seven rows of two hexadecimal digits, the leftmost pixel in the highest of five bits. */
  private static final Map<Character, String> ROWS =
      Map.ofEntries(
          Map.entry('A', "0E11111F111111"),
          Map.entry('D', "1E11111111111E"),
          Map.entry('E', "1F10101E10101F"),
          Map.entry('F', "1F10101E101010"),
          Map.entry('G', "0E11101711110F"),
          Map.entry('I', "0E04040404040E"),
          Map.entry('M', "111B1515111111"),
          Map.entry('N', "11191513111111"),
          Map.entry('O', "0E11111111110E"),
          Map.entry('R', "1E11111E141211"),
          Map.entry('S', "0F10100E01011E"),
          Map.entry('T', "1F040404040404"),
          Map.entry('U', "1111111111110E"),
          Map.entry('V', "11111111110A04"),
          Map.entry('X', "11110A040A1111"),
          Map.entry('0', "0E11131519110E"),
          Map.entry('1', "040C040404040E"),
          Map.entry('2', "0E11010204081F"),
          Map.entry('3', "1F02040201110E"),
          Map.entry('4', "02060A121F0202"),
          Map.entry('5', "1F101E0101110E"),
          Map.entry('6', "0608101E11110E"),
          Map.entry('7', "1F010204080808"),
          Map.entry('8', "0E11110E11110E"),
          Map.entry('9', "0E11110F01020C"),
          Map.entry(' ', "00000000000000"));

  private PixelLetters() {}

  /** Width of a text in pixels when each of its own pixels is so many wide. */
  static int width(String text, int scale) {
    return (text.length() * ADVANCE - 1) * scale;
  }

  /** Height of a text in pixels. */
  static int height(int scale) {
    return HEIGHT * scale;
  }

  /** Draws in the current colour, from the upper left corner. */
  static void draw(Graphics2D graphics, String text, int x, int y, int scale) {
    for (int i = 0; i < text.length(); i++) {
      String rows = ROWS.get(text.charAt(i));
      if (rows == null) {
        throw new IllegalArgumentException("there is no letter '" + text.charAt(i) + "'");
      }
      letter(graphics, rows, x + i * ADVANCE * scale, y, scale);
    }
  }

  private static void letter(Graphics2D graphics, String rows, int x, int y, int scale) {
    for (int row = 0; row < HEIGHT; row++) {
      int bits = Integer.parseInt(rows, row * 2, row * 2 + 2, 16);
      for (int column = 0; column < WIDTH; column++) {
        if ((bits >> (WIDTH - 1 - column) & 1) == 1) {
          graphics.fillRect(x + column * scale, y + row * scale, scale, scale);
        }
      }
    }
  }
}
