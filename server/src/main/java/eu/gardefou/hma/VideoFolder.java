package eu.gardefou.hma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where videos are kept while their frames are read: for their owner only, and emptied at start of
 * what a program left behind that was ended in the middle.
 */
final class VideoFolder {
  private final Path folder;

  private VideoFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder, or empties it. */
  static VideoFolder at(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(file);
        }
      }
    }
    return new VideoFolder(folder);
  }

  /** Room for one video, which goes when this is closed. */
  Place place() {
    return new Place();
  }

  /** For one thread. */
  final class Place implements AutoCloseable {
    private @Nullable Path file;

    private Place() {}

    /** A new file that only its owner may read: that is how temporary files are made. */
    Path make() throws IOException {
      Path made = Files.createTempFile(folder, "video", null);
      file = made;
      return made;
    }

    @Override
    public void close() throws IOException {
      Path made = file;
      if (made != null) {
        Files.deleteIfExists(made);
      }
    }
  }
}
