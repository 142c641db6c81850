package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.WholeGate;
import eu.gardefou.access.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
