package eu.gardefou.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static AccessFixture access;
  private static Keys keys;

  @BeforeAll
  static void open() {
    access = new AccessFixture();
    keys = access.keys;
  }

  @AfterAll
  static void close() {
    access.close();
  }

  @Test
  void aNewKeyOpensUntilItIsRevokedAndNotOnceMore() {
    NewKey made = keys.create("demo", Set.of(Scope.GATEWAY), Caller.LOCAL);
    assertThat(made.secret()).matches("gf_[0-9a-f]{12}_[A-Za-z0-9_-]{43}");
    assertThat(keys.holding(made.secret()).orElseThrow().scopes()).containsExactly(Scope.GATEWAY);

    assertThat(keys.revoke(made.key().id())).isTrue();
    assertThat(keys.holding(made.secret())).isEmpty();
    assertThat(keys.revoke(made.key().id())).isFalse();
  }

  @Test
  void theSecretIsKeptNowhere() {
    NewKey made = keys.create("hidden", Set.of(Scope.AUDIT), Caller.LOCAL);
    String letters = made.secret().substring(16);
    String everything =
        access
            .sql
            .sql("SELECT string_agg(k::text, '|') FROM access.machine_key k")
            .query(String.class)
            .single();
    assertThat(everything).contains("hidden").doesNotContain(letters);
    assertThat(made.toString()).doesNotContain(letters);
  }

  @Test
  void nothingButTheExactKeyOpens() {
    String secret = keys.create("exact", Set.of(Scope.SCREEN), Caller.LOCAL).secret();
    char last = secret.charAt(secret.length() - 1);
    String[] wrong = {
      "",
      "gf_",
      secret.substring(0, secret.length() - 1),
      secret + "A",
      // The last letter carries two spare bits; a lenient reader would take its neighbour too.
      secret.substring(0, secret.length() - 1) + (char) (last == 'A' ? 'B' : last ^ 1),
      secret.toUpperCase(Locale.ROOT),
      "gf_000000000000" + secret.substring(15),
      secret.replace("gf_", "gf-")
    };
    for (String text : wrong) {
      assertThat(keys.holding(text)).as(text).isEmpty();
    }
    assertThat(keys.holding(secret)).isPresent();
  }

  @Test
  void remembersTheHourOfTheLastUseOnly() {
    NewKey made = keys.create("hourly", Set.of(Scope.GATEWAY), Caller.LOCAL);
    assertThat(listed(made).lastUsed()).isNull();
    access.clock.move(Duration.ofMinutes(75));
    keys.holding(made.secret());
    Instant first = Objects.requireNonNull(listed(made).lastUsed());
    assertThat(first).isEqualTo(first.truncatedTo(ChronoUnit.HOURS));
    access.clock.move(Duration.ofMinutes(5));
    keys.holding(made.secret());
    assertThat(listed(made).lastUsed()).isEqualTo(first);
    access.clock.move(Duration.ofHours(2));
    keys.holding(made.secret());
    assertThat(listed(made).lastUsed()).isEqualTo(first.plus(Duration.ofHours(2)));
  }

  @Test
  void aListedKeyIsTheOneThatWasMade() {
    NewKey made =
        keys.create("  listed ", Set.of(Scope.CURATE, Scope.AUDIT), new Caller("person:1"));
    assertThat(listed(made)).isEqualTo(made.key());
    assertThat(made.key().name()).isEqualTo("listed");
    assertThat(made.key().caller().id()).isEqualTo("key:" + made.key().id());
  }

  @Test
  void refusesAKeyWithoutScopesOrName() {
    assertThatThrownBy(() -> keys.create("none", Set.of(), Caller.LOCAL))
        .isInstanceOf(AccessProblem.class)
        .hasMessage("A key needs at least one scope.");
    assertThatThrownBy(() -> keys.create(" \n", Set.of(Scope.AUDIT), Caller.LOCAL))
        .isInstanceOf(AccessProblem.class);
  }

  @Test
  void theApplicationCannotBringARevokedKeysSecretBackByRewritingIt() {
    assertThatThrownBy(() ->
            access.sql.sql("UPDATE access.machine_key SET secret_digest = ''::bytea").update())
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> access.sql.sql("DELETE FROM access.machine_key").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  private static MachineKey listed(NewKey made) {
    return keys.list().stream()
        .filter(key -> key.id().equals(made.key().id()))
        .findFirst()
        .orElseThrow();
  }
}
