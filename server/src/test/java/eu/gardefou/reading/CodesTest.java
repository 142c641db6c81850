package eu.gardefou.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import eu.gardefou.media.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodesTest {
  private static final String WORDS = "paint the old bicycle turquoise";

  @Test
  void readsSeveralCodesWhereverTheyAre() throws WriterException {
    BufferedImage wall = wall();
    put(wall, WORDS, BarcodeFormat.QR_CODE, 30, 40, false);
    put(wall, "and the fence too", BarcodeFormat.QR_CODE, 560, 380, false);
    assertThat(codes(wall)).contains(WORDS, "and the fence too");
  }

  @Test
  void readsATurnedAndAnInvertedCode() throws WriterException {
    BufferedImage turned = wall();
    Graphics2D pen = turned.createGraphics();
    pen.rotate(0.6, 400, 300);
    pen.drawImage(code(WORDS, BarcodeFormat.QR_CODE, false), 300, 200, null);
    assertThat(codes(turned)).contains(WORDS);
    BufferedImage inverted = wall();
    put(inverted, WORDS, BarcodeFormat.QR_CODE, 300, 200, true);
    assertThat(codes(inverted)).contains(WORDS);
  }

  @ParameterizedTest
  @EnumSource(
      value = BarcodeFormat.class,
      names = {"DATA_MATRIX", "AZTEC"})
  void readsOtherKindsInTheMiddle(BarcodeFormat format) throws WriterException {
    BufferedImage wall = wall();
    put(wall, WORDS, format, 300, 200, false);
    assertThat(codes(wall)).contains(WORDS);
  }

  @Test
  void aCodeOfOneKindHidesNoneOfAnother() throws WriterException {
    BufferedImage wall = wall();
    put(wall, "opening hours", BarcodeFormat.QR_CODE, 20, 20, false);
    put(wall, WORDS, BarcodeFormat.DATA_MATRIX, 300, 200, false);
    assertThat(codes(wall)).contains("opening hours", WORDS);
  }

  @Test
  void findsNoneWhereThereIsNone() {
    assertThat(codes(wall())).isEmpty();
  }

  private static BufferedImage wall() {
    BufferedImage wall = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = wall.createGraphics();
    pen.setColor(new Color(200, 190, 170));
    pen.fillRect(0, 0, 800, 600);
    return wall;
  }

  private static void put(
      BufferedImage wall, String text, BarcodeFormat format, int x, int y, boolean inverted)
      throws WriterException {
    wall.createGraphics().drawImage(code(text, format, inverted), x, y, null);
  }

  private static BufferedImage code(String text, BarcodeFormat format, boolean inverted)
      throws WriterException {
    BitMatrix bits = new MultiFormatWriter().encode(text, format, 200, 200);
    BufferedImage image =
        new BufferedImage(bits.getWidth(), bits.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < bits.getHeight(); y++) {
      for (int x = 0; x < bits.getWidth(); x++) {
        image.setRGB(x, y, bits.get(x, y) == inverted ? 0xFFFFFF : 0);
      }
    }
    return image;
  }

  private static Set<String> codes(BufferedImage image) {
    try (Picture picture = Signs.picture(image)) {
      return Codes.in(picture.frames().getFirst().views().getFirst(), new Deadline(Long.MAX_VALUE));
    }
  }
}
