package eu.gardefou.prompts;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The reader of words with the canary file beside the real ones, and the files' own examples. */
public final class CanaryWords {
  private static final List<String> REAL =
      List.of(
          "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it",
          "lt", "lv", "mt", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk");

  private static final String CANARY = "xc";

  private static final Map<String, Map<String, List<String>>> EXAMPLES = new ConcurrentHashMap<>();

  /** Reads the harmless forbidden concept exactly as it reads the real ones. */
  public static final Prompts PROMPTS = withCanary();

  private CanaryWords() {}

  private static Prompts withCanary() {
    return Prompts.load(Stream.concat(REAL.stream(), Stream.of(CANARY)).toList());
  }

  /** A reader of the canary and of English that sees every character as it is, hidden or not. */
  public static Prompts withoutCleaning() {
    return Prompts.load(List.of("en", CANARY), UnaryOperator.identity());
  }

  /** Requests for what the tests forbid. */
  public static List<String> canaries() {
    return examples(CANARY, "sexual", "undress");
  }

  /** The canary under its name in each language. */
  public static List<String> translations() {
    return LanguageFile.open(CANARY).language().words().entrySet().stream()
        .filter(words -> words.getKey().senses() == Sense.SEXUAL.bit())
        .flatMap(words -> words.getValue().stream())
        .map(word -> word.replace("~", ""))
        .toList();
  }

  /** Ordinary requests, from a language's data file. */
  public static List<String> ordinary(String language) {
    return examples(language, "passes");
  }

  /** The codes of the real languages. */
  public static List<String> languages() {
    return REAL;
  }

  private static List<String> examples(String code, String... headings) {
    Map<String, List<String>> all =
        EXAMPLES.computeIfAbsent(code, name -> LanguageFile.open(name).examples());
    return Stream.of(headings)
        .flatMap(heading -> all.getOrDefault(heading, List.of()).stream())
        .toList();
  }
}
