package eu.gardefou.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings every module's schema up to date: folder {@code db/migration/<module>} on the class path,
 * schema of the same name, history kept in that schema.
 */
final class Migrations {
  private static final String FOLDER = "db/migration/";

  private Migrations() {}

  /** Runs what is missing, as the owner; other nodes wait meanwhile by the caller's lock. */
  static void run(DataSource owner) {
    JdbcClient sql = JdbcClient.create(owner);
    for (String module : modules()) {
      Flyway.configure()
          .dataSource(owner)
          .locations("classpath:" + FOLDER + module)
          .schemas(module)
          .defaultSchema(module)
          .validateMigrationNaming(true)
          .load()
          .migrate();
      sql.sql("GRANT USAGE ON SCHEMA " + module + " TO " + Roles.APP).update();
    }
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
