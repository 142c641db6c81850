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
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The files of a list as others write them: they may change at any time. */
final class Originals {
  /** Of all files together. */
  static final long LARGEST = 8L << 30;

  private static final int MOST = 10_000;

  private final List<Path> files;
  private final long size;

  private Originals(List<Path> files, long size) {
    this.files = files;
    this.size = size;
  }

  /**
   * A file, or the lists in a folder.
   *
   * @throws PeerFailure when there is none, or they are too large
   */
  static Originals at(Path path) throws IOException {
    List<Path> files = Files.isDirectory(path) ? within(path) : List.of(path);
    long size = 0;
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new PeerFailure(Kind.SETTINGS, "A list is a file.");
      }
      size += Files.size(file);
    }
    if (size > LARGEST || files.size() > MOST) {
      throw new PeerFailure(
          Kind.SETTINGS, "The lists of one exchange are up to 10,000 files of 8 GiB in all.");
    }
    return new Originals(files, size);
  }

  private static List<Path> within(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      List<Path> lists =
          found
              .filter(Rows::isList)
              .filter(Files::isRegularFile)
              .limit(MOST + 1L)
              .sorted()
              .toList();
      if (lists.isEmpty()) {
        // A folder that is not mounted looks the same, so nothing is withdrawn.
        throw new PeerFailure(Kind.UNREACHABLE, "There is no list in the folder.");
      }
      return lists;
    }
  }

  List<Path> files() {
    return files;
  }

  long size() {
    return size;
  }

  /** The same for the same names and bytes. */
  String digest() throws IOException {
    return digest(_ -> OutputStream.nullOutputStream());
  }

  /** The same, of what is written elsewhere on the way. */
  String digest(Copying copying) throws IOException {
    MessageDigest all = Digests.sha256();
    for (Path file : files) {
      all.update((file.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
      read(file, all, copying);
    }
    return HexFormat.of().formatHex(all.digest());
  }

  /** Where the bytes of a file go. */
  interface Copying {
    OutputStream of(Path file) throws IOException;
  }

  private static void read(Path file, MessageDigest all, Copying copying) throws IOException {
    long before = Files.size(file);
    FileTime written = Files.getLastModifiedTime(file);
    long read;
    try (OutputStream out = new DigestOutputStream(copying.of(file), all)) {
      read = Files.copy(file, out);
    }
    boolean same =
        read == before
            && Files.size(file) == before
            && Files.getLastModifiedTime(file).equals(written);
    if (!same) {
      throw new PeerFailure(Kind.BUSY, "A list is being written just now.");
    }
  }
}
