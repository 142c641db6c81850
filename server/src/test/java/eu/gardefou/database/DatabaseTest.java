package eu.gardefou.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

class DatabaseTest {
  @TempDir Path folder;

  @Test
  void theApplicationOwnsNothingAndMakesNothing() {
    try (TestDatabase database = TestDatabase.fresh()) {
      JdbcClient app = database.sql();
      assertThat(app.sql("SELECT current_user").query(String.class).single()).isEqualTo(Roles.APP);
      assertThat(
              app.sql("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")
                  .query(Integer.class)
                  .single())
          .isZero();
      for (String schema : List.of("public", "evidence", "access")) {
        assertThatThrownBy(() -> app.sql("CREATE TABLE " + schema + ".mine (number int)").update())
            .as(schema)
            .rootCause()
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void everyModuleKeepsItsHistoryInItsOwnSchema() {
    try (TestDatabase database = TestDatabase.fresh()) {
      JdbcClient owner = JdbcClient.create(database.owner());
      assertThat(Migrations.modules()).startsWith("evidence").contains("access");
      for (String module : Migrations.modules()) {
        assertThat(
                owner
                    .sql(
                        "SELECT count(*) FROM "
                            + module
                            + ".flyway_schema_history WHERE success AND type = 'SQL'")
                    .query(Integer.class)
                    .single())
            .as(module)
            .isPositive();
      }
    }
  }

  @Test
  void knowsWhetherThereIsSomethingToMigrate() {
    try (TestDatabase database = TestDatabase.fresh();
        TestDatabase empty = TestDatabase.empty()) {
      JdbcClient owner = JdbcClient.create(database.owner());
      for (String module : Migrations.modules()) {
        assertThat(Migrations.upToDate(owner, module)).as(module).isTrue();
        assertThat(Migrations.upToDate(JdbcClient.create(empty.owner()), module)).isFalse();
      }
      owner.sql("UPDATE access.flyway_schema_history SET checksum = checksum + 1").update();
      assertThat(Migrations.upToDate(owner, "access")).isFalse();
      owner.sql("UPDATE evidence.flyway_schema_history SET success = false").update();
      assertThat(Migrations.upToDate(owner, "evidence")).isFalse();
    }
  }

  @Test
  void refusesAMigrationThatWasChangedAfterItRan() {
    try (TestDatabase database = TestDatabase.fresh()) {
      JdbcClient.create(database.owner())
          .sql("UPDATE access.flyway_schema_history SET checksum = checksum + 1 WHERE type = 'SQL'")
          .update();
      assertThatThrownBy(() -> Database.open(database.settings(), new DataFolder(folder)))
          .isInstanceOf(DatabaseProblem.class)
          .hasMessageContaining("schema access cannot be brought up to date")
          .rootCause()
          .hasMessageContaining("checksum mismatch");
    }
  }

  @Test
  void nodesThatStartTogetherMakeOneSchema() throws Exception {
    try (TestDatabase database = TestDatabase.empty();
        var threads = Executors.newFixedThreadPool(3)) {
      Callable<Integer> node =
          () -> {
            try (Database opened = Database.open(database.settings(), new DataFolder(folder));
                var pool = opened.pool()) {
              return JdbcClient.create(pool).sql("SELECT 1").query(Integer.class).single();
            }
          };
      for (Future<Integer> answer : threads.invokeAll(List.of(node, node, node))) {
        assertThat(answer.get()).isEqualTo(1);
      }
    }
  }

  @Test
  void aChangedOwnerPasswordChangesTheApplicationsToo() {
    try (TestDatabase database = TestDatabase.fresh()) {
      JdbcClient owner = JdbcClient.create(database.owner());
      owner.sql("ALTER ROLE gardefou_app PASSWORD 'another'").update();
      try (Database opened = Database.open(database.settings(), new DataFolder(folder));
          var pool = opened.pool()) {
        assertThat(JdbcClient.create(pool).sql("SELECT 1").query(Integer.class).single())
            .isEqualTo(1);
      }
    }
  }

  @Test
  void refusesAnApplicationThatHasTheOwnersPowers() {
    try (TestDatabase database = TestDatabase.fresh()) {
      DatabaseSettings given = database.settings();
      var mighty =
          new DatabaseSettings(
              given.url(), given.owner(), given.ownerPassword(), given.owner(), "any");
      assertThatThrownBy(() -> Database.open(mighty, new DataFolder(folder)))
          .isInstanceOf(DatabaseProblem.class)
          .hasMessageContaining("has the owner's powers");
    }
  }

  @Test
  void saysInOneSentenceWhatIsWrongWithAServer() {
    try (TestDatabase database = TestDatabase.fresh()) {
      DatabaseSettings given = database.settings();
      var guessed =
          new DatabaseSettings(given.url(), given.owner(), "guessed", given.appUser(), null);
      assertThatThrownBy(() -> Database.open(guessed, new DataFolder(folder)))
          .isInstanceOf(DatabaseProblem.class)
          .hasMessage("The database does not accept the password of gardefou.");
      var nowhere =
          new DatabaseSettings(
              "jdbc:postgresql://127.0.0.1:1/none", given.owner(), "", given.appUser(), null);
      assertThatThrownBy(() -> Database.open(nowhere, new DataFolder(folder)))
          .isInstanceOf(DatabaseProblem.class)
          .hasMessage("The database at jdbc:postgresql://127.0.0.1:1/none cannot be used.");
    }
  }

  @Test
  void anOwnerWithFewPowersWorksWhenTheRoleIsThereAndSaysWhatItMisses() {
    try (TestDatabase database = TestDatabase.empty()) {
      JdbcClient owner = JdbcClient.create(database.owner());
      DatabaseSettings given = database.settings();
      owner.sql("CREATE ROLE keeper LOGIN PASSWORD 'keeps'").update();
      String app = Roles.passwordFrom(given.ownerPassword());
      var keeper = new DatabaseSettings(given.url(), "keeper", "keeps", Roles.APP, app);
      assertThatThrownBy(() -> Database.open(keeper, new DataFolder(folder)))
          .isInstanceOf(DatabaseProblem.class)
          .hasMessageContaining("be allowed to make schemas");

      String name = String.valueOf(given.url()).replaceFirst(".*/", "");
      owner.sql("ALTER DATABASE " + name + " OWNER TO keeper").update();
      try (Database opened = Database.open(keeper, new DataFolder(folder));
          var pool = opened.pool()) {
        JdbcClient sql = JdbcClient.create(pool);
        assertThat(sql.sql("SELECT count(*) FROM evidence.decision").query(Long.class).single())
            .isZero();
      }
    }
  }

  @Test
  void aStoppedDatabaseSaysNoPromptlyAndComesBackByItself() {
    try (TestDatabase database = TestDatabase.fresh()) {
      JdbcClient app = database.sql();
      assertThat(app.sql("SELECT 1").query(Integer.class).single()).isEqualTo(1);
      TestDatabase.stopServer();
      try {
        long before = System.nanoTime();
        assertThatThrownBy(() -> app.sql("SELECT 1").query(Integer.class).single()).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
      } finally {
        TestDatabase.startServer();
      }
      assertThat(answersSoon(app)).isTrue();
    }
  }

  /** A pooled connection that was used just before the stop may fail once more. */
  private static boolean answersSoon(JdbcClient app) {
    for (int connection = 0; connection < 3; connection++) {
      try {
        return app.sql("SELECT true").query(Boolean.class).single();
      } catch (DataAccessException e) {
        assertThat(e).rootCause().hasMessageContaining("terminating connection");
      }
    }
    return false;
  }

  @Test
  void readsItsSettingsFromTheEnvironment() {
    var environment = new MockEnvironment();
    assertThat(DatabaseSettings.of(environment).url()).isNull();
    environment
        .withProperty("gardefou.db.url", "postgresql://db.example/gate")
        .withProperty("gardefou.db.user", "keeper")
        .withProperty("gardefou.db.password", "long")
        .withProperty("gardefou.db.app.user", "gate");
    DatabaseSettings settings = DatabaseSettings.of(environment);
    assertThat(settings)
        .isEqualTo(
            new DatabaseSettings(
                "jdbc:postgresql://db.example/gate", "keeper", "long", "gate", null));
    assertThat(settings.toString()).doesNotContain("long");

    var wrong = new MockEnvironment().withProperty("gardefou.db.url", "mysql://db.example/gate");
    assertThatThrownBy(() -> DatabaseSettings.of(wrong)).isInstanceOf(DatabaseProblem.class);
  }
}
