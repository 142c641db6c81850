package eu.gardefou.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads the data file of a language. The file is part of the program, so a mistake in it is a
 * mistake of its author: it stops the start with a sentence that names the file and the key.
 */
final class LanguageFile {
  private static final Set<String> KEYS =
      Set.of(
          "language",
          "endings",
          "clitics",
          "clitics-after",
          "umlauts",
          "compounds",
          "prefixes",
          "numbers",
          "words",
          "ordinary",
          "sets",
          "look-alikes",
          "examples",
          "strangers");

  private final String name;
  private final Map<?, ?> root;

  private LanguageFile(String name, Map<?, ?> root) {
    this.name = name;
    this.root = root;
    for (Object key : root.keySet()) {
      check(KEYS.contains(String.valueOf(key)), "unknown key " + key);
    }
  }

  static LanguageFile open(String code) {
    String name = code + ".yaml";
    try (InputStream file = LanguageFile.class.getResourceAsStream("/prompts/" + name)) {
      if (file == null) {
        throw new IllegalStateException("The prompt data file " + name + " is missing.");
      }
      return parse(name, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LanguageFile parse(String name, InputStream file) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Object root = new Yaml(new SafeConstructor(options)).load(file);
    if (root instanceof Map<?, ?> map) {
      return new LanguageFile(name, map);
    }
    throw new IllegalStateException("The prompt data file " + name + " is not a map.");
  }

  Language language() {
    Map<Sense, List<String>> words = words();
    List<String> ordinary = list(root.get("ordinary"));
    List<String> lookAlikes = lookAlikes();
    return new Language(
        text("language"),
        endings(),
        list(root.get("clitics")),
        list(root.get("clitics-after")),
        Boolean.TRUE.equals(root.get("umlauts")),
        Boolean.TRUE.equals(root.get("compounds")),
        list(root.get("prefixes")),
        numbers(),
        words,
        ordinary,
        lookAlikes,
        sample(words, ordinary));
  }

  /** Sample texts of languages that no data file covers. */
  Map<String, String> strangers() {
    Map<String, String> strangers = new LinkedHashMap<>();
    map("strangers").forEach((code, sample) -> strangers.put(code, String.valueOf(sample)));
    return strangers;
  }

  /** The file's own examples: heading to sentences. */
  Map<String, List<String>> examples() {
    Map<String, List<String>> examples = new LinkedHashMap<>();
    map("examples").forEach((heading, value) -> examples.put(heading, sentences(value)));
    return examples;
  }

  private Map<Sense, List<String>> words() {
    Map<Sense, List<String>> words = new EnumMap<>(Sense.class);
    map("words").forEach((key, value) -> words.put(sense(key), list(value)));
    return words;
  }

  private Sense sense(String word) {
    for (Sense sense : Sense.values()) {
      if (sense.word().equals(word)) {
        return sense;
      }
    }
    throw mistake("unknown sense " + word);
  }

  private Map<Sense.Kind, List<String>> endings() {
    Map<Sense.Kind, List<String>> endings = new EnumMap<>(Sense.Kind.class);
    map("endings")
        .forEach((kind, value) ->
            endings.put(Sense.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), list(value)));
    return endings;
  }

  private Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    map("numbers").forEach((word, value) -> numbers.put(word, (Integer) value));
    return numbers;
  }

  /** Look-alikes with each set, written {@code {food}}, replaced by its members in turn. */
  private List<String> lookAlikes() {
    Map<String, Object> sets = map("sets");
    List<String> phrases = list(root.get("look-alikes"));
    for (Map.Entry<String, Object> set : sets.entrySet()) {
      String reference = "{" + set.getKey() + "}";
      List<String> members = list(set.getValue());
      List<String> expanded = new ArrayList<>();
      for (String phrase : phrases) {
        if (phrase.contains(reference)) {
          members.forEach(member -> expanded.add(phrase.replace(reference, member)));
        } else {
          expanded.add(phrase);
        }
      }
      phrases = expanded;
    }
    phrases.forEach(phrase -> check(!phrase.contains("{"), "unknown set in " + phrase));
    return phrases;
  }

  private String sample(Map<Sense, List<String>> words, List<String> ordinary) {
    var sample = new StringBuilder();
    words.values().forEach(list -> append(sample, list));
    append(sample, ordinary);
    examples().values().forEach(list -> append(sample, list));
    return sample.toString();
  }

  private static void append(StringBuilder sample, List<String> texts) {
    texts.forEach(text -> sample.append(text.replace("~", "")).append('\n'));
  }

  private Map<String, Object> map(String key) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (root.get(key) instanceof Map<?, ?> values) {
      values.forEach((k, v) -> map.put(String.valueOf(k), v));
    } else {
      check(root.get(key) == null, key + " is not a map");
    }
    return map;
  }

  private String text(String key) {
    if (root.get(key) instanceof String value) {
      return value;
    }
    throw mistake(key + " is missing");
  }

  /** Items parted by commas, on one line or many. */
  private List<String> list(@Nullable Object value) {
    List<String> items = new ArrayList<>();
    for (String line : sentences(value)) {
      for (String item : line.split(",", -1)) {
        String word = item.trim();
        items.add(word.equals("''") ? "" : word);
      }
    }
    return items;
  }

  private List<String> sentences(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> lines) {
      return lines.stream().map(this::sentence).toList();
    }
    return List.of(sentence(value));
  }

  private String sentence(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw mistake(value + " needs quotes");
  }

  private void check(boolean good, String mistake) {
    if (!good) {
      throw mistake(mistake);
    }
  }

  private IllegalStateException mistake(String what) {
    return new IllegalStateException(
        "The prompt data file " + name + " has a mistake: " + what + ".");
  }
}
