package eu.gardefou.matching;

import eu.gardefou.hashing.index.HammingIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index as files, so that a node with millions of entries starts in seconds. The database stays
 * the record: files that are missing, damaged or of another database cost time and nothing else.
 *
 * <p>A save is a folder with one file for each bank and a list of them, which names the revision
 * from before the first file was written. What changes meanwhile may be in some files and not in
 * others: it has a later revision, and whoever begins with the files reads it again. The folder
 * gets its name when all of it is there.
 */
final class IndexFolder {
  private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);
  private static final String SAVED = "saved";
  private static final String UNFINISHED = "unfinished-";
  private static final String LIST = "banks.properties";
  private static final String SUFFIX = ".pdq";

  private final Path folder;
  private final Executor background;
  private final Saver saver;

  /**
   * Works in a folder, which is made when it is needed.
   *
   * @param background where the tables of what was read are built anew later on
   */
  IndexFolder(Path folder, Executor background) {
    this(folder, background, HammingIndex::save);
  }

  IndexFolder(Path folder, Executor background, Saver saver) {
    this.folder = folder;
    this.background = background;
    this.saver = saver;
  }

  /** Saves one bank, as it is at one moment. */
  @FunctionalInterface
  interface Saver {
    void save(HammingIndex bank, Path file) throws IOException;
  }

  /**
   * Saves what is known, while it may go on changing.
   *
   * @throws IOException also when nothing was read yet, or all was read anew meanwhile
   */
  synchronized void save(LiveIndex live) throws IOException {
    Index index = live.known();
    if (index.banks().isEmpty()) {
      // What earlier files held may have been changed in place already, and nothing says how far.
      throw new IOException("the banks were not read yet");
    }
    Files.createDirectories(folder);
    removeOthers();
    Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
    try {
      Map<Integer, String> seals = new HashMap<>();
      for (Map.Entry<Integer, HammingIndex> bank : index.hashes().entrySet()) {
        Path file = unfinished.resolve(bank.getKey() + SUFFIX);
        saver.save(bank.getValue(), file);
        seals.put(bank.getKey(), SaveList.seal(file));
      }
      // Before it is asked how far all of this reaches.
      Map<Long, SetAside> setAside = Map.copyOf(index.setAside());
      list(index, setAside, live.settled(), seals).write(unfinished.resolve(LIST));
      replaceBy(unfinished);
    } finally {
      removeOthers();
    }
  }

  @SuppressWarnings("ReferenceEquality") // the very same, and not one that has the same in it
  private static SaveList list(
      Index before, Map<Long, SetAside> setAside, Index after, Map<Integer, String> seals)
      throws IOException {
    Index.Revision revision = before.revision();
    Index.Revision until = after.until();
    // What is changed in place is the same as long as the history is.
    if (revision == null || until == null || before.setAside() != after.setAside()) {
      throw new IOException("the banks were read anew while they were saved, or not at all");
    }
    return new SaveList(revision, until, seals, setAside);
  }

  /** Whoever is stopped in between begins with nothing, or with a whole save. */
  private void replaceBy(Path unfinished) throws IOException {
    Path saved = folder.resolve(SAVED);
    if (Files.isDirectory(saved)) {
      Path before = Files.createTempDirectory(folder, UNFINISHED);
      Files.move(saved, before.resolve(SAVED), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(unfinished, saved, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What was saved last, if all of it can be read. Whether the database knows it is to be seen. */
  Optional<Index> load() {
    Path saved = folder.resolve(SAVED);
    if (!Files.isDirectory(saved)) {
      return Optional.empty();
    }
    try {
      return Optional.of(load(saved));
    } catch (IOException | RuntimeException unreadable) {
      log.warn("the saved banks in {} cannot be used; the database is read", saved, unreadable);
      return Optional.empty();
    }
  }

  private Index load(Path saved) throws IOException {
    SaveList list = SaveList.read(saved.resolve(LIST));
    Map<Integer, HammingIndex> banks = new HashMap<>();
    for (Map.Entry<Integer, String> bank : list.seals().entrySet()) {
      Path file = saved.resolve(bank.getKey() + SUFFIX);
      if (!SaveList.seal(file).equals(bank.getValue())) {
        throw new IOException(file + " is of another save");
      }
      banks.put(bank.getKey(), HammingIndex.builder().rebuildOn(background).load(file).build());
    }
    return new Index(
        list.revision(), list.until(), banks, new ConcurrentHashMap<>(list.setAside()), Map.of());
  }

  /** What earlier attempts left, this one if it failed, and the save that was replaced. */
  private void removeOthers() throws IOException {
    for (Path other : list(folder)) {
      if (other.getFileName().toString().startsWith(UNFINISHED)) {
        remove(other);
      }
    }
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return new ArrayList<>(files.toList());
    }
  }

  private static void remove(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      for (Path inside : list(path)) {
        remove(inside);
      }
    }
    Files.delete(path);
  }
}
