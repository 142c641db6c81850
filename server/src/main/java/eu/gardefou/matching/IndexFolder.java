package eu.gardefou.matching;

import eu.gardefou.hashing.index.HammingIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index as files, so that a node with millions of entries starts in seconds. The database stays
 * the record: files that are missing, damaged or of another database cost time and nothing else.
 *
 * <p>A save is a folder with one file for each bank and a list of them, which names the revision.
 * It gets its name when all of it is there.
 */
final class IndexFolder {
  private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);
  private static final String SAVED = "saved";
  private static final String UNFINISHED = "unfinished-";
  private static final String LIST = "banks.properties";
  private static final String SUFFIX = ".pdq";
  private static final String SIZE = "size.";
  private static final String ASIDE = "aside.";
  private static final String QUARANTINED = " quarantined";

  private final Path folder;
  private final Executor background;

  /**
   * Works in a folder, which is made when it is needed.
   *
   * @param background where the tables of what was read are built anew later on
   */
  IndexFolder(Path folder, Executor background) {
    this.folder = folder;
    this.background = background;
  }

  /**
   * Saves what is known, unless it changes meanwhile: then the files and the list would not be of
   * one moment.
   *
   * @return whether it was saved
   */
  boolean save(LiveIndex live) throws IOException {
    long refreshes = live.refreshes();
    Index index = live.known();
    Index.Revision revision = index.revision();
    if (revision == null || refreshes % 2 != 0) {
      return false;
    }
    Files.createDirectories(folder);
    removeOthers();
    Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
    Properties list = new Properties();
    list.setProperty("revision", Long.toString(revision.number()));
    list.setProperty("token", revision.token().toString());
    for (Map.Entry<Integer, HammingIndex> bank : index.hashes().entrySet()) {
      bank.getValue().save(unfinished.resolve(bank.getKey() + SUFFIX));
      list.setProperty(SIZE + bank.getKey(), Integer.toString(bank.getValue().size()));
    }
    index.setAside().forEach((number, aside) -> list.setProperty(ASIDE + number, words(aside)));
    try (Writer out = Files.newBufferedWriter(unfinished.resolve(LIST))) {
      list.store(out, "The banks in these files. The database is the record.");
    }
    if (live.refreshes() != refreshes) {
      remove(unfinished);
      return false;
    }
    Path saved = folder.resolve(SAVED);
    if (Files.isDirectory(saved)) {
      remove(saved);
    }
    Files.move(unfinished, saved, StandardCopyOption.ATOMIC_MOVE);
    return true;
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
    Properties list = new Properties();
    try (BufferedReader in = Files.newBufferedReader(saved.resolve(LIST))) {
      list.load(in);
    }
    Map<Integer, HammingIndex> banks = new HashMap<>();
    ConcurrentMap<Long, SetAside> setAside = new ConcurrentHashMap<>();
    for (String key : list.stringPropertyNames()) {
      if (key.startsWith(SIZE)) {
        int bank = Integer.parseInt(key.substring(SIZE.length()));
        banks.put(bank, load(saved.resolve(bank + SUFFIX), list.getProperty(key)));
      } else if (key.startsWith(ASIDE)) {
        setAside.put(
            Long.parseLong(key.substring(ASIDE.length())), setAside(list.getProperty(key)));
      }
    }
    Index.Revision revision =
        new Index.Revision(
            Long.parseLong(list.getProperty("revision")),
            UUID.fromString(list.getProperty("token")));
    return new Index(revision, banks, setAside, Map.of());
  }

  private static String words(SetAside aside) {
    return aside.until() + (aside.quarantined() ? QUARANTINED : "");
  }

  private static SetAside setAside(String words) {
    boolean quarantined = words.endsWith(QUARANTINED);
    String until = quarantined ? words.substring(0, words.length() - QUARANTINED.length()) : words;
    return new SetAside(Instant.parse(until), quarantined);
  }

  private HammingIndex load(Path file, String size) throws IOException {
    HammingIndex bank = HammingIndex.builder().rebuildOn(background).load(file).build();
    if (bank.size() != Integer.parseInt(size)) {
      throw new IOException(file + " has " + bank.size() + " entries and not " + size);
    }
    return bank;
  }

  /** What earlier attempts left. */
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

  private static void remove(Path directory) throws IOException {
    for (Path file : list(directory)) {
      Files.delete(file);
    }
    Files.delete(directory);
  }
}
