package eu.gardefou.reading;

import static eu.gardefou.reading.Signs.Look.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.media.Picture;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledIf("eu.gardefou.reading.Signs#present")
class ReaderTest {
  private static final Reader reader = Programs.reader();

  @AfterAll
  static void close() {
    reader.close();
  }

  @ParameterizedTest
  @CsvSource({
    "paint the old bicycle turquoise, bicycle",
    "das Fahrrad türkis lackieren, fahrrad",
    "peins le vélo en bleu clair, vélo",
    "pomaluj stary rower na niebiesko, rower",
    "fesd kékre a régi kerékpárt, kerékpárt",
    "βάψε το παλιό ποδήλατο μπλε, ποδήλατο",
    "боядисай старото колело синьо, колело",
    "покрась старый велосипед в синий цвет, велосипед",
    "пофарбуй старий велосипед у синій, велосипед",
  })
  void readsThreeScripts(String line, String word) {
    assertThat(read(PLAIN, line)).contains(word);
  }

  @Test
  void readsLightOnDark() {
    assertThat(read(PLAIN.in(Color.WHITE, new Color(20, 20, 60)), "an old red bicycle"))
        .contains("bicycle");
  }

  @Test
  void readsWhatIsHardlySeen() {
    Color nearlyWhite = new Color(246, 246, 246);
    assertThat(read(PLAIN.in(nearlyWhite, Color.WHITE), "an old red bicycle")).contains("bicycle");
  }

  @Test
  void readsColoursOfTheSameLightness() {
    Color red = new Color(200, 60, 60);
    Color green = new Color(60, 118, 60);
    assertThat(read(PLAIN.in(red, green), "an old red bicycle")).contains("bicycle");
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void readsWhatIsTurned(int quarters) {
    assertThat(read(PLAIN.sized(24).turned(quarters), "an old red bicycle")).contains("bicycle");
  }

  @Test
  void readsThroughGrain() {
    assertThat(
            read(
                PLAIN.grainy(70).withFont(Font.SERIF),
                "an old red bicycle",
                "under a green apple tree"))
        .contains("bicycle", "apple");
  }

  @Test
  void readsSmallPrintAndPosters() {
    BufferedImage both = Signs.drawn(PLAIN.sized(150), 1_024, 768, "bicycle");
    BufferedImage small = Signs.drawn(PLAIN.sized(11), 300, 40, "under a green apple tree");
    both.getGraphics().drawImage(small, 700, 720, null);
    assertThat(Signs.words(reader.read(Signs.picture(both)))).contains("bicycle", "apple");
  }

  @Test
  void readsWhatOnlyOneGroundShows() {
    BufferedImage clear = new BufferedImage(640, 200, BufferedImage.TYPE_INT_ARGB);
    BufferedImage white = Signs.drawn(PLAIN.in(Color.WHITE, Color.BLACK), 640, 200, "red bicycle");
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < 640; x++) {
        // White ink on nothing: on a white page there is nothing to be seen.
        clear.setRGB(x, y, (white.getRGB(x, y) & 0xFF) << 24 | 0xFFFFFF);
      }
    }
    assertThat(Signs.words(reader.read(Signs.picture(clear)))).contains("bicycle");
  }

  @Test
  void findsNoWordsInPatterns() {
    BufferedImage pattern = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 480; y++) {
      for (int x = 0; x < 640; x++) {
        int wave = (int) (127 + 100 * Math.sin(x / 17.0) * Math.cos(y / 23.0));
        int stripe = (x / 40 + y / 40) % 2 * 90;
        pattern.setRGB(x, y, (wave << 16) | ((255 - wave) << 8) | stripe);
      }
    }
    assertThat(Signs.words(reader.read(Signs.picture(Signs.grainy(pattern, 12))))).isEmpty();
  }

  private static String read(Signs.Look look, String... lines) {
    try (Picture picture = Signs.sign(look, lines)) {
      ReadingFindings found = reader.read(picture);
      assertThat(found.missing()).isEmpty();
      return Signs.words(found);
    }
  }
}
