package eu.gardefou.screening;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.WholeGate;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Consent;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.prompts.Prompts;
import eu.gardefou.reading.Programs;
import eu.gardefou.vision.Vision;
import eu.gardefou.vision.VisionLimits;
import eu.gardefou.wire.Belongings;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No harmless picture is refused with an ordinary wish: patterns, drawings, and the photos of
 * clothed people that the model packages ship, which are used from there and are in no commit.
 */
@EnabledIf("eu.gardefou.screening.BenignPicturesTest#modelsAreThere")
class BenignPicturesTest {
  private static final String WISH = "Make the colours a little warmer.";
  private static final Path PACKAGES = Path.of("../models/node_modules/@vladmandic");
  private static final Duration AMPLE = Duration.ofMinutes(5);

  private static final Prompts PROMPTS = Prompts.load();
  private static final Media media = new Media(MediaLimits.DEFAULT);
  private static final Vision vision =
      Vision.open(WholeGate.models(), new VisionLimits(1, 8, AMPLE, AMPLE));
  private static final Checks checks =
      new Checks(
          media,
          new WordsCheck(PROMPTS),
          List.of(new VisionCheck(vision), new ReadingCheck(Programs.reader(), PROMPTS)),
          new ChangeCheck(vision),
          AMPLE);

  static boolean modelsAreThere() {
    return Files.isRegularFile(WholeGate.models().resolve("nsfw-inception-v3.onnx"));
  }

  @AfterAll
  static void close() {
    vision.close();
  }

  static Stream<Path> photos() {
    List<Path> photos =
        Stream.concat(
                IntStream.rangeClosed(1, 6)
                    .mapToObj(i -> PACKAGES.resolve("face-api/demo/sample" + i + ".jpg")),
                Stream.of(PACKAGES.resolve("human/assets/samples.jpg")))
            .filter(Files::isRegularFile)
            .toList();
    // A parameterised test needs one case; without the packages it is a drawing, but not in CI.
    assertThat(photos.isEmpty() && System.getenv("CI") != null).isFalse();
    return photos.isEmpty() ? Stream.of(Path.of("none")) : photos.stream();
  }

  @ParameterizedTest
  @MethodSource("photos")
  void aPhotoOfClothedPeoplePasses(Path photo) throws IOException {
    assertPasses(Files.isRegularFile(photo) ? Files.readAllBytes(photo) : drawing(0));
  }

  static IntStream drawings() {
    return IntStream.range(0, 6);
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void aDrawingPasses(int which) throws IOException {
    assertPasses(drawing(which));
  }

  private static void assertPasses(byte[] file) throws IOException {
    try (Picture picture = media.decode(file);
        var belongings = new Belongings()) {
      List<Signal> signals =
          checks.ofRequest(new Submission(Kind.EDIT, PromptText.of(WISH), List.of(picture), null));
      for (Kind kind : List.of(Kind.EDIT, Kind.UPLOAD)) {
        assertAllowed(kind, signals);
      }
      List<Signal> both = new ArrayList<>(signals);
      both.addAll(
          checks
              .ofResult(List.of(picture), List.of(warmer(file)), List.of(), belongings)
              .signals());
      assertAllowed(Kind.EDIT, both);
    }
  }

  private static void assertAllowed(Kind kind, List<Signal> signals) {
    Verdict verdict = Policies.builtIn().judge(kind, Consent.NONE, signals);
    assertThat(verdict.decision())
        .as(kind + " by " + verdict.rules() + " after " + signals)
        .isEqualTo(Decision.ALLOW);
  }

  /** What was asked for: a little more red, a little less blue. */
  private static byte[] warmer(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    var warmer = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        int red = Math.min(255, (rgb >> 16 & 255) * 105 / 100);
        int blue = (rgb & 255) * 92 / 100;
        warmer.setRGB(x, y, red << 16 | rgb & 0xff00 | blue);
      }
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(warmer, "png", out);
    return out.toByteArray();
  }

  /** Discs, squares, stripes and shades of many colours. */
  private static byte[] drawing(int which) throws IOException {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    SplittableRandom random = new SplittableRandom(which);
    pen.setPaint(
        new GradientPaint(
            0, 0, colour(random), image.getWidth(), image.getHeight(), colour(random)));
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    for (int i = 0; i < 40 * which; i++) {
      pen.setColor(colour(random));
      int size = 10 + random.nextInt(120);
      int x = random.nextInt(image.getWidth());
      int y = random.nextInt(image.getHeight());
      if (which % 2 == 0) {
        pen.fillRect(x, y, size, size);
      } else {
        pen.fillOval(x, y, size, size);
      }
    }
    pen.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(image, "png", file);
    return file.toByteArray();
  }

  private static Color colour(SplittableRandom random) {
    return new Color(random.nextInt(1 << 24));
  }
}
