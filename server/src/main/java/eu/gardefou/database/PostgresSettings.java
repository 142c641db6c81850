package eu.gardefou.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/** What the embedded server is told; written anew at every start. */
final class PostgresSettings {
  private static final Map<String, String> ALWAYS =
      Map.ofEntries(
          // Reached by this machine only, and only with a password.
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("password_encryption", "scram-sha-256"),
          // Stretching is for words that people make up; these passwords have 256 random bits.
          Map.entry("scram_iterations", "1"),
          // A decision that was answered is on the disk.
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          // One modest program on a modest machine.
          Map.entry("shared_buffers", "128MB"),
          Map.entry("max_connections", "50"),
          Map.entry("max_wal_size", "512MB"),
          Map.entry("max_logical_replication_workers", "0"),
          Map.entry("io_method", "sync"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          // The log holds no statement and no value: those may be personal.
          Map.entry("log_min_messages", "warning"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_statement", "none"));

  private static final String WHO_MAY = "host all all 127.0.0.1/32 scram-sha-256\n";

  private PostgresSettings() {}

  static void write(Path cluster, int port, Map<String, String> more) throws IOException {
    Map<String, String> settings = new TreeMap<>(ALWAYS);
    settings.put("port", Integer.toString(port));
    settings.putAll(more);
    StringBuilder text = new StringBuilder("# Written by Gardefou at every start.\n");
    settings.forEach((name, value) ->
        text.append(name).append(" = '").append(value.replace("'", "''")).append("'\n"));
    replace(cluster.resolve("postgresql.conf"), text.toString());
    replace(cluster.resolve("pg_hba.conf"), WHO_MAY);
  }

  private static void replace(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
