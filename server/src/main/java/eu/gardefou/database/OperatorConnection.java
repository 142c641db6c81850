package eu.gardefou.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A command line's way into the database of an installation, as the application's role: joins the
 * embedded server when the gate runs, starts it for the moment when it does not.
 */
public final class OperatorConnection implements AutoCloseable {
  private final DataFolder folder;
  private final Database database;
  private final HikariDataSource source;

  private OperatorConnection(DataFolder folder, Database database) {
    this.folder = folder;
    this.database = database;
    this.source = database.pool();
  }

  /**
   * Opens the database of a data folder, or the one that {@code GARDEFOU_DB_URL} names.
   *
   * @throws DatabaseProblem with one plain sentence
   */
  public static OperatorConnection open(Path data) {
    Environment environment = new StandardEnvironment();
    DatabaseSettings settings = DatabaseSettings.of(environment);
    DataFolder folder = new DataFolder(data);
    if (settings.url() != null || folder.isFree()) {
      return new OperatorConnection(folder, Database.open(settings, folder));
    }
    return new OperatorConnection(folder, running(settings, folder));
  }

  /** Statements on the database. */
  public JdbcClient sql() {
    return JdbcClient.create(source);
  }

  @Override
  public void close() {
    source.close();
    database.close();
    folder.close();
  }

  private static Database running(DatabaseSettings settings, DataFolder folder) {
    try {
      int port = new Postmaster(folder.path().resolve("db")).port();
      String password = HexFormat.of().formatHex(folder.secret("database"));
      String address = EmbeddedPostgres.url(port, Database.NAME);
      return new Database(settings.at(address, password), folder);
    } catch (IOException e) {
      throw new DatabaseProblem(
          "The folder " + folder.path() + " is in use, but its PostgreSQL does not run (yet).", e);
    }
  }
}
