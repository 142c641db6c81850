package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code gardefou key} on a real database. */
class KeyCommandTest {
  private TestDatabase database;
  private Terminal terminal;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    terminal = new Terminal().with(database.properties());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aKeyIsMadeListedAndRevoked() {
    assertThat(create("shop", "screen, gateway")).isZero();
    assertThat(terminal.lines()).singleElement().asString().matches("gf_[0-9a-f]{12}_\\S{43}");
    assertThat(terminal.err()).contains("not shown again");
    String secret = terminal.out().strip();
    String id = secret.substring(3, 15);

    assertThat(terminal.run("key", "list")).isZero();
    assertThat(terminal.lines()).containsExactly(id + "  good  gateway,screen  shop");

    assertThat(terminal.run("key", "revoke", id)).isZero();
    assertThat(terminal.out()).isEqualTo("Revoked." + System.lineSeparator());
    assertThat(terminal.run("key", "list")).isZero();
    assertThat(terminal.lines()).containsExactly(id + "  revoked  gateway,screen  shop");

    assertThat(terminal.run("key", "revoke", id)).isEqualTo(1);
    assertThat(terminal.err().lines())
        .containsExactly("There is no such key, or it was revoked before.");
  }

  @Test
  void withoutKeysTheListIsEmpty() {
    assertThat(terminal.run("key", "list")).isZero();
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void aScopeThatIsNoneMakesNoKey() {
    assertThat(create("shop", "everything")).isEqualTo(1);
    assertThat(terminal.err().lines())
        .singleElement()
        .asString()
        .contains("scope")
        .doesNotContain("Exception");
    assertThat(terminal.run("key", "list")).isZero();
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void whatIsNeededIsAskedFor() {
    assertThat(terminal.run("key", "create", "--name", "shop")).isEqualTo(2);
    assertThat(terminal.err()).contains("--scope");
    assertThat(terminal.run("key", "revoke")).isEqualTo(2);
    assertThat(terminal.err()).contains("ID");
  }

  private int create(String name, String scopes) {
    return terminal.run("key", "create", "--name", name, "--scope", scopes);
  }
}
