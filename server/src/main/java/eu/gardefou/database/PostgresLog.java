package eu.gardefou.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * PostgreSQL's log file: at most twice {@link #LIMIT} on disk. PostgreSQL opens it for appending,
 * so it can be copied and cut while it is written.
 */
record PostgresLog(Path file) {
  static final long LIMIT = 8L << 20;

  /** Makes the file when missing; keeps one older file when it has grown over the limit. */
  void trim() throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file);
    } else if (Files.size(file) > LIMIT) {
      Path older = file.resolveSibling(file.getFileName() + ".1");
      Files.copy(
          file, older, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(0);
      }
    }
  }

  long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** What was written after a place, for judging why a start failed; never shown to anybody. */
  String wordsAfter(long place) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int from = Math.toIntExact(Math.min(place, all.length));
    return new String(all, from, all.length - from, StandardCharsets.UTF_8);
  }
}
