package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.WholeGate;
import eu.gardefou.access.Scope;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code gardefou screen --server} against the whole gate. */
class ScreenServerTest {
  private static WholeGate gate;
  private static String server;
  private static String key;

  private final Terminal terminal = new Terminal();

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    gate = WholeGate.start();
    server = gate.address("").toString();
    key = gate.key(Scope.SCREEN);
  }

  @AfterAll
  static void close() {
    gate.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"generate", "edit"})
  void aGateAnswersAsThisProcessDoes(String kind) throws Exception {
    Path prompts =
        Files.write(
            folder.resolve("prompts.txt"),
            List.of(
                "a red bicycle by the sea",
                "",
                "remove the background",
                "take off her dress",
                "   ",
                "zeig sie im Bikini",
                "quita el fondo",
                ""));
    assertThat(terminal.run("screen", "--kind", kind, "--prompts", prompts.toString())).isZero();
    String here = terminal.out();

    assertThat(ask("--kind", kind, "--prompts", prompts.toString())).isZero();
    assertThat(terminal.out()).isEqualTo(here);
    assertThat(here.lines()).hasSize(5);
  }

  @Test
  void aGatesDecisionIsOnRecord() {
    assertThat(ask("--json", "--prompt", "a red bicycle by the sea")).isZero();
    JsonNode answer = JsonMapper.shared().readTree(terminal.out());
    assertThat(answer.get("decision").asString()).isEqualTo("allow");
    assertThat(answer.get("decision_id").asString()).isNotBlank();
  }

  @Test
  void theKeyMayBeASetting() {
    terminal.with("gardefou.key", key);
    assertThat(terminal.run("screen", "--server", server + "/", "--prompt", "a bicycle")).isZero();
    assertThat(terminal.lines().getFirst()).isEqualTo("decision  allow");
  }

  @Test
  void withoutAGoodKeyThereIsOneSentence() {
    assertProblem("A server needs a key: give --key or set GARDEFOU_KEY.", "--server", server);
    assertThat(terminal.run("screen", "--server", server, "--key", "gf_no", "--prompt", "a"))
        .isEqualTo(1);
    assertThat(terminal.err().lines())
        .singleElement()
        .asString()
        .startsWith("The server answered 401: ");
  }

  @Test
  void whatIsNoAddressIsTold() {
    assertProblem(
        "--server is an address such as http://localhost:8080.",
        "--key",
        key,
        "--server",
        "localhost:8080");
  }

  /** Its frames would share the looks that are meant for the one that is changed. */
  @Test
  void anAnimationIsForUploadsAndNotForEdits() throws Exception {
    String[] edit = {"screen", "--kind", "edit", "--image", animation().toString()};
    assertThat(terminal.run(edit)).isEqualTo(1);
    assertThat(terminal.err()).contains("A still picture is wanted");
    assertThat(ask("--kind", "edit", "--image", animation().toString())).isEqualTo(1);
    assertThat(terminal.err()).contains("answered 400", "A still picture is wanted");

    String[] upload = {"screen", "--kind", "upload", "--image", animation().toString()};
    assertThat(terminal.run(upload)).isZero();
    assertThat(ask("--kind", "upload", "--image", animation().toString())).isZero();
  }

  private Path animation() throws IOException {
    Path file = folder.resolve("two.gif");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (Color colour : List.of(Color.BLUE, Color.GREEN)) {
        BufferedImage frame = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_INDEXED);
        Graphics2D pen = frame.createGraphics();
        pen.setColor(colour);
        pen.fillOval(8, 8, 40, 40);
        pen.dispose();
        writer.writeToSequence(new IIOImage(frame, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return file;
  }

  private void assertProblem(String sentence, String... arguments) {
    assertThat(run(arguments)).isEqualTo(1);
    assertThat(terminal.err().lines()).containsExactly(sentence);
    assertThat(terminal.out()).isEmpty();
  }

  private int run(String... arguments) {
    List<String> words = new ArrayList<>(List.of("screen"));
    words.addAll(List.of(arguments));
    if (!words.contains("--prompt") && !words.contains("--prompts")) {
      words.addAll(List.of("--prompt", "a bicycle"));
    }
    return terminal.run(words.toArray(String[]::new));
  }

  private int ask(String... arguments) {
    List<String> words = new ArrayList<>(List.of("--server", server, "--key", key));
    words.addAll(List.of(arguments));
    return run(words.toArray(String[]::new));
  }
}
