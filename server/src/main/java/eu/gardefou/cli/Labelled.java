package eu.gardefou.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A picture and what somebody says that it is.
 *
 * @param label such as {@code ordinary} or {@code explicit}
 * @param group such as what the person in it says of themselves; empty when nobody said
 */
record Labelled(Path file, String label, String group) {
  private static final int LONGEST = 60;

  /**
   * All of a folder: its folders are the labels, or a file {@code labels.csv} in it says them, one
   * {@code file,label} or {@code file,label,group} a line.
   */
  static List<Labelled> readAll(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Problem("There is no such folder: " + folder + ".");
    }
    Path list = folder.resolve("labels.csv");
    List<Labelled> all = Files.isRegularFile(list) ? listed(folder, list) : inFolders(folder);
    if (all.isEmpty()) {
      throw new Problem(
          "There is nothing to look at: the folder needs folders named by labels, or labels.csv.");
    }
    return all;
  }

  private static List<Labelled> inFolders(Path folder) {
    List<Labelled> all = new ArrayList<>();
    try (Stream<Path> labels = Files.list(folder)) {
      for (Path label : labels.filter(Files::isDirectory).sorted().toList()) {
        String name = clean(String.valueOf(label.getFileName()));
        GivenFile.within(label).forEach(file -> all.add(new Labelled(file, name, "")));
      }
    } catch (IOException failure) {
      throw new Problem("The folder cannot be read.");
    }
    return all;
  }

  private static List<Labelled> listed(Path folder, Path list) {
    List<Labelled> all = new ArrayList<>();
    List<String> lines = GivenFile.lines(list);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || (i == 0 && line.startsWith("file,label"))) {
        continue;
      }
      String[] parts = line.split(",", -1);
      if (parts.length < 2 || parts.length > 3 || parts[1].isBlank()) {
        throw new Problem(
            "labels.csv, line " + (i + 1) + ": it is not file,label or file,label,group.");
      }
      String group = parts.length == 3 ? clean(parts[2]) : "";
      all.add(new Labelled(within(folder, parts[0], i + 1), clean(parts[1]), group));
    }
    return all;
  }

  private static Path within(Path folder, String name, int line) {
    try {
      Path file = folder.resolve(name.strip()).normalize();
      if (file.startsWith(folder.normalize())) {
        return file;
      }
    } catch (InvalidPathException notOne) {
      throw new Problem("labels.csv, line " + line + ": that is no name of a file.");
    }
    throw new Problem("labels.csv, line " + line + ": the file lies outside the folder.");
  }

  private static String clean(String text) {
    String clean = text.strip().replaceAll("[^\\p{L}\\p{N} ._-]", "_");
    return clean.substring(0, Math.min(LONGEST, clean.length()));
  }
}
