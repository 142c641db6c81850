package eu.gardefou.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings every module's schema up to date: folder {@code db/migration/<module>} on the class path,
 * schema of the same name, history kept in that schema.
 */
final class Migrations {
  private static final String FOLDER = "db/migration/";

  private static final Logger log = LoggerFactory.getLogger(Migrations.class);

  private Migrations() {}

  /**
   * Runs what is missing, as the owner; other nodes wait meanwhile by the caller's lock.
   *
   * @param sql the caller's own connection
   */
  static void run(JdbcClient sql, DataSource owner) {
    for (String module : modules()) {
      if (upToDate(sql, module)) {
        continue;
      }
      // Before the history says that all is done: a start that is cut short leaves nothing out.
      sql.sql("CREATE SCHEMA IF NOT EXISTS " + module).update();
      sql.sql("GRANT USAGE ON SCHEMA " + module + " TO " + Roles.APP).update();
      migrate(owner, module);
    }
  }

  private static void migrate(DataSource owner, String module) {
    try {
      Flyway.configure()
          .dataSource(owner)
          .locations("classpath:" + FOLDER + module)
          .schemas(module)
          .defaultSchema(module)
          .validateMigrationNaming(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      log.error("The schema {} could not be migrated", module, e);
      throw new DatabaseProblem(
          "The database's schema "
              + module
              + " cannot be brought up to date by this version of the program: the log says why.",
          e);
    }
  }

  /**
   * Whether Flyway would find nothing to do. Asking its history directly takes milliseconds, and
   * starting Flyway for every module takes the time that people wait for.
   */
  static boolean upToDate(JdbcClient sql, String module) {
    String history = module + ".flyway_schema_history";
    boolean made =
        sql.sql("SELECT to_regclass(?) IS NOT NULL").param(history).query(Boolean.class).single();
    if (!made) {
      return false;
    }
    Map<String, Integer> done = new HashMap<>();
    sql.sql("SELECT script, checksum FROM " + history + " WHERE success AND type = 'SQL'")
        .query(row -> {
          done.put(row.getString("script"), row.getInt("checksum"));
        });
    return done.equals(checksums(module));
  }

  private static Map<String, Integer> checksums(String module) {
    Map<String, Integer> checksums = new HashMap<>();
    try {
      for (Resource file : files(module)) {
        checksums.put(
            String.valueOf(file.getFilename()),
            checksum(file.getContentAsString(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return checksums;
  }

  /** As Flyway counts: CRC-32 of the lines without their ends. */
  private static int checksum(String script) {
    CRC32 crc = new CRC32();
    script.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
    return (int) crc.getValue();
  }

  /** Evidence first: it is the one schema that others may point at. */
  static SortedSet<String> modules() {
    SortedSet<String> modules =
        new TreeSet<>(
            Comparator.comparing((String module) -> !module.equals("evidence"))
                .thenComparing(Comparator.naturalOrder()));
    try {
      for (Resource file : files("*")) {
        String path = file.getURL().getPath();
        String rest = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
        modules.add(rest.substring(0, rest.indexOf('/')));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return modules;
  }

  private static Resource[] files(String module) throws IOException {
    return new PathMatchingResourcePatternResolver()
        .getResources("classpath*:" + FOLDER + module + "/V*.sql");
  }
}
