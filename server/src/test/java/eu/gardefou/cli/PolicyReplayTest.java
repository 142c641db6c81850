package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.TestClock;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.evidence.Entries;
import eu.gardefou.evidence.EvidenceLog;
import eu.gardefou.policy.Policies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code gardefou policy replay} and {@code shadow} on a real database. */
class PolicyReplayTest {
  @TempDir Path folder;

  private TestDatabase database;
  private Terminal terminal;
  private Path policy;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.fresh();
    terminal = new Terminal().with(database.properties());
    policy = Files.writeString(folder.resolve("own.yaml"), Policies.builtInText());
    EvidenceLog log = new EvidenceLog(database.sql(), new byte[32]);
    Entries entries = new Entries(new TestClock());
    // More than a page.
    for (int i = 0; i < 450; i++) {
      log.record(entries.edit("allow", List.of()));
    }
    log.record(entries.edit("refuse", List.of("a-rule")));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatChangesIsPrinted() {
    assertThat(replay("--since", "2000-01-01", "--until", "2100-01-01", "--show", "5")).isZero();
    assertThat(terminal.lines())
        .startsWith("decisions  451", "compared   451", "same       450 (by other rules: 0)")
        .contains("stricter   0", "laxer      1", "450  allow -> allow", "1  refuse -> allow")
        .contains("1  rule ends: a-rule")
        .anyMatch(line -> line.matches(" {5}[0-9a-f-]{36}"));
    assertThat(
            database.sql().sql("SELECT count(*) FROM evidence.decision").query(Long.class).single())
        .isEqualTo(451);
  }

  @Test
  void allOfItIsThereAsJson() {
    assertThat(replay("--since", "2000-01-01", "--until", "2100-01-01", "--json")).isZero();
    JsonNode json = JsonMapper.shared().readTree(terminal.out());
    assertThat(json.path("laxer").asInt()).isEqualTo(1);
    assertThat(json.at("/transitions/1/from").asString()).isEqualTo("refuse");
  }

  @Test
  void aStretchOfTimeIsReadAndNoMore() {
    assertThat(replay("--since", "2000-01-01", "--until", "2000-01-01T08:00:00Z")).isZero();
    assertThat(terminal.lines()).startsWith("decisions  0");
  }

  @Test
  void somethingLaxerCanEndInAnError() {
    assertThat(replay("--since", "2000-01-01", "--until", "2100-01-01", "--no-laxer")).isEqualTo(3);
  }

  @Test
  void whatCannotBeMeantIsSaid() throws Exception {
    assertThat(replay("--since", "yesterday")).isEqualTo(1);
    assertThat(terminal.err()).contains("--since is a day such as").doesNotContain("Exception");
    assertThat(replay("--since", "2030-01-01", "--until", "2020-01-01")).isEqualTo(1);
    assertThat(replay()).isEqualTo(2);
    Files.writeString(policy, "name: bad\nfloor: nothing\n");
    assertThat(replay("--since", "2000-01-01")).isEqualTo(1);
    assertThat(terminal.err()).contains("own.yaml:2");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void withoutAPolicyOnTrialThereIsNothingToSumUp() {
    assertThat(terminal.run("policy", "shadow", "--since", "2000-01-01", "--until", "2100-01-01"))
        .isZero();
    assertThat(terminal.lines()).contains("451  not compared: nothing was on trial");
  }

  private int replay(String... options) {
    List<String> words = new ArrayList<>(List.of("policy", "replay"));
    words.addAll(List.of(options));
    words.add(policy.toString());
    return terminal.run(words.toArray(String[]::new));
  }
}
