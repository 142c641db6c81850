package eu.gardefou.video;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where videos are kept while their frames are read: a folder of the gate's data, its owner's. Two
 * gates may share it, as while one takes over from the other, and so may the command line. So each
 * has a folder of its own in it, with a file that it has locked as long as it lives. Safe for many
 * threads.
 */
final class VideoFolder implements AutoCloseable {
  private static final String OWN = "held";
  private static final String LOCK = "lock";

  /** Somebody who clears up may take a new folder for one that was left, once or twice. */
  private static final int ATTEMPTS = 10;

  private final Path path;
  private final FreeSpace space;
  private @Nullable Held held;

  VideoFolder(Path path, FreeSpace space) {
    this.path = path;
    this.space = space;
  }

  /** Locked as long as the channel is open. */
  private record Held(Path folder, FileChannel lock) {
    boolean isThere() {
      return Files.exists(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** The folder that is this one's alone, made when missing. */
  synchronized Path own() throws IOException {
    Held known = held;
    if (known != null && known.isThere()) {
      return known.folder();
    }
    close();
    Held made = hold();
    held = made;
    return made.folder();
  }

  /**
   * Whether so many bytes more can be kept.
   *
   * @throws IOException when there is no room for them
   */
  void check(long more) throws IOException {
    space.check(path, more);
  }

  private Held hold() throws IOException {
    make();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      // For its owner only: that is how temporary folders are made.
      Held made = held(Files.createTempDirectory(path, OWN));
      if (made != null) {
        return made;
      }
    }
    throw new IOException("no folder in " + path + " stays");
  }

  /** Null when somebody removed it before it was locked. */
  private static @Nullable Held held(Path folder) throws IOException {
    FileChannel lock;
    try {
      lock =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (NoSuchFileException removed) {
      return null;
    }
    Held made = new Held(folder, lock);
    if (isFree(lock) && made.isThere()) {
      return made;
    }
    lock.close();
    return null;
  }

  /** Removes what programs left behind that were ended in the middle. For the gate's start. */
  void empty() throws IOException {
    make();
    for (Path left : within(path)) {
      if (!Files.isDirectory(left, LinkOption.NOFOLLOW_LINKS)) {
        Files.deleteIfExists(left);
      } else if (String.valueOf(left.getFileName()).startsWith(OWN)) {
        removeUnheld(left);
      }
    }
  }

  private static void removeUnheld(Path folder) throws IOException {
    try (FileChannel lock =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      if (isFree(lock)) {
        remove(folder);
      }
    } catch (NoSuchFileException unlocked) {
      // Its lock goes last: there is nothing in it, or somebody is just about to hold it.
      removeEmpty(folder);
    } catch (AccessDeniedException foreign) {
      // Another user's, such as of somebody at the command line: nobody else can look into it.
    }
  }

  private static void remove(Path folder) throws IOException {
    Path lock = folder.resolve(LOCK);
    for (Path file : within(folder)) {
      if (!file.equals(lock)) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(lock);
    removeEmpty(folder);
  }

  private static void removeEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException used) {
      // By somebody who holds it now.
    }
  }

  private static List<Path> within(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (NoSuchFileException removed) {
      return List.of();
    }
  }

  /** Taken then, by this channel. */
  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      FileLock taken = channel.tryLock();
      return taken != null;
    } catch (OverlappingFileLockException held) {
      return false;
    }
  }

  private void make() throws IOException {
    Files.createDirectories(path);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
  }

  /** Removes the own folder, and whatever is in it. */
  @Override
  public synchronized void close() throws IOException {
    Held known = held;
    held = null;
    if (known != null) {
      FileChannel lock = known.lock();
      try (lock) {
        remove(known.folder());
      }
    }
  }
}
