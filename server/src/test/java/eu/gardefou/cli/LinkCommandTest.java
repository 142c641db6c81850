package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Person;
import eu.gardefou.access.SignInLinks;
import eu.gardefou.database.TestDatabase;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code gardefou link} on a real database. */
class LinkCommandTest {
  private static final String PASSWORD = "four plain harbour words";

  private TestDatabase database;
  private SignInLinks links;
  private Person ada;
  private Terminal terminal;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    links = SignInLinks.in(database.app(), Clock.systemUTC());
    ada = links.redeem(links.firstStart().orElseThrow().token(), "Ada", PASSWORD);
    terminal = new Terminal().with(database.properties());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void somebodyKnownGetsALinkThatWorksOnce() {
    assertThat(terminal.run("link", "ada")).isZero();
    String token = token("http://localhost:8080/welcome?token=");
    assertThat(terminal.err()).contains("once").doesNotContain(token);

    assertThat(links.look(token).orElseThrow().person()).isEqualTo(ada);
    assertThat(links.redeem(token, "", "five other plain harbour words")).isEqualTo(ada);
    assertThat(links.look(token)).isEmpty();
  }

  @Test
  void aNewLinkEndsTheEarlierOne() {
    terminal.run("link", "Ada");
    String earlier = token("http://localhost:8080/welcome?token=");
    terminal.run("link", "Ada");
    assertThat(links.look(earlier)).isEmpty();
  }

  @Test
  void theAddressIsWhereTheGateListensOrWhatIsSaid() {
    terminal.with("gardefou.port", "9090").run("link", "Ada");
    token("http://localhost:9090/welcome?token=");
    terminal.run("link", "Ada", "--address", "https://gate.example/");
    token("https://gate.example/welcome?token=");
  }

  @Test
  void aStrangerGetsNone() {
    assertThat(terminal.run("link", "Eve")).isEqualTo(1);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err().lines()).containsExactly("There is no such person.");
  }

  @Test
  void somebodyDisabledGetsNone() {
    database.sql().sql("UPDATE access.person SET disabled_at = now()").update();
    assertThat(terminal.run("link", "Ada")).isEqualTo(1);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err().lines()).singleElement().asString().contains("disabled");
  }

  private String token(String before) {
    assertThat(terminal.lines()).singleElement().asString().startsWith(before);
    return terminal.out().strip().substring(before.length());
  }
}
