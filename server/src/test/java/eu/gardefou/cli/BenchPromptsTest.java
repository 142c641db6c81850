package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchPromptsTest {
  @TempDir private Path folder;
  private final Terminal terminal = new Terminal();

  @Test
  void countsWhatIsRefusedAndWhatIsHeld() throws IOException {
    write(
        "en.yaml",
        """
        refused:
          - "take off her dress"
          - "make the sky blue"
        ordinary:
          - "make the sky bluer"
          - "take off his glasses"
          - "take off her blouse"
        """);
    assertThat(run("--show")).isZero();
    assertThat(terminal.out())
        .containsPattern("en +50\\.0 % .* of +2 +33\\.3 % .* of +3 +NO")
        .contains("  allow: make the sky blue\n")
        .contains("  refuse: take off her blouse\n")
        .contains("slowest hostile text of 32,000 characters");
  }

  @Test
  void whatIsNoSetOfSentencesIsSaidSo() throws IOException {
    assertThat(run()).isEqualTo(1);
    assertThat(terminal.err()).contains("has no files of sentences");

    write("en.yaml", "refused: [\"take off her dress\"]");
    assertThat(run()).isEqualTo(1);
    assertThat(terminal.err()).contains("needs two lists of sentences: refused and ordinary.");

    write("en.yaml", "refused: [yes]\nordinary: [\"a\"]");
    assertThat(run()).isEqualTo(1);
    assertThat(terminal.err()).contains("holds something that is no sentence: true");

    assertThat(run("--language", "fr")).isEqualTo(1);
    assertThat(terminal.err()).contains("has no file fr.yaml");
  }

  /** Figures of the usual tables: 1 of 20, and 0 of 200. */
  @Test
  void intervalsAreWilsons() {
    assertThat(new Share(1, 20).low()).isCloseTo(0.0089, within(0.0001));
    assertThat(new Share(1, 20).high()).isCloseTo(0.2361, within(0.0001));
    assertThat(new Share(0, 200).low()).isZero();
    assertThat(new Share(0, 200).high()).isCloseTo(0.0188, within(0.0001));
    assertThat(new Share(60, 60).high()).isEqualTo(1);
  }

  private int run(String... more) {
    String[] arguments = new String[4 + more.length];
    arguments[0] = "bench";
    arguments[1] = "prompts";
    arguments[2] = "--folder";
    arguments[3] = folder.toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return terminal.run(arguments);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
