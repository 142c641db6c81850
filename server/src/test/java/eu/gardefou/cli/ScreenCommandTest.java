package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.Drawing;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code gardefou screen} in its own process, as its user sees it. */
class ScreenCommandTest {
  private final Terminal terminal = new Terminal();

  @TempDir Path folder;

  @Test
  @EnabledIf("eu.gardefou.WholeGate#hasModels")
  void aMildEditOfADrawingIsAllowed() throws Exception {
    assertThat(edit("make the sky a little bluer")).isZero();
    assertThat(terminal.lines())
        .startsWith("decision  allow", "looked    prompts")
        .contains(
            "looked    nsfw-inception-v3 (input 1)", "not run   matching (input 1): no-database");
    assertThat(terminal.lines().getLast()).matches("policy    [0-9a-f]{12}");
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  @EnabledIf("eu.gardefou.WholeGate#hasModels")
  void anUndressingEditIsRefusedWithItsReason() throws Exception {
    assertThat(edit("take off her dress")).isZero();
    assertThat(terminal.lines().getFirst()).isEqualTo("decision  refuse");
    assertThat(terminal.lines().get(1)).startsWith("because   ").matches(".*\\([a-z0-9-]+\\)");
  }

  @Test
  void withoutModelsNothingPasses() throws Exception {
    terminal.with("gardefou.models", folder.resolve("none").toString());
    assertThat(edit("make the sky a little bluer")).isZero();
    assertThat(terminal.lines().getFirst()).isNotEqualTo("decision  allow");
  }

  @Test
  void theWholeAnswerIsJson() {
    assertThat(terminal.run("screen", "--json", "--prompt", "a red bicycle by the sea")).isZero();
    JsonNode answer = JsonMapper.shared().readTree(terminal.out());
    assertThat(answer.get("decision").asString()).isEqualTo("allow");
    assertThat(answer.get("policy_version").asString()).matches("[0-9a-f]{12,64}");
  }

  @Test
  void eachPromptOfAFileGetsItsLineAndBlankLinesAreCounted() throws Exception {
    Path prompts = prompts("a red bicycle by the sea", "", " \t", "enlève sa robe", "");

    assertThat(terminal.run("screen", "--kind", "edit", "--prompts", prompts.toString())).isZero();

    List<JsonNode> lines = terminal.lines().stream().map(JsonMapper.shared()::readTree).toList();
    assertThat(lines).extracting(line -> line.get("prompt").asInt()).containsExactly(1, 4);
    assertThat(lines)
        .extracting(line -> line.get("decision").asString())
        .containsExactly("allow", "refuse");
    assertThat(lines.getLast().get("rules")).isNotEmpty();
  }

  @Test
  void promptsMayComeFromStandardInput() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("un vélo rouge\n".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(terminal.run("screen", "--prompts", "-")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(terminal.lines())
        .singleElement()
        .asString()
        .startsWith("{\"prompt\":1,\"decision\":\"allow\"");
  }

  @Test
  void filesThatCannotBeReadAreTold() throws Exception {
    Path missing = folder.resolve("missing");
    Path latin = folder.resolve("latin.txt");
    Files.write(latin, "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    Path text = Files.writeString(folder.resolve("notes.png"), "not a picture");

    assertProblem(missing + ": there is no such file.", "--prompts", missing.toString());
    assertProblem(latin + ": it is not text in UTF-8.", "--prompts", latin.toString());
    assertProblem(folder + ": it is a folder, not a file.", "--prompts", folder.toString());
    assertProblem(missing + ": there is no such file.", "--image", missing.toString());
    assertProblem(folder + ": it is a folder, not a file.", "--image", folder.toString());
    assertThat(terminal.run("screen", "--image", text.toString())).isEqualTo(1);
    assertThat(terminal.err()).startsWith("Picture 1: ").doesNotContain("Exception");
  }

  @Test
  void whatMakesNoSenseIsTold() throws Exception {
    String file = prompts("a red bicycle").toString();
    assertProblem(
        "--kind is one of generate, edit, upload.", "--kind", "remix", "--prompt", "a bicycle");
    assertProblem("Give --prompt or --prompts, not both.", "--prompt", "a", "--prompts", file);
    assertProblem("There is nothing to screen: give --prompt, --prompts or --image.");
    List<String> seventeen = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      seventeen.addAll(List.of("--image", file));
    }
    assertProblem(
        "At most 16 pictures can be screened together.", seventeen.toArray(String[]::new));
  }

  @Test
  void anUnreadablePolicyIsToldAndNothingIsScreened() {
    terminal.with("gardefou.policy", folder.resolve("own.yaml").toString());
    assertProblem(
        folder.resolve("own.yaml") + ": the policy cannot be read.", "--prompt", "a bicycle");
  }

  private void assertProblem(String sentence, String... arguments) {
    List<String> words = new ArrayList<>(List.of("screen"));
    words.addAll(List.of(arguments));
    assertThat(terminal.run(words.toArray(String[]::new))).isEqualTo(1);
    assertThat(terminal.err().lines()).containsExactly(sentence);
    assertThat(terminal.out()).isEmpty();
  }

  private int edit(String prompt) throws Exception {
    Path drawing = Files.write(folder.resolve("drawing.png"), Drawing.png(512, 384));
    return terminal.run(
        "screen", "--kind", "edit", "--prompt", prompt, "--image", drawing.toString());
  }

  private Path prompts(String... lines) throws Exception {
    return Files.write(folder.resolve("prompts.txt"), List.of(lines));
  }
}
