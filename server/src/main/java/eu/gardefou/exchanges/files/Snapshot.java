package eu.gardefou.exchanges.files;

import eu.gardefou.exchanges.peer.Digests;
import eu.gardefou.exchanges.peer.PeerFailure;
import eu.gardefou.exchanges.peer.PeerFailure.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Private copies of the files as they were at one moment, so that all is checked before any. */
final class Snapshot implements AutoCloseable {
  private static final long LARGEST = 16L << 30;

  private final List<Copy> copies = new ArrayList<>();
  private final String digest;

  /** One copied file. */
  record Copy(String name, Path path) {}

  /**
   * Copies a file, or the lists in a folder.
   *
   * @throws PeerFailure when they cannot be read, or are being written
   */
  Snapshot(Path path) {
    MessageDigest all = Digests.sha256();
    try {
      for (Path file : files(path)) {
        all.update((file.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
        copy(file, all);
      }
    } catch (IOException e) {
      close();
      throw new PeerFailure(Kind.UNREACHABLE, "A list cannot be read.", e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    this.digest = HexFormat.of().formatHex(all.digest());
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> found = Files.list(path)) {
      List<Path> lists = found.filter(Rows::isList).filter(Files::isRegularFile).sorted().toList();
      if (lists.isEmpty()) {
        // A folder that is not mounted looks the same, so nothing is withdrawn.
        throw new PeerFailure(Kind.UNREACHABLE, "There is no list in the folder.");
      }
      return lists;
    }
  }

  private void copy(Path file, MessageDigest all) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
      throw new PeerFailure(Kind.SETTINGS, "A list is a file of up to 16 GiB.");
    }
    long size = Files.size(file);
    FileTime written = Files.getLastModifiedTime(file);
    Path copy = Files.createTempFile("gardefou-list", null);
    copies.add(new Copy(String.valueOf(file.getFileName()), copy));
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(copy), all)) {
      Files.copy(file, out);
    }
    boolean same =
        Files.size(file) == size
            && Files.size(copy) == size
            && Files.getLastModifiedTime(file).equals(written);
    if (!same) {
      throw new PeerFailure(Kind.BUSY, "A list is being written just now.");
    }
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
    for (Copy copy : copies) {
      try {
        Files.deleteIfExists(copy.path());
      } catch (IOException e) {
        // Left to whoever cleans the folder for temporary files.
      }
    }
  }
}
