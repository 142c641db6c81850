package eu.gardefou.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** Where videos are kept while their frames are read: a folder of the gate's data, its owner's. */
record VideoFolder(Path path) {
  /** Made when missing. */
  void make() throws IOException {
    Files.createDirectories(path);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
  }

  /**
   * Removes what a program left behind that was ended in the middle. For the gate alone, at its
   * start: a data folder has one gate, and the command line beside it leaves this to it.
   */
  void empty() throws IOException {
    make();
    try (Stream<Path> left = Files.list(path)) {
      for (Path file : left.toList()) {
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(file);
        }
      }
    }
  }
}
