package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What holds for every command. */
class HelpTest {
  private final Terminal terminal = new Terminal();

  static Stream<List<String>> commands() {
    return below(new Terminal().commandLine(), List.of());
  }

  private static Stream<List<String>> below(CommandLine command, List<String> words) {
    return Stream.concat(
        Stream.of(words),
        command.getSubcommands().entrySet().stream()
            .flatMap(sub -> below(sub.getValue(), with(words, sub.getKey()))));
  }

  private static List<String> with(List<String> words, String word) {
    List<String> longer = new ArrayList<>(words);
    longer.add(word);
    return longer;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItself(List<String> words) {
    assertThat(terminal.run(with(words, "--help").toArray(String[]::new))).isZero();
    assertThat(terminal.out())
        .contains(
            "Usage: "
                + String.join(" ", with(List.of("gardefou"), String.join(" ", words))).strip())
        .contains("--help");
    assertThat(terminal.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anUnknownOptionIsMisuse(List<String> words) {
    assertThat(terminal.run(with(words, "--no-such-option").toArray(String[]::new))).isEqualTo(2);
    assertThat(terminal.err()).contains("Usage: ").doesNotContain("Exception");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void theVersionIsTold() {
    assertThat(terminal.run("--version")).isZero();
    assertThat(terminal.out()).startsWith("gardefou ");
  }

  @Test
  void aCommandThatNeedsAnotherWordShowsWhichThereAre() {
    for (String command : List.of("key", "exchange", "bench", "policy")) {
      assertThat(terminal.run(command)).as(command).isEqualTo(2);
      assertThat(terminal.err()).contains("Commands:");
    }
  }
}
