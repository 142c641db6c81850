package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The README is true, as far as that can be checked. */
class ReadmeTest {
  private static final Path HOME = Path.of("..");
  private static final Pattern COMMAND = Pattern.compile("\\./gardefou((?: +[a-z-]+)+)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern TEST = Pattern.compile("`([A-Za-z0-9.]+Test)`");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

  private final CommandLine program = new Terminal().commandLine();

  /** What people read first. */
  static Stream<Path> pages() {
    return Stream.of(
            "README.md",
            "CONTRIBUTING.md",
            "SECURITY.md",
            "docs/performance.md",
            "docs/moderations.md",
            "docs/screening.md",
            "docs/policy.md",
            "docs/exchanges.md",
            "docs/models.md")
        .map(HOME::resolve);
  }

  @Test
  void everyTestInTheTableExists() throws IOException {
    Set<String> tests =
        javaFiles(
            Path.of("src/test/java"),
            Path.of("../hashing/src/test/java"),
            Path.of("../hashing-js/src/test/java"));
    assertThat(found(TEST, Files.readString(HOME.resolve("README.md"))))
        .hasSizeGreaterThan(5)
        .allSatisfy(name -> assertThat(tests).anyMatch(test -> ("." + test).endsWith("." + name)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandExistsWithItsOptions(Path page) throws IOException {
    for (String line : Files.readAllLines(page)) {
      for (MatchResult call : COMMAND.matcher(line).results().toList()) {
        assertCommand(line, call.group(1).strip());
      }
    }
  }

  /** The launcher runs the tests itself; everything else goes to the program. */
  private void assertCommand(String line, String words) {
    if (words.equals("test")) {
      return;
    }
    CommandLine command = program;
    for (String word : words.split(" +", -1)) {
      if (command.getSubcommands().isEmpty() || word.startsWith("-")) {
        break;
      }
      assertThat(command.getSubcommands()).as(line).containsKey(word);
      command = Objects.requireNonNull(command.getSubcommands().get(word));
    }
    Set<String> known = command.getCommandSpec().optionsMap().keySet();
    String rest = line.substring(line.indexOf(words)).replaceFirst("`.*", "");
    assertThat(known).as(line).containsAll(found(OPTION, rest));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkedFileExists(Path page) throws IOException {
    List<String> links = found(LINK, Files.readString(page));
    assertThat(links)
        .filteredOn(link -> URI.create(link).getScheme() == null && !link.startsWith("#"))
        .allSatisfy(link -> assertThat(page.resolveSibling(link.replaceFirst("#.*", ""))).exists());
  }

  /** All names with their packages. */
  private static Set<String> javaFiles(Path... folders) throws IOException {
    List<String> names = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .map(file -> folder.relativize(file).toString())
            .filter(name -> name.endsWith(".java"))
            .map(name -> name.replace(".java", "").replace('/', '.'))
            .forEach(names::add);
      }
    }
    return names.stream().collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.groupCount() == 0 ? match.group() : match.group(1))
        .toList();
  }
}
