package eu.gardefou.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about these tests names all 22 rows, and only tests that there are. */
class PageTest {
  private static final Path PAGE = Path.of("../docs/robustness.md");
  private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|");
  private static final Pattern NAMED =
      Pattern.compile("`((?:[a-z]+\\.)*[A-Z]\\w*Test)(?:#(\\w+))?`");

  @Test
  void everyRowIsThereInOrder() throws IOException {
    List<Integer> rows =
        Files.readAllLines(PAGE).stream()
            .flatMap(line -> ROW.matcher(line).results())
            .map(row -> Integer.valueOf(row.group(1)))
            .toList();
    assertThat(rows).isEqualTo(IntStream.rangeClosed(1, 22).boxed().toList());
  }

  @Test
  void everyRowNamesATestThatThereIs() throws IOException {
    for (String line : Files.readAllLines(PAGE)) {
      List<MatchResult> named = NAMED.matcher(line).results().toList();
      assertThat(ROW.matcher(line).find() && named.isEmpty()).as(line).isFalse();
      for (MatchResult name : named) {
        List<String> sources = sources(name.group(1));
        assertThat(sources).as(name.group()).isNotEmpty();
        String method = name.group(2);
        assertThat(method == null || sources.stream().anyMatch(s -> s.contains(method + "(")))
            .as(name.group())
            .isTrue();
      }
    }
  }

  private static List<String> sources(String test) throws IOException {
    String file = test.replace('.', '/') + ".java";
    try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
      List<String> sources = new ArrayList<>();
      for (Path path : all.filter(path -> path.endsWith(file)).toList()) {
        sources.add(Files.readString(path));
      }
      return sources;
    }
  }
}
