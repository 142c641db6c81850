package eu.gardefou.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A fresh, migrated database on a real PostgreSQL; one server a test JVM, started on first use and
 * stopped with the JVM.
 *
 * <p>Plain tests call {@link #fresh}; Spring tests name {@link Context} in
 * {@code @ContextConfiguration(initializers = TestDatabase.Context.class)}.
 */
public final class TestDatabase implements AutoCloseable {
  private static final String TEMPLATE = "gardefou_template";
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Whoever has a pool on the server, and how to come by it. */
  private static final Map<Object, Supplier<DataSource>> USERS = new ConcurrentHashMap<>();

  private final HikariDataSource app;
  private final DataSource owner;
  private final String name;

  private TestDatabase(String name) {
    this.name = name;
    this.owner = ownerOf(name);
    this.app = new Database(settings(name), Server.FOLDER).pool();
    USERS.put(this, () -> app);
  }

  /** A database with every module's schema and no row. */
  public static TestDatabase fresh() {
    return new TestDatabase(copyOfTemplate());
  }

  /** A database without any schema of ours. */
  static TestDatabase empty() {
    String name = nextName();
    JdbcClient.create(ownerOf("postgres")).sql("CREATE DATABASE " + name).update();
    return new TestDatabase(name);
  }

  DatabaseSettings settings() {
    return settings(name);
  }

  /** What an operator would say to work on it, such as {@code gardefou.db.url}. */
  public Map<String, String> properties() {
    DatabaseSettings settings = settings();
    return Map.of(
        "gardefou.db.url", String.valueOf(settings.url()),
        "gardefou.db.user", settings.owner(),
        "gardefou.db.password", settings.ownerPassword(),
        "gardefou.data", Server.FOLDER.path().toString());
  }

  /** Connections as the application has them. */
  public DataSource app() {
    return app;
  }

  /** Statements as the application makes them. */
  public JdbcClient sql() {
    return JdbcClient.create(app);
  }

  /** Connections of the role that owns the tables. */
  public DataSource owner() {
    return owner;
  }

  /** Stops the server under every database of this JVM; say {@link #startServer} afterwards. */
  public static void stopServer() {
    Server.POSTGRES.stop();
  }

  /** Starts it again, on the same port, and waits until every pool has noticed. */
  public static void startServer() {
    Server.POSTGRES.start();
    USERS.values().forEach(user -> awaitAnswer(user.get()));
  }

  /**
   * A pool keeps connections of before the stop until it meets them, and tries for new ones at
   * growing intervals.
   */
  private static void awaitAnswer(DataSource source) {
    RuntimeException last = new IllegalStateException("not asked");
    for (int attempt = 0; attempt < 10; attempt++) {
      try {
        JdbcClient.create(source).sql("SELECT 1").query().singleRow();
        return;
      } catch (DataAccessResourceFailureException e) {
        last = e;
      }
    }
    throw last;
  }

  /** Drops the database. */
  @Override
  public void close() {
    USERS.remove(this);
    app.close();
    JdbcClient.create(ownerOf("postgres")).sql("DROP DATABASE " + name + " WITH (FORCE)").update();
  }

  /** Gives a Spring context a fresh database of its own. */
  public static final class Context
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      DatabaseSettings settings = settings(copyOfTemplate());
      TestPropertyValues.of(
              "gardefou.db.url=" + settings.url(),
              "gardefou.db.user=" + settings.owner(),
              "gardefou.db.password=" + settings.ownerPassword(),
              "gardefou.data=" + Server.FOLDER.path().resolve("data-" + COUNT.get()))
          .applyTo(context);
      context.addApplicationListener(event -> {
        if (event instanceof ContextRefreshedEvent) {
          USERS.put(context, () -> context.getBean(DataSource.class));
        } else if (event instanceof ContextClosedEvent) {
          USERS.remove(context);
        }
      });
    }
  }

  private static String copyOfTemplate() {
    String name = nextName();
    JdbcClient.create(ownerOf("postgres"))
        .sql("CREATE DATABASE " + name + " TEMPLATE " + Server.READY_TEMPLATE)
        .update();
    return name;
  }

  private static String nextName() {
    return "test_" + COUNT.incrementAndGet();
  }

  private static DatabaseSettings settings(String database) {
    return new DatabaseSettings(
        Server.POSTGRES.url(database),
        EmbeddedPostgres.OWNER,
        Server.POSTGRES.password(),
        Roles.APP,
        null);
  }

  private static DataSource ownerOf(String database) {
    return new DriverManagerDataSource(
        Server.POSTGRES.url(database), EmbeddedPostgres.OWNER, Server.POSTGRES.password());
  }

  /** Made on first use. */
  private static final class Server {
    static final DataFolder FOLDER = new DataFolder(temporaryFolder());
    static final EmbeddedPostgres POSTGRES =
        // Tests may lose data when the machine fails; everything else is as in production.
        new EmbeddedPostgres(FOLDER, Map.of("fsync", "off", "max_connections", "200")).start();
    static final String READY_TEMPLATE = template();

    private static Path temporaryFolder() {
      try {
        return Files.createTempDirectory("gardefou-test");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String template() {
      Runtime.getRuntime().addShutdownHook(new Thread(Server::end));
      JdbcClient.create(ownerOf("postgres")).sql("CREATE DATABASE " + TEMPLATE).update();
      Database.open(settings(TEMPLATE), FOLDER).close();
      return TEMPLATE;
    }

    private static void end() {
      POSTGRES.close();
      try {
        PostgresBinaries.deleteAll(FOLDER.path());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
