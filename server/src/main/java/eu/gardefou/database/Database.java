package eu.gardefou.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database that is up to date and ready for the application's role. */
final class Database implements AutoCloseable {
  /** Any number will do, as long as it is ours: two nodes that start together take turns. */
  private static final long START_LOCK = 0x6761726465666f75L;

  static final String NAME = "gardefou";

  private final @Nullable EmbeddedPostgres embedded;
  private DatabaseSettings settings;
  private @Nullable ScheduledExecutorService care;

  /**
   * The configured server, or an embedded one that is prepared and not yet started.
   *
   * @throws DatabaseProblem with one plain sentence
   */
  Database(DatabaseSettings settings, DataFolder folder) {
    this.settings = settings;
    this.embedded = settings.url() == null ? new EmbeddedPostgres(folder, Map.of()) : null;
  }

  /** Starts, and makes roles and schemas. */
  static Database open(DatabaseSettings settings, DataFolder folder) {
    return new Database(settings, folder).start();
  }

  /**
   * Starts the embedded server, if it is one, and makes roles and schemas.
   *
   * @throws DatabaseProblem with one plain sentence; the server is stopped again
   */
  Database start() {
    try {
      if (embedded != null) {
        embedded.start();
        settings = settings.at(embedded.url(NAME), embedded.password());
        care = careFor(embedded);
      }
      prepare();
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Connections of the application's role; few, and quick to say no. */
  HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("gardefou");
    config.setJdbcUrl(url());
    config.setUsername(settings.appUser());
    config.setPassword(appPassword());
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(2);
    // A stopped database must be a prompt refusal, not a queue of waiting clients.
    config.setConnectionTimeout(3_000);
    config.setValidationTimeout(1_000);
    config.addDataSourceProperty("connectTimeout", "3");
    config.addDataSourceProperty("socketTimeout", "30");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("ApplicationName", "gardefou");
    return new HikariDataSource(config);
  }

  /** Single connections of the application's role, for a moment's work. */
  DataSource connections() {
    return source(settings.appUser(), appPassword());
  }

  private void prepare() {
    try (Connection connection = ownerConnection()) {
      var single = new SingleConnectionDataSource(connection, true);
      JdbcClient owner = JdbcClient.create(single);
      owner.sql("SELECT pg_advisory_lock(?)").param(START_LOCK).query().singleRow();
      prepareRoles(owner);
      Migrations.run(owner, owner());
    } catch (SQLException e) {
      throw problem(settings.owner(), e);
    } catch (DataAccessException e) {
      throw new DatabaseProblem(
          "The database at "
              + address()
              + " cannot be prepared: GARDEFOU_DB_USER has to own it, or be allowed to make schemas"
              + " in it.",
          e);
    }
  }

  private void prepareRoles(JdbcClient owner) {
    Roles.make(owner, appPassword());
    Roles.check(owner, settings.appUser());
    try {
      source(settings.appUser(), appPassword()).getConnection().close();
    } catch (SQLException e) {
      boolean derived = settings.appPassword() == null && settings.appUser().equals(Roles.APP);
      if (!wrongPassword(e) || !derived || !Roles.setPassword(owner, appPassword())) {
        throw problem(settings.appUser(), e);
      }
    }
  }

  private Connection ownerConnection() throws SQLException {
    try {
      return owner().getConnection();
    } catch (SQLException e) {
      if (embedded == null || !"3D000".equals(e.getSQLState())) {
        throw e;
      }
      var server = source(settings.owner(), settings.ownerPassword());
      server.setUrl(embedded.url("postgres"));
      JdbcClient.create(server).sql("CREATE DATABASE " + NAME).update();
      return owner().getConnection();
    }
  }

  private DataSource owner() {
    return source(settings.owner(), settings.ownerPassword());
  }

  private DriverManagerDataSource source(String user, String password) {
    var source = new DriverManagerDataSource(url(), user, password);
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", "5");
    source.setConnectionProperties(properties);
    return source;
  }

  private String url() {
    return Objects.requireNonNull(settings.url(), "a database that is open has an address");
  }

  /** Without parameters: some write a password there. */
  private String address() {
    return url().replaceFirst("\\?.*", "");
  }

  private String appPassword() {
    String given = settings.appPassword();
    return given == null ? Roles.passwordFrom(settings.ownerPassword()) : given;
  }

  private DatabaseProblem problem(String user, SQLException cause) {
    if (wrongPassword(cause)) {
      return new DatabaseProblem(
          "The database does not accept the password of " + user + ".", cause);
    }
    return new DatabaseProblem("The database at " + address() + " cannot be used.", cause);
  }

  private static boolean wrongPassword(SQLException e) {
    return String.valueOf(e.getSQLState()).startsWith("28");
  }

  private static ScheduledExecutorService careFor(EmbeddedPostgres embedded) {
    ScheduledExecutorService care =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("database-log").factory());
    var _ = care.scheduleWithFixedDelay(embedded::trimLog, 10, 10, TimeUnit.MINUTES);
    return care;
  }

  /** Stops the embedded server, if it is one. May be called twice. */
  @Override
  public void close() {
    if (care != null) {
      care.shutdownNow();
    }
    if (embedded != null) {
      embedded.close();
    }
  }
}
