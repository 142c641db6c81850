package eu.gardefou.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL of our own, kept in the data folder: loopback only, a random password, every
 * commit on the disk.
 *
 * <p>The server runs in a session of its own ({@code pg_ctl} sees to that), so Ctrl-C reaches this
 * process alone, which then stops the server in order. When this process is killed the server
 * stays; the next start ends it and begins anew. Safe for many threads.
 */
final class EmbeddedPostgres implements AutoCloseable {
  static final String OWNER = "gardefou";
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final int ATTEMPTS = 4;

  private final DataFolder folder;
  private final Path cluster;
  private final PostgresLog serverLog;
  private final Map<String, String> settings;
  private final PostgresAccount account;
  private final PostgresBinaries binaries;
  private final String password;
  private int port;
  private boolean running;
  private volatile boolean ended;

  /** Prepares a server in a folder: claims the folder, unpacks the programs. */
  EmbeddedPostgres(DataFolder folder, Map<String, String> settings) {
    this(claimed(folder), settings, PostgresAccount.choose(folder.path()));
  }

  /** Prepares a server that runs in a given way. */
  EmbeddedPostgres(DataFolder folder, Map<String, String> settings, PostgresAccount account) {
    this.folder = claimed(folder);
    this.settings = settings;
    this.cluster = folder.path().resolve("db");
    this.serverLog = new PostgresLog(folder.path().resolve("db.log"));
    this.account = account;
    this.binaries = PostgresBinaries.unpackInto(folder.folder("postgres"));
    this.password = folder.secretText("database");
  }

  /**
   * Starts the server and waits until it answers; recovers from whatever an earlier end left.
   *
   * @throws DatabaseProblem with one plain sentence
   */
  synchronized EmbeddedPostgres start() {
    if (running) {
      return this;
    }
    refuseWhenEnded();
    try {
      if (!Files.isDirectory(cluster)) {
        makeCluster();
      }
      checkVersion();
      account.own(cluster);
      endTheOldOne();
      run();
      running = true;
      return this;
    } catch (IOException e) {
      throw DatabaseProblem.of(folder.path(), e);
    }
  }

  /** Stops the server in order; does nothing when it does not run. */
  synchronized void stop() {
    if (!running) {
      return;
    }
    running = false;
    Command.Outcome outcome = control("stop", "-m", "fast", "-w", "-t", "30");
    if (!outcome.worked()) {
      log.warn("PostgreSQL did not stop in order: {}", outcome.words());
    }
  }

  /** Stops the server for good, also one that is just starting, and gives the folder back. */
  @Override
  public void close() {
    ended = true;
    stop();
    folder.close();
  }

  private static DataFolder claimed(DataFolder folder) {
    folder.claim();
    return folder;
  }

  synchronized int port() {
    return port;
  }

  String password() {
    return password;
  }

  String url(String database) {
    return url(port(), database);
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** For tests that take the server away roughly. */
  Optional<ProcessHandle> process() throws IOException {
    return new Postmaster(cluster).running();
  }

  /** Made beside and moved, so that a start that was cut short leaves no half cluster. */
  private void makeCluster() throws IOException {
    Path fresh = cluster.resolveSibling("db.new");
    Path secret = cluster.resolveSibling("db.password");
    PostgresBinaries.deleteAll(fresh);
    Files.deleteIfExists(secret);
    folder.folder("db.new");
    account.own(fresh);
    Files.createFile(secret, DataFolder.OWNER_ONLY_FILE);
    Files.writeString(secret, password);
    account.own(secret);
    Command.Outcome outcome =
        Command.run(
            account.prefix(),
            binaries.program("initdb").toString(),
            "--pgdata=" + fresh,
            "--username=" + OWNER,
            "--pwfile=" + secret,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--set=scram_iterations=1");
    Files.deleteIfExists(secret);
    if (!outcome.worked()) {
      throw problem("PostgreSQL could not make its files in " + fresh, outcome.words());
    }
    Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
  }

  private void checkVersion() throws IOException {
    String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
    if (!version.equals(PostgresBinaries.MAJOR)) {
      throw new DatabaseProblem(
          cluster
              + " was made by PostgreSQL "
              + version
              + ", and this program brings PostgreSQL "
              + PostgresBinaries.MAJOR
              + ": move the data over with pg_dump, or choose another folder with GARDEFOU_DATA.");
    }
  }

  /** The folder is ours alone, so a server that still runs in it lost its program. */
  private void endTheOldOne() throws IOException {
    Postmaster postmaster = new Postmaster(cluster);
    Optional<ProcessHandle> old = postmaster.running();
    if (old.isPresent()) {
      log.info("Stopping the PostgreSQL that an earlier start left behind");
      if (!control("stop", "-m", "fast", "-w", "-t", "10").worked()) {
        Postmaster.kill(old.get());
      }
    }
    if (postmaster.namesAStranger()) {
      postmaster.forget();
    }
  }

  /** A port may be taken between choosing and using it, and a dying server's children linger. */
  private void run() throws IOException {
    Command.Outcome outcome = new Command.Outcome(1, "");
    serverLog.trim();
    long before = serverLog.size();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      port = freePort(attempt == 0 ? port : 0);
      PostgresSettings.write(cluster, port, settings);
      account.own(cluster.resolve("postgresql.conf"));
      account.own(cluster.resolve("pg_hba.conf"));
      account.own(serverLog.file());
      refuseWhenEnded();
      outcome = control("start", "-w", "-t", "300", "-l", serverLog.file().toString());
      if (outcome.worked()) {
        return;
      }
      endTheOldOne();
    }
    throw problem("PostgreSQL did not start", outcome.words() + serverLog.wordsAfter(before));
  }

  private void refuseWhenEnded() {
    if (ended) {
      throw new DatabaseProblem("The program was ended while PostgreSQL was starting.");
    }
  }

  /** Keeps the log short; called now and then while the server runs. */
  void trimLog() {
    try {
      serverLog.trim();
    } catch (IOException e) {
      log.warn("The log of PostgreSQL could not be trimmed", e);
    }
  }

  private Command.Outcome control(String verb, String... options) {
    String[] command = new String[options.length + 4];
    command[0] = binaries.program("pg_ctl").toString();
    command[1] = verb;
    command[2] = "-D";
    command[3] = cluster.toString();
    System.arraycopy(options, 0, command, 4, options.length);
    return Command.run(account.prefix(), command);
  }

  private static int freePort(int wished) throws IOException {
    try (ServerSocket socket = new ServerSocket(wished, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      if (wished == 0) {
        throw e;
      }
      return freePort(0);
    }
  }

  private DatabaseProblem problem(String sentence, String words) {
    if (DatabaseProblem.fullDisk(words)) {
      return DatabaseProblem.fullDisk(folder.path(), null);
    }
    log.debug("{}: {}", sentence, words);
    return new DatabaseProblem(sentence + ": see " + serverLog.file() + ".");
  }
}
