package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code gardefou bench} does not even begin with. Runs themselves take minutes. */
class BenchCommandTest {
  private final Terminal terminal = new Terminal();

  @ParameterizedTest
  @CsvSource({
    "--seconds, 0",
    "--seconds, -1",
    "--cores, 0",
    "--cores, '1,0'",
    "--concurrency, 0",
    "--concurrency, '8,-8'"
  })
  void numbersBeginAtOne(String option, String value) {
    assertThat(terminal.run("bench", "gate", option, value)).isEqualTo(2);
    assertThat(terminal.err()).startsWith(option + " is a whole number from 1 on.");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void moreCoresThanThereAreCannotBeGiven() {
    assertThat(terminal.run("bench", "gate", "--cores", "100000")).isEqualTo(2);
    assertThat(terminal.err())
        .startsWith(
            "--cores: this machine has " + Runtime.getRuntime().availableProcessors() + " to give");
  }

  @Test
  void wordsAreNoNumbers() {
    assertThat(terminal.run("bench", "gate", "--seconds", "soon")).isEqualTo(2);
    assertThat(terminal.err()).contains("--seconds").contains("'soon'");
  }
}
