package eu.gardefou.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files so that a reader sees the old one, none, or the whole new one. */
final class WholeFile {
  private WholeFile() {}

  /** Makes the folder when it is missing; holds even after a crash. */
  static void write(Path target, byte[] bytes) throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    Path draft = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".draft");
    try {
      Files.write(draft, bytes);
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
