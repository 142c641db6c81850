package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.models.Checksum;
import eu.gardefou.models.StubNet;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code gardefou model}, as its user sees it, with two canary models: magenta is the bad content.
 */
class ModelCommandTest {
  private static final String SECRET = "secret-name";

  @TempDir private Path models;
  @TempDir private Path pictures;
  private final Terminal terminal = new Terminal();

  @BeforeEach
  void oneModel() throws IOException {
    terminal.with("gardefou.models", models.toString());
    canary("canary-one");
    canary("canary-two");
  }

  @Test
  void listTellsRoleVersionStateLicenceAndTraining() {
    assertThat(terminal.run("model", "list")).isZero();
    assertThat(terminal.out())
        .contains("canary-one", "content", "CC0-1.0", "It adds up colours")
        .contains("nsfw-inception-v3", "missing: there is no file");
  }

  @Test
  void checkFailsAsLongAsAnyModelIsMissing() {
    assertThat(terminal.run("model", "check")).isEqualTo(1);
    assertThat(terminal.out()).contains("ms a look", "NOT all models are as they should be.");
  }

  @Test
  void evaluateTellsNumbersWithIntervals() throws IOException {
    labelledPictures();
    assertThat(evaluate()).isZero();
    assertThat(terminal.lines())
        .anyMatch(line -> line.matches("canary-one +whole +recall +all +50.0 % .* of +2"))
        .anyMatch(line -> line.matches("canary-one +all +false alarms +all +0.0 % .* of +4"))
        .anyMatch(line -> line.matches("canary-one +all +precision +all +100.0 % .* of +1"))
        .anyMatch(line -> line.startsWith("policy "))
        .anyMatch(line -> line.matches("two models agree +explicit +highest .* 0.00"))
        .contains("6 pictures looked at, 1 unreadable, 6 not assessed by every model.");
    assertThat(terminal.err()).contains("entitled", "Nothing leaves this machine");
  }

  @Test
  void noNameOfAFileIsInWhatItSaysAndWrites() throws IOException {
    labelledPictures();
    Path csv = models.resolve("numbers.csv");
    Path json = models.resolve("numbers.json");
    assertThat(evaluate("--csv", csv.toString(), "--json", json.toString())).isZero();
    assertThat(terminal.out() + terminal.err() + Files.readString(csv) + Files.readString(json))
        .doesNotContain(SECRET, ".png");
    assertThat(Files.readString(csv))
        .startsWith("scope,part,measure,among,count,of,share,low,high");
    assertThat(Files.readString(json)).contains("\"unreadable\" : 1");
  }

  @Test
  void aListOfLabelsCanNameGroups() throws IOException {
    png(pictures.resolve("a.png"), Color.GRAY);
    Files.writeString(pictures.resolve("labels.csv"), "file,label,group\na.png,ordinary,women\n");
    assertThat(evaluate()).isZero();
    assertThat(terminal.out()).containsPattern("policy +refused +false alarms +group women");
  }

  @Test
  void aListThatLeadsOutOfTheFolderIsRefused() throws IOException {
    Files.writeString(pictures.resolve("labels.csv"), "../a.png,ordinary\n");
    assertThat(evaluate()).isEqualTo(1);
    assertThat(terminal.err()).contains("line 1: the file lies outside the folder");
  }

  @Test
  void anEmptyFolderIsAProblem() {
    assertThat(evaluate()).isEqualTo(1);
    assertThat(terminal.err()).contains("There is nothing to look at");
  }

  private int evaluate(String... more) {
    String[] words = new String[more.length + 3];
    words[0] = "model";
    words[1] = "evaluate";
    words[2] = pictures.toString();
    System.arraycopy(more, 0, words, 3, more.length);
    return terminal.run(words);
  }

  private void labelledPictures() throws IOException {
    Path ordinary = Files.createDirectories(pictures.resolve("ordinary"));
    Path explicit = Files.createDirectories(pictures.resolve("explicit"));
    for (int i = 0; i < 4; i++) {
      png(ordinary.resolve(SECRET + i + ".png"), Color.GRAY);
    }
    png(explicit.resolve(SECRET + "-found.png"), Color.MAGENTA);
    png(explicit.resolve(SECRET + "-overlooked.png"), Color.LIGHT_GRAY);
    Files.writeString(explicit.resolve(SECRET + ".png"), "no picture");
  }

  private static void png(Path file, Color colour) throws IOException {
    BufferedImage image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, 120, 90);
    pen.dispose();
    ImageIO.write(image, "png", file.toFile());
  }

  private void canary(String name) throws IOException {
    byte[] onnx = StubNet.magenta(32, false);
    Files.write(models.resolve(name + ".onnx"), onnx);
    Files.writeString(
        models.resolve(name + ".model.json"),
        """
        {"name": "NAME", "role": "content", "file": "NAME.onnx", "sha256": "SUM",
         "input": {"name": "input", "size": 32, "layout": "NHWC", "colours": "RGB",
                   "scale": 0.00392156862745098, "resize": "smooth"},
         "output": {"name": "chances", "reading": "probabilities"},
         "labels": ["plain", "canary"], "explicit": ["canary"],
         "licence": "CC0-1.0", "training": "Not trained: It adds up colours."}
        """
            .replace("NAME", name)
            .replace("SUM", Checksum.of(onnx)));
  }
}
