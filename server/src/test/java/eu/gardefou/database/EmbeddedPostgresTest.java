package eu.gardefou.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresTest {
  @TempDir static Path shared;
  @TempDir Path temporary;

  /** Made once and copied: making a cluster takes as long as all the rest. */
  @BeforeAll
  static void makeOne() throws IOException {
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwx--x--x"));
    new EmbeddedPostgres(new DataFolder(shared), Map.of()).start().close();
  }

  @BeforeEach
  void takeACopy() throws IOException {
    Path data = Files.createDirectory(temporary.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    Files.createSymbolicLink(data.resolve("postgres"), shared.resolve("postgres"));
    for (String part : List.of("db", "keys")) {
      String from = shared.resolve(part).toString();
      assertThat(Command.run(List.of("cp", "-a", from, data.toString())).worked()).isTrue();
    }
  }

  @AfterEach
  void leaveTheUnpackedPrograms() throws IOException {
    Path link = temporary.resolve("data/postgres");
    if (Files.isSymbolicLink(link)) {
      Files.delete(link);
    }
  }

  @Test
  void isARealServerThatKeepsEveryCommitAndListensToThisMachineOnly() {
    try (EmbeddedPostgres postgres = start("data")) {
      JdbcClient sql = sql(postgres);
      assertThat(setting(sql, "server_version")).isEqualTo("18.6");
      assertThat(setting(sql, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(sql, "unix_socket_directories")).isEmpty();
      for (String promise : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertThat(setting(sql, promise)).as(promise).isEqualTo("on");
      }
      assertThat(setting(sql, "data_checksums")).isEqualTo("on");
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() {
    try (EmbeddedPostgres postgres = start("data")) {
      assertThatThrownBy(() -> source(postgres, "guessed").getConnection())
          .hasMessageContaining("password authentication failed");
      assertThatThrownBy(() -> source(postgres, "").getConnection()).isNotNull();
    }
  }

  @Test
  void keepsItsRowsOverAStopAndAStart() {
    try (EmbeddedPostgres postgres = start("data")) {
      sql(postgres).sql("CREATE TABLE kept AS SELECT 7 AS number").update();
      postgres.stop();
      assertThatThrownBy(() -> source(postgres, postgres.password()).getConnection()).isNotNull();
    }
    try (EmbeddedPostgres postgres = start("data")) {
      assertThat(numberKept(postgres)).isEqualTo(7);
    }
  }

  @Test
  void takesOverFromAServerWhoseProgramWasKilled() throws IOException {
    DataFolder lost = new DataFolder(temporary.resolve("data"));
    EmbeddedPostgres first = new EmbeddedPostgres(lost, Map.of()).start();
    sql(first).sql("CREATE TABLE kept AS SELECT 7 AS number").update();
    ProcessHandle old = first.process().orElseThrow();
    // A killed program gives its lock back and tells its server nothing.
    lost.close();

    try (EmbeddedPostgres second = start("data")) {
      assertThat(old.onExit()).succeedsWithin(Duration.ofSeconds(20));
      assertThat(numberKept(second)).isEqualTo(7);
    }
  }

  @Test
  void recoversWhenTheServerItselfWasKilled() throws IOException {
    DataFolder lost = new DataFolder(temporary.resolve("data"));
    EmbeddedPostgres first = new EmbeddedPostgres(lost, Map.of()).start();
    sql(first).sql("CREATE TABLE kept AS SELECT 7 AS number").update();
    Postmaster.kill(first.process().orElseThrow());
    lost.close();

    try (EmbeddedPostgres second = start("data")) {
      assertThat(numberKept(second)).isEqualTo(7);
    }
  }

  @Test
  void neverTouchesAStrangerThatHasTheOldServersNumber() throws IOException {
    start("data").close();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(
          temporary.resolve("data/db/postmaster.pid"), stranger.pid() + "\nsomewhere\n1\n5432\n");
      try (EmbeddedPostgres postgres = start("data")) {
        assertThat(setting(sql(postgres), "fsync")).isEqualTo("on");
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void throwsAwayWhatAFirstStartLeftHalfDoneAndKeepsItsSecrets() throws IOException {
    Path data = temporary.resolve("fresh");
    Files.createDirectories(data.resolve("db.new/base"));
    Files.createDirectories(data.resolve("postgres/" + PostgresBinaries.VERSION + ".new"));
    Files.writeString(data.resolve("db.password"), "old");
    try (EmbeddedPostgres postgres = start("fresh")) {
      assertThat(setting(sql(postgres), "fsync")).isEqualTo("on");
      assertThat(mode(data.resolve("keys"))).isEqualTo("rwx------");
      assertThat(mode(data.resolve("keys/database"))).isEqualTo("rw-------");
      assertThat(mode(data.resolve("db"))).isEqualTo("rwx------");
      assertThat(data.resolve("db.password")).doesNotExist();
      assertThat(Files.readString(data.resolve("keys/database")).strip())
          .isEqualTo(postgres.password());
    }
  }

  @Test
  void aProgramThatEndsWhileItStartsLeavesNoServerBehind() throws Exception {
    DataFolder folder = new DataFolder(temporary.resolve("data"));
    EmbeddedPostgres postgres = new EmbeddedPostgres(folder, Map.of());
    CountDownLatch starting = new CountDownLatch(1);
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<?> start =
          threads.submit(() -> {
            starting.countDown();
            return postgres.start();
          });
      starting.await();
      postgres.close();
      // Whether it came first or too late, it is over.
      assertThat(outcome(start))
          .isIn("started", "The program was ended while PostgreSQL was starting.");
    }
    assertThat(postgres.process()).isEmpty();
  }

  private static String outcome(Future<?> start) throws InterruptedException {
    try {
      start.get();
      return "started";
    } catch (ExecutionException e) {
      return String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
    }
  }

  @Test
  void saysInOneSentenceThatTheFolderIsInUse() {
    try (EmbeddedPostgres postgres = start("data")) {
      assertThat(postgres.port()).isPositive();
      assertThatThrownBy(() -> start("data"))
          .isInstanceOf(DatabaseProblem.class)
          .hasMessageMatching("The folder .*data is in use by another Gardefou: .*\\.");
    }
  }

  @Test
  void saysInOneSentenceThatTheFolderCannotBeMade() throws IOException {
    Files.writeString(temporary.resolve("file"), "not a folder");
    assertThatThrownBy(() -> start("file"))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageMatching("[^.]*file is a file, and a folder is needed there\\.");
  }

  @Test
  void saysInOneSentenceThatAnotherVersionMadeTheFiles() throws IOException {
    start("data").close();
    Files.writeString(temporary.resolve("data/db/PG_VERSION"), "17\n");
    assertThatThrownBy(() -> start("data"))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("was made by PostgreSQL 17");
  }

  @Test
  void runsInASessionOfItsOwnSoThatCtrlCReachesTheProgramFirst() throws IOException {
    try (EmbeddedPostgres postgres = start("data")) {
      long pid = postgres.process().orElseThrow().pid();
      assertThat(session(pid)).isEqualTo(Long.toString(pid));
    }
  }

  private static String session(long pid) throws IOException {
    Path stat = Path.of("/proc/" + pid + "/stat");
    return Files.exists(stat)
        ? Files.readString(stat).replaceFirst("^.*\\) ", "").split(" ", 5)[3]
        : Command.run(List.of("ps", "-o", "sess=", "-p", Long.toString(pid))).words().strip();
  }

  /** Whichever way is chosen here, the others must work too where they exist. */
  @Test
  void runsInEveryWayThatRootHasHere() throws IOException {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
    Path folder = temporary.resolve("data");
    try (EmbeddedPostgres postgres = start("data")) {
      assertThat(postgres.port()).isPositive();
    }
    for (PostgresAccount account : accountsHere(folder)) {
      try (EmbeddedPostgres postgres =
          new EmbeddedPostgres(new DataFolder(folder), Map.of(), account).start()) {
        assertThat(setting(sql(postgres), "fsync")).as(account.toString()).isEqualTo("on");
      }
    }
  }

  private static List<PostgresAccount> accountsHere(Path folder) {
    PostgresAccount chosen = PostgresAccount.choose(folder);
    if (chosen.equals(PostgresAccount.SELF)) {
      return List.of(chosen);
    }
    return Stream.concat(PostgresAccount.forRoot().stream(), Stream.of(chosen))
        .peek(account -> account.openTheWay(folder))
        .filter(account -> account.reaches(folder))
        .toList();
  }

  private EmbeddedPostgres start(String name) {
    DataFolder folder = new DataFolder(temporary.resolve(name));
    return new EmbeddedPostgres(folder, Map.of()).start();
  }

  private static int numberKept(EmbeddedPostgres postgres) {
    return sql(postgres).sql("SELECT number FROM kept").query(Integer.class).single();
  }

  private static String setting(JdbcClient sql, String name) {
    return sql.sql("SELECT current_setting(?)").param(name).query(String.class).single();
  }

  private static JdbcClient sql(EmbeddedPostgres postgres) {
    return JdbcClient.create(source(postgres, postgres.password()));
  }

  private static DataSource source(EmbeddedPostgres postgres, String password) {
    return new DriverManagerDataSource(postgres.url("postgres"), EmbeddedPostgres.OWNER, password);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
