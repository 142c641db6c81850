package eu.gardefou.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import eu.gardefou.access.AccessProblem;
import eu.gardefou.matching.BankKind;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.media.UnreadablePicture;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Kind;
import eu.gardefou.prompts.Concept;
import eu.gardefou.vision.ModelState;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.dom.DOMMarkupParser;
import org.attoparser.dom.Document;
import org.attoparser.dom.Element;
import org.attoparser.dom.INestableNode;
import org.attoparser.dom.INode;
import org.attoparser.dom.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text a person reads is in a bundle, and every text in a bundle is read by somebody. */
final class ConsoleTextsTest {
  private static final Path MAIN = Path.of("src/main");
  private static final Path SOURCES = MAIN.resolve("java/eu/gardefou/console");
  private static final Path BUNDLES = MAIN.resolve("resources/messages");
  private static final Pattern TEMPLATE_KEY = Pattern.compile("#\\{([a-z0-9.-]+)");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9.-]+)\"");
  private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([^\"]+)\"");

  /** Families whose keys end in a value, with all values that we know of. */
  private static final Map<String, List<String>> FAMILIES =
      Map.ofEntries(
          Map.entry("word", words(Decision.values())),
          Map.entry("meaning", words(Decision.values())),
          Map.entry("kind", words(Kind.values())),
          Map.entry("stage", DecisionsPages.STAGES),
          Map.entry(
              "decision.what",
              List.of(
                  "generate.request",
                  "edit.request",
                  "generate.result",
                  "edit.result",
                  "upload.upload")),
          Map.entry("concept", words(Concept.values())),
          Map.entry(
              "measure",
              List.of(
                  "explicit",
                  "explicit-part",
                  "suggestive",
                  "photographic",
                  "bare-skin",
                  "newly-bare",
                  "barer",
                  "unknown")),
          Map.entry(
              "checked",
              List.of(
                  "prompts",
                  "vision",
                  "matching",
                  "elsewhere",
                  "media",
                  "mask",
                  "lineage",
                  "change",
                  "reading")),
          Map.entry(
              "why",
              List.of(
                  "missing-model",
                  "missing",
                  "checksum",
                  "manifest",
                  "unfit",
                  "switched-off",
                  "faces",
                  "no-program",
                  "busy",
                  "failed",
                  "timeout",
                  "unreadable",
                  "interrupted",
                  "not-configured",
                  "no-database",
                  "no-text",
                  "no-request",
                  "no-face",
                  "replaced",
                  "nothing-found")),
          Map.entry("picture", words(UnreadablePicture.Cause.values())),
          Map.entry("bank.problem", words(BankProblem.Cause.values())),
          Map.entry("bank.make.problem", words(BankProblem.Cause.values())),
          Map.entry("bank.kind", words(BankKind.values())),
          Map.entry("bank.meaning", words(BankKind.values())),
          Map.entry("bank.standing", List.of("acting", "resting", "quarantined", "withdrawn")),
          Map.entry("rest", words(Rest.values())),
          Map.entry("exchange.state", words(ExchangeView.Standing.values())),
          Map.entry("problem", words(AccessProblem.Cause.values())),
          Map.entry("model", words(ModelState.State.values())),
          Map.entry("role", withHints(PeoplePages.ROLES)),
          Map.entry("scope", withHints(KeysPages.SCOPES)));

  private static final Set<String> TEXT_ATTRIBUTES =
      Set.of("alt", "title", "placeholder", "aria-label", "aria-description", "label", "summary");

  static Stream<Path> templates() throws IOException {
    return files(MAIN.resolve("resources/templates/console"), ".html");
  }

  static Stream<Path> bundles() throws IOException {
    return files(BUNDLES, ".properties")
        .filter(file -> file.getFileName().toString().startsWith("console"));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void templatesHoldNoTextOfTheirOwn(Path template) throws Exception {
    List<String> found = new ArrayList<>();
    walk(parse(template), found);
    assertThat(found).isEmpty();
  }

  @Test
  void everyTextThatIsAskedForExists() throws IOException {
    Set<String> asked = new TreeSet<>();
    templates().forEach(file -> asked.addAll(matches(TEMPLATE_KEY, file)));
    sources().forEach(file -> asked.addAll(matches(SAID, file)));
    asked.addAll(familyKeys());
    assertThat(english()).containsAll(asked);
  }

  @Test
  void everyTextIsAskedFor() throws IOException {
    Set<String> asked = new HashSet<>(familyKeys());
    templates().forEach(file -> asked.addAll(matches(TEMPLATE_KEY, file)));
    sources().forEach(file -> asked.addAll(matches(LITERAL, file)));
    assertThat(english()).allSatisfy(key -> assertThat(asked).contains(key));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyLanguageHasTheSameTexts(Path bundle) throws IOException {
    assertThat(load(bundle).stringPropertyNames()).isEqualTo(english());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyTextCanBeFormatted(Path bundle) throws IOException {
    load(bundle)
        .forEach((key, text) -> {
          assertThat((String) text).as("%s", key).isNotBlank().doesNotContain("'");
          assertThatCode(() -> new MessageFormat((String) text, Locale.ENGLISH))
              .as("%s", key)
              .doesNotThrowAnyException();
        });
  }

  private static void walk(INestableNode node, List<String> found) {
    for (INode child : node.getChildren()) {
      if (child instanceof Text text && !text.getContent().isBlank()) {
        found.add("text: " + text.getContent().strip());
      }
      if (child instanceof Element element) {
        look(element, found);
        walk(element, found);
      }
    }
  }

  private static void look(Element element, List<String> found) {
    if (Set.of("script", "style", "img", "picture", "iframe").contains(element.getElementName())) {
      found.add("element: " + element.getElementName());
    }
    element
        .getAttributeMap()
        .forEach((name, value) -> {
          boolean literal = TEXT_ATTRIBUTES.contains(name) && !value.isBlank();
          boolean inline = name.equals("style") || name.startsWith("on");
          boolean unescaped = name.equals("th:utext") || name.startsWith("th:on");
          boolean spoken = name.equals("th:text") && !value.matches("[#$]\\{.*}");
          if (literal || inline || unescaped || spoken) {
            found.add(name + ": " + value);
          }
        });
  }

  private static Document parse(Path template) throws Exception {
    try (Reader reader = new StringReader(read(template))) {
      return new DOMMarkupParser(ParseConfiguration.htmlConfiguration())
          .parse(template.toString(), reader);
    }
  }

  private static Set<String> familyKeys() {
    return FAMILIES.entrySet().stream()
        .flatMap(family -> family.getValue().stream().map(value -> family.getKey() + "." + value))
        .collect(Collectors.toSet());
  }

  private static List<String> words(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  private static List<String> withHints(List<String> values) {
    return values.stream().flatMap(value -> Stream.of(value, value + ".hint")).toList();
  }

  private static Set<String> english() throws IOException {
    return load(BUNDLES.resolve("console.properties")).stringPropertyNames();
  }

  private static Properties load(Path bundle) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  private static Set<String> matches(Pattern pattern, Path file) {
    return pattern
        .matcher(read(file))
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toSet());
  }

  private static Stream<Path> sources() throws IOException {
    return files(SOURCES, ".java");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
    }
  }
}
