package eu.gardefou.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The folder in which one installation keeps everything. Made on first use, readable by its owner
 * only. Safe for many threads.
 */
public final class DataFolder implements AutoCloseable {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** The mode of a file that only its owner may read. */
  static final FileAttribute<?> OWNER_ONLY_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path path;
  private @Nullable FileChannel lock;

  /** Names a folder; nothing is touched yet. */
  public DataFolder(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /** The folder that {@code gardefou.data} names. */
  static DataFolder of(Environment environment) {
    return new DataFolder(Path.of(environment.getProperty("gardefou.data", "./data")));
  }

  /** The absolute path. */
  public Path path() {
    return path;
  }

  /**
   * Makes the folder, for its owner only, unless it is there: before anything else writes into it.
   *
   * @throws DatabaseProblem with one plain sentence when that cannot be, or it is not writable
   */
  public DataFolder make() {
    folder("");
    if (!Files.isWritable(path)) {
      throw DatabaseProblem.of(path, new AccessDeniedException(path.toString()));
    }
    return this;
  }

  /**
   * A secret of this installation: read from {@code keys/<name>}, made at random (and durable
   * before this returns) when there is none.
   *
   * @param name of the file, such as {@code evidence}
   * @throws DatabaseProblem with one plain sentence when the file is unreadable or damaged
   */
  public byte[] secret(String name) {
    return new SecretFile(folder("keys").resolve(name)).readOrMake();
  }

  /** The same as 64 hexadecimal digits. */
  String secretText(String name) {
    return HexFormat.of().formatHex(secret(name));
  }

  /** A folder inside, made when missing. */
  Path folder(String name) {
    Path folder = path.resolve(name);
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(path.getParent() == null ? path : path.getParent());
        makeOwnerOnly(path);
        makeOwnerOnly(folder);
      }
      return folder;
    } catch (IOException e) {
      throw DatabaseProblem.of(path, e);
    }
  }

  /**
   * Takes the folder for this process, until {@link #close}.
   *
   * @throws DatabaseProblem when another process, or another part of this one, has it
   */
  void claim() {
    if (!tryClaim()) {
      throw new DatabaseProblem(
          "The folder "
              + path
              + " is in use by another Gardefou: stop that one, or choose another folder with"
              + " GARDEFOU_DATA.");
    }
  }

  /** Takes the folder unless another process, or another part of this one, has it. */
  synchronized boolean tryClaim() {
    if (lock != null) {
      return true;
    }
    Path file = folder("").resolve("lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel)) {
        lock = channel;
        return true;
      }
      channel.close();
      return false;
    } catch (IOException e) {
      throw DatabaseProblem.of(path, e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock taken = channel.tryLock();
      return taken != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void makeOwnerOnly(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder, OWNER_ONLY);
    }
  }

  /** Gives the folder back. */
  @Override
  public synchronized void close() {
    FileChannel channel = lock;
    lock = null;
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw DatabaseProblem.of(path, e);
    }
  }
}
