package eu.gardefou.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Sentences of one language by which the reading of prompts is examined.
 *
 * @param language ISO 639-1 code
 * @param refused requests that have to be refused
 * @param ordinary requests that have to pass
 */
record KeptApart(String language, List<String> refused, List<String> ordinary) {
  private static final String SUFFIX = ".yaml";

  /**
   * All sets of a folder in the order of their languages.
   *
   * @param languages only these; empty: all
   * @throws Problem when the folder or a file is no such thing
   */
  static List<KeptApart> readAll(Path folder, List<String> languages) {
    List<KeptApart> sets = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = file.getFileName().toString();
      String language = name.substring(0, name.length() - SUFFIX.length());
      if (languages.isEmpty() || languages.contains(language)) {
        sets.add(read(file, language));
      }
    }
    for (String wanted : languages) {
      if (sets.stream().noneMatch(set -> set.language().equals(wanted))) {
        throw new Problem(folder + " has no file " + wanted + SUFFIX + ".");
      }
    }
    if (sets.isEmpty()) {
      throw new Problem(folder + " has no files of sentences, such as en" + SUFFIX + ".");
    }
    return sets;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException unreadable) {
      throw new Problem(folder + " is no folder that can be read.");
    }
  }

  private static KeptApart read(Path file, String language) {
    try (Reader text = Files.newBufferedReader(file)) {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      if (root instanceof Map<?, ?> lists) {
        return new KeptApart(
            language,
            sentences(file, lists.get("refused")),
            sentences(file, lists.get("ordinary")));
      }
    } catch (IOException | YAMLException unreadable) {
      throw new Problem(file + " cannot be read: " + unreadable.getMessage());
    }
    throw new Problem(file + " holds no lists.");
  }

  private static List<String> sentences(Path file, @Nullable Object value) {
    List<String> sentences = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object item : list) {
        if (!(item instanceof String sentence)) {
          throw new Problem(file + " holds something that is no sentence: " + item);
        }
        sentences.add(sentence);
      }
    }
    if (sentences.isEmpty()) {
      throw new Problem(file + " needs two lists of sentences: refused and ordinary.");
    }
    return sentences;
  }
}
