package eu.gardefou.reading;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrokesTest {
  /** From here on the policy minds. */
  private static final double DENSE = 0.004;

  private static final Path PHOTOS = Path.of("../models/node_modules/@vladmandic/face-api/demo");

  @Test
  void aCircleAnArrowAndAScribbleAreMarks() {
    assertThat(share(photo(), pen -> pen.draw(new Ellipse2D.Double(250, 150, 160, 220))))
        .isGreaterThan(DENSE);
    assertThat(
            share(
                photo(),
                pen -> {
                  pen.draw(new Line2D.Double(100, 100, 350, 300));
                  pen.draw(new Line2D.Double(350, 300, 350, 250));
                  pen.draw(new Line2D.Double(350, 300, 300, 295));
                }))
        .isGreaterThan(DENSE);
    Path2D scribble = new Path2D.Double();
    scribble.moveTo(200, 200);
    for (int i = 1; i < 12; i++) {
      scribble.lineTo(i % 2 == 0 ? 200 : 330, 200 + 9 * i);
    }
    assertThat(share(photo(), pen -> pen.draw(scribble))).isGreaterThan(DENSE);
  }

  @Test
  void aPhotoWithoutMarksHasNone() {
    assertThat(share(photo(), pen -> {})).isZero();
  }

  @Test
  void linesOfADrawingAreNoMarks() {
    BufferedImage drawing = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = drawing.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, 640, 480);
    assertThat(share(drawing, pen -> pen.draw(new Ellipse2D.Double(250, 150, 160, 220)))).isZero();
  }

  @Test
  void aRedCoatIsNoMark() {
    BufferedImage photo = photo();
    Graphics2D pen = photo.createGraphics();
    pen.setColor(new Color(200, 30, 40));
    pen.fill(new Ellipse2D.Double(220, 140, 180, 300));
    assertThat(share(Signs.grainy(photo, 8), none -> {})).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  @EnabledIf("photosPresent")
  void photosOfPeopleHaveFew(int number) throws IOException {
    byte[] file = Files.readAllBytes(PHOTOS.resolve("sample" + number + ".jpg"));
    try (Picture picture = new Media(MediaLimits.DEFAULT).decode(file)) {
      assertThat(Strokes.share(picture.frames().getFirst().views().getFirst()))
          .isLessThan(DENSE * 0.7);
    }
  }

  static boolean photosPresent() {
    return Files.isRegularFile(PHOTOS.resolve("sample1.jpg"));
  }

  /** Soft colours with the grain of a camera. */
  private static BufferedImage photo() {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 480; y++) {
      for (int x = 0; x < 640; x++) {
        int light = 90 + x / 8 + y / 12;
        image.setRGB(x, y, (light << 16) | ((light - 20) << 8) | (light - 40));
      }
    }
    return Signs.grainy(image, 6);
  }

  private static double share(BufferedImage image, Consumer<Graphics2D> drawing) {
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(235, 20, 30));
    pen.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    drawing.accept(pen);
    pen.dispose();
    try (Picture picture = Signs.picture(image)) {
      return Strokes.share(picture.frames().getFirst().views().getFirst());
    }
  }
}
