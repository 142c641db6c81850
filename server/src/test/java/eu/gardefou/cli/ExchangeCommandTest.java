package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gardefou exchange} on a real database and a real file. */
class ExchangeCommandTest {
  @TempDir Path data;
  private TestDatabase database;
  private Terminal terminal;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.fresh();
    Map<String, String> properties = new HashMap<>(database.properties());
    properties.put("gardefou.data", data.toString());
    terminal = new Terminal().with(properties);
    Files.createDirectories(data.resolve("lists"));
    list("pdq " + "0f".repeat(32), "md5 " + "a1".repeat(16));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void list(String... lines) throws Exception {
    Files.writeString(data.resolve("lists/ours.txt"), String.join("\n", lines));
  }

  private int add(String api, String... more) {
    String[] words = new String[7 + more.length];
    String[] first = {"exchange", "add", "ours", "--api", api, "--bank", "protected-people"};
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    return terminal.run(words);
  }

  @Test
  void anExchangeIsMadeFetchedShownAndRemoved() throws Exception {
    assertThat(add("local_file", "--set", "filename=ours.txt")).isZero();
    assertThat(terminal.run("exchange", "list")).isZero();
    assertThat(terminal.lines())
        .containsExactly("ours  local_file  protected-people  not fetched yet");
    assertThat(terminal.run("exchange", "fetch", "ours")).isZero();
    assertThat(terminal.out()).contains("Entries        2").contains("Last error     none");
    list("no hash");
    assertThat(terminal.run("exchange", "fetch", "ours")).isEqualTo(1);
    assertThat(terminal.out()).contains("ours.txt, line 1: ").contains("Entries        2");
    assertThat(terminal.run("exchange", "status", "ours")).isZero();
    assertThat(terminal.run("exchange", "list")).isZero();
    assertThat(terminal.out()).contains("failing");
    list("# nothing");
    assertThat(terminal.run("exchange", "fetch", "ours")).isEqualTo(1);
    assertThat(terminal.run("exchange", "allow", "ours")).isZero();
    assertThat(terminal.out()).startsWith("2 entries");
    assertThat(terminal.run("exchange", "fetch", "ours")).isZero();
    assertThat(terminal.out()).contains("Entries        0");
    assertThat(terminal.run("exchange", "remove", "ours")).isZero();
    assertThat(terminal.run("exchange", "list")).isZero();
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void anExchangeIsPausedResumedAndStartedOver() {
    assertThat(add("local_file", "--set", "filename=ours.txt")).isZero();
    assertThat(terminal.run("exchange", "fetch", "ours")).isZero();
    assertThat(terminal.run("exchange", "pause", "ours")).isZero();
    assertThat(terminal.out()).startsWith("Paused. Its 2 entries go on matching");
    assertThat(terminal.run("exchange", "list")).isZero();
    assertThat(terminal.lines()).containsExactly("ours  local_file  protected-people  paused");
    assertThat(terminal.run("exchange", "status", "ours")).isZero();
    assertThat(terminal.out())
        .containsPattern("Paused         20.* local")
        .contains("ies        2");
    assertThat(terminal.run("exchange", "resume", "ours")).isZero();
    assertThat(terminal.out()).startsWith("Resumed.");
    assertThat(terminal.run("exchange", "start-over", "ours")).isZero();
    assertThat(terminal.out()).contains("go on matching");
    assertThat(terminal.run("exchange", "fetch", "ours")).isZero();
    assertThat(terminal.out()).contains("Entries        2").doesNotContain("Paused");
    for (String verb : new String[] {"pause", "resume", "start-over"}) {
      assertThat(terminal.run("exchange", verb, "nobody")).isEqualTo(1);
      assertThat(terminal.err()).startsWith("There is no exchange of this name.");
    }
  }

  @Test
  void oneExchangeMayHaveCredentialsOfItsOwn() throws Exception {
    assertThat(add("ncmec", "--set", "environment=NGO")).isZero();
    Path secret = data.resolve("ours.secret");
    Files.writeString(secret, "user=someone\npassword=p4ss\n");
    String[] set = {
      "exchange", "credentials", "ncmec", "--exchange", "ours", "--file", secret + ""
    };
    assertThat(terminal.run(set)).isZero();
    assertThat(owners()).containsExactly("exchange:ours");
    set[2] = "stopncii";
    assertThat(terminal.run(set)).isEqualTo(1);
    assertThat(terminal.err()).startsWith("The interface of this exchange is ncmec.");
    set[2] = "ncmec";
    Files.writeString(secret, "");
    assertThat(terminal.run(set)).isZero();
    assertThat(terminal.out()).startsWith("Cleared.");
    assertThat(owners()).isEmpty();
  }

  private List<String> owners() {
    return database
        .sql()
        .sql("SELECT owner FROM exchanges.credential")
        .query((row, n) -> row.getString("owner"))
        .list();
  }

  @Test
  void credentialsComeFromAFileAndAreNotShown() throws Exception {
    assertThat(add("ncmec", "--set", "environment=NGO")).isZero();
    Path secret = data.resolve("ncmec.secret");
    Files.writeString(secret, "user=someone\n");
    String[] set = {"exchange", "credentials", "ncmec", "--file", secret.toString()};
    assertThat(terminal.run(set)).isEqualTo(1);
    assertThat(terminal.err()).contains("lack password").doesNotContain("someone");
    Files.writeString(secret, "user=someone\npassword=p4=ss\n");
    assertThat(terminal.run(set)).isZero();
    assertThat(terminal.out()).startsWith("Set.");
  }

  @Test
  void mistakesAreSentences() {
    assertThat(add("iwf")).isEqualTo(1);
    assertThat(terminal.err()).startsWith("There is no such kind of exchange");
    assertThat(add("local_file", "--set", "filename=/etc/hostname")).isEqualTo(1);
    assertThat(terminal.err()).startsWith("Lists are read from");
    assertThat(terminal.run("exchange", "status", "ours")).isEqualTo(1);
    assertThat(terminal.err()).startsWith("There is no exchange of this name.");
  }
}
