package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "501m", "10g", "many", "1.5m", "", "9999999999"})
  void aSizeIsANumberOfHashes(String size) {
    for (String part : List.of("match", "soak")) {
      assertThat(terminal.run("bench", part, "--size", size)).isEqualTo(2);
      assertThat(terminal.err()).contains("--size").contains("is no size from 1 to 500m");
    }
  }

  @Test
  void sizesAreWrittenShort() throws Exception {
    BankSize.Converter converter = new BankSize.Converter();
    assertThat(converter.convert("10m")).isEqualTo(new BankSize(10_000_000));
    assertThat(converter.convert("500K")).isEqualTo(new BankSize(500_000));
    assertThat(converter.convert("7")).isEqualTo(new BankSize(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--minutes", "--readers", "--writes"})
  void aSoakRunHasSomethingToDo(String option) {
    assertThat(terminal.run("bench", "soak", option, "0")).isEqualTo(2);
    assertThat(terminal.err()).startsWith(option + " is a whole number from 1 on.");
  }

  @Test
  void whatIsNotBuiltIsSaid(@TempDir Path empty) {
    terminal.with("gardefou.home", empty.toString());
    for (String part : List.of("match", "soak")) {
      assertThat(terminal.run("bench", part)).isOne();
      assertThat(terminal.err()).startsWith("The benchmarks are not built");
    }
  }
}
