package eu.gardefou.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once from the archive on the class path.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {
  /** Of the archives on the class path; their jars name it, their contents do not. */
  static final String VERSION = "18.6.0";

  static final String MAJOR = "18";

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  /** Unpacks beside and moves, so that a half-unpacked folder is never used. */
  static PostgresBinaries unpackInto(Path folder) {
    Path home = folder.resolve(VERSION);
    if (Files.isDirectory(home)) {
      return new PostgresBinaries(home);
    }
    Path fresh = folder.resolve(VERSION + ".new");
    try (InputStream archive = archive()) {
      deleteAll(fresh);
      Files.createDirectories(fresh);
      unpack(archive, fresh);
      // PostgreSQL may run as another user, who has to read its programs.
      for (Path open : List.of(folder, fresh)) {
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
      return new PostgresBinaries(home);
    } catch (IOException e) {
      throw DatabaseProblem.of(folder, e);
    }
  }

  private static InputStream archive() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "");
    String name =
        "/postgres-"
            + (system.contains("mac") ? "darwin" : system)
            + "-"
            + (processor.equals("aarch64") ? "arm_64" : "x86_64")
            + ".txz";
    InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
    if (archive == null) {
      throw new DatabaseProblem(
          "There is no built-in PostgreSQL for "
              + system
              + " on "
              + processor
              + ": set GARDEFOU_DB_URL to a PostgreSQL server.");
    }
    return archive;
  }

  private static void unpack(InputStream archive, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = inside(target, target.resolve(entry.getName()));
        Files.createDirectories(entry.isDirectory() ? path : path.resolveSibling(""));
        if (entry.isDirectory()) {
          continue;
        }
        if (entry.isSymbolicLink()) {
          inside(target, path.resolveSibling(entry.getLinkName()));
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          boolean program = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  private static Path inside(Path target, Path path) throws IOException {
    Path plain = path.normalize();
    if (!plain.startsWith(target)) {
      throw new IOException("the archive of PostgreSQL points outside its folder");
    }
    return plain;
  }

  /** Removes a folder with all that is in it, if it is there. */
  static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
