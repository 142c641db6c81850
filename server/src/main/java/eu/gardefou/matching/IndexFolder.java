package eu.gardefou.matching;

import eu.gardefou.hashing.index.HammingIndex;
import eu.gardefou.hashing.index.UnreadableIndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index as files, so that a node with millions of entries starts in seconds. The database stays
 * the record: files that are missing, damaged or of another database cost time and nothing else.
 *
 * <p>One folder for each save, named by the entry that changed last, with one file for each bank. A
 * folder has its name only when all of its files are complete.
 */
final class IndexFolder {
  private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);
  private static final Pattern NAME =
      Pattern.compile("(\\d{1,18})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
  private static final String UNFINISHED = "unfinished-";
  private static final String SUFFIX = ".pdq";

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

  /** Saves an index, and removes what was saved before. */
  void save(Index index) throws IOException {
    Index.Latest latest = index.latest();
    if (latest == null) {
      return;
    }
    Path target = folder.resolve(latest.changed() + "-" + latest.entry());
    if (Files.isDirectory(target)) {
      return;
    }
    Files.createDirectories(folder);
    Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
    for (Map.Entry<String, HammingIndex> bank : index.hashes().entrySet()) {
      bank.getValue().save(unfinished.resolve(bank.getKey() + SUFFIX));
    }
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    for (Path other : list(folder)) {
      if (!other.equals(target)) {
        remove(other);
      }
    }
  }

  /** The index that was saved last, if it can be read; its radii are not known. */
  Optional<Index> load() {
    try {
      return Files.isDirectory(folder)
          ? list(folder).stream()
              .map(IndexFolder::latest)
              .flatMap(Optional::stream)
              .max(Comparator.comparingLong(Index.Latest::changed))
              .flatMap(this::load)
          : Optional.empty();
    } catch (IOException unreadable) {
      log.warn("the saved banks in {} cannot be listed", folder, unreadable);
      return Optional.empty();
    }
  }

  private Optional<Index> load(Index.Latest latest) {
    Path saved = folder.resolve(latest.changed() + "-" + latest.entry());
    try {
      Map<String, HammingIndex> banks = new HashMap<>();
      for (Path file : list(saved)) {
        String name = file.getFileName().toString();
        String bank = name.substring(0, name.length() - SUFFIX.length());
        banks.put(bank, HammingIndex.builder().rebuildOn(background).load(file).build());
      }
      return Optional.of(new Index(latest.changed(), latest, banks, Map.of()));
    } catch (UnreadableIndexException damaged) {
      log.warn("the saved banks in {} are damaged and are read from the database", saved, damaged);
    } catch (IOException unreadable) {
      log.warn("the saved banks in {} cannot be read", saved, unreadable);
    }
    return Optional.empty();
  }

  private static Optional<Index.Latest> latest(Path saved) {
    Matcher name = NAME.matcher(saved.getFileName().toString());
    return name.matches()
        ? Optional.of(
            new Index.Latest(Long.parseLong(name.group(1)), UUID.fromString(name.group(2))))
        : Optional.empty();
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
