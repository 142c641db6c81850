package eu.gardefou.exchanges.files;

import eu.gardefou.exchanges.peer.Digests;
import eu.gardefou.exchanges.peer.PeerFailure;
import eu.gardefou.exchanges.peer.PeerFailure.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Private copies of the files as they were at one moment, so that all is checked before any. One
 * path has one place for them: what a program left there that was ended in the middle goes first.
 */
final class Snapshot implements AutoCloseable {
  /** The database is on the same disk, more often than not. */
  static final long SPARE = 1L << 30;

  private final List<Copy> copies = new ArrayList<>();
  private final Path place;
  private final FileChannel lock;
  private final String digest;

  /** One copied file. */
  record Copy(String name, Path path) {}

  private Snapshot(Path place, FileChannel lock, Originals originals) throws IOException {
    this.place = place;
    this.lock = lock;
    empty(place);
    Files.createDirectory(place);
    this.digest = originals.digest(this::copy);
  }

  /**
   * Copies what a path leads to.
   *
   * @param folder for all copies
   * @throws PeerFailure when there is no room, or somebody else reads the same path
   */
  static Snapshot of(Path path, Path folder) throws IOException {
    Originals originals = Originals.at(path);
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    checkRoom(originals.size(), Files.getFileStore(folder).getUsableSpace());
    String name = Digests.sha256(path.toString());
    FileChannel lock = lock(folder.resolve(name + ".lock"));
    Path place = folder.resolve(name);
    try {
      return new Snapshot(place, lock, originals);
    } catch (IOException | RuntimeException e) {
      empty(place);
      lock.close();
      throw e;
    }
  }

  static void checkRoom(long needed, long room) {
    if (room - needed < SPARE) {
      throw new PeerFailure(
          Kind.UNREACHABLE,
          "There is no room on the disk for a copy of the lists while they are" + " read.");
    }
  }

  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock taken = channel.tryLock();
      if (taken != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Told below.
    }
    channel.close();
    throw new PeerFailure(Kind.BUSY, "Somebody else reads this list just now.");
  }

  private OutputStream copy(Path file) throws IOException {
    Path copy = place.resolve(String.valueOf(copies.size()));
    copies.add(new Copy(String.valueOf(file.getFileName()), copy));
    return Files.newOutputStream(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static void empty(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return;
    }
    try (Stream<Path> left = Files.list(place)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(place);
  }

  /** The same for the same names and bytes. */
  String digest() {
    return digest;
  }

  List<Copy> copies() {
    return List.copyOf(copies);
  }

  @Override
  public void close() {
    try (lock) {
      empty(place);
    } catch (IOException e) {
      // Left to the next one that is made of this path.
    }
  }
}
