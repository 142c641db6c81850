package eu.gardefou.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;

/**
 * This installation's database for one short command: the configured server, the embedded one of
 * the gate that runs, or the embedded one started for the command and stopped after it.
 */
public final class BriefDatabase implements AutoCloseable {
  private final Database database;
  private final DataFolder folder;

  private BriefDatabase(Database database, DataFolder folder) {
    this.database = database;
    this.folder = folder;
  }

  /**
   * Opens the database that {@code gardefou.data} and {@code gardefou.db.*} name, up to date.
   *
   * @throws DatabaseProblem with one plain sentence
   */
  public static BriefDatabase open(Environment environment) {
    DataFolder folder = DataFolder.of(environment);
    DatabaseSettings settings = DatabaseSettings.of(environment);
    if (settings.url() == null && !folder.tryClaim()) {
      settings = ofTheRunningGate(settings, folder);
    }
    return new BriefDatabase(Database.open(settings, folder), folder);
  }

  /** Connections as the application has them. */
  public DataSource dataSource() {
    return database.connections();
  }

  @Override
  public void close() {
    database.close();
    folder.close();
  }

  /** PostgreSQL's own file says where it listens: the port is its fourth line. */
  private static DatabaseSettings ofTheRunningGate(DatabaseSettings settings, DataFolder folder) {
    Path file = folder.path().resolve("db/postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(file);
      int port = Integer.parseInt(lines.get(3).strip());
      return settings.at(EmbeddedPostgres.url(port, Database.NAME), folder.secretText("database"));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new DatabaseProblem(
          "The gate on " + folder.path() + " is just starting or stopping: try again.", e);
    }
  }
}
