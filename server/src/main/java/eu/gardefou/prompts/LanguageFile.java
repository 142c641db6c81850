package eu.gardefou.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
          "verb-last",
          "head-last",
          "prefixes",
          "negating-prefix",
          "initials",
          "numbers",
          "words",
          "ordinary",
          "sets",
          "look-alikes",
          "examples",
          "strangers");

  private static final Pattern SIGN = Pattern.compile("~[^ ….]*");
  private static final String WITHOUT_AFTER = "without-after";

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
    Map<Language.Heading, List<String>> words = words();
    List<String> ordinary = list(root.get("ordinary"));
    List<String> lookAlikes = lookAlikes();
    return new Language(
        text("language"),
        endings(),
        list(root.get("clitics")),
        list(root.get("clitics-after")),
        Boolean.TRUE.equals(root.get("umlauts")),
        Boolean.TRUE.equals(root.get("compounds")),
        Boolean.TRUE.equals(root.get("verb-last")),
        Boolean.TRUE.equals(root.get("head-last")),
        list(root.get("prefixes")),
        root.containsKey("negating-prefix") ? text("negating-prefix") : "",
        initials(),
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

  private Map<Language.Heading, List<String>> words() {
    Map<Language.Heading, List<String>> words = new LinkedHashMap<>();
    map("words").forEach((key, value) -> words.put(heading(key), checked(list(value))));
    return words;
  }

  /** "Without" that stands after its noun says of it that it is off. */
  private Language.Heading heading(String word) {
    if (word.equals(WITHOUT_AFTER)) {
      return new Language.Heading(Sense.of(Sense.WITHOUT, Sense.OFF), Sense.Kind.NONE);
    }
    for (Sense sense : Sense.values()) {
      if (sense.word().equals(word)) {
        return Language.Heading.of(sense);
      }
    }
    throw mistake("unknown sense " + word);
  }

  private List<String> checked(List<String> words) {
    Map<String, Object> endings = map("endings");
    for (String word : words) {
      for (String part : word.split("[ …]+", -1)) {
        String list = part.substring(part.indexOf('~') + 1).replace(".", "");
        boolean named = part.indexOf('~') >= 0 && !list.isEmpty();
        check(!named || endings.containsKey(list), "unknown endings of " + word);
      }
    }
    return words;
  }

  private Map<String, List<String>> endings() {
    Map<String, List<String>> endings = new LinkedHashMap<>();
    map("endings").forEach((list, value) -> endings.put(list, list(value)));
    return endings;
  }

  private List<Language.Initial> initials() {
    List<Language.Initial> initials = new ArrayList<>();
    for (String change : list(root.get("initials"))) {
      String[] sides = change.split(">", -1);
      check(sides.length == 2 && !sides[0].isEmpty(), "no initial change: " + change);
      initials.add(new Language.Initial(sides[0], sides[1].replace("'", "")));
    }
    return initials;
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

  private String sample(Map<Language.Heading, List<String>> words, List<String> ordinary) {
    var sample = new StringBuilder();
    words.values().forEach(list -> append(sample, list));
    append(sample, ordinary);
    examples().values().forEach(list -> append(sample, list));
    return sample.toString();
  }

  private static void append(StringBuilder sample, List<String> texts) {
    texts.forEach(text -> sample.append(SIGN.matcher(text).replaceAll("")).append('\n'));
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
