package eu.gardefou.policy;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Every name that a rule can use, with its type and meaning.
 *
 * <p>The names are flat variables with dots in them, which CEL resolves, rather than fields of one
 * open map: a misspelt name does not compile. The floor's vocabulary is content and consent and
 * nothing else; an overlay's adds the recorded context.
 */
final class Vocabulary {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** What a rule is asked about. */
  record Facts(ContentView content, Consent consent, Context context) {}

  /**
   * One name.
   *
   * @param words the only texts that it can equal; empty when it can be any
   * @param strength whether it is a number from 0 to 1
   */
  record Fact(
      String name,
      CelType type,
      Set<String> words,
      boolean strength,
      Function<Facts, Object> value) {}

  private final Map<String, Fact> facts = new LinkedHashMap<>();

  private Vocabulary() {}

  /** What the floor sees. */
  static Vocabulary floor() {
    Vocabulary floor = new Vocabulary();
    floor.closed("content.kind", words(Kind.values(), Kind::word), f -> f.content().kind().word());
    for (String concept : ContentView.CONCEPTS) {
      floor.strength("content.text." + concept.replace('-', '_'), c -> c.strength(concept));
    }
    floor.strength("content.text.sexualised", ContentView::sexualised);
    floor.add("content.text.covered", SimpleType.BOOL, f -> f.content().covered());
    floor.pictures("content.input", ContentView::input);
    floor.pictures("content.output", ContentView::output);
    floor.level("explicit", Pictures::explicit);
    floor.level("suggestive", Pictures::suggestive);
    floor.strength("content.change.newly_bare", c -> c.bareness().newly());
    floor.strength("content.change.barer", c -> c.bareness().apart());
    floor.add("content.change.unknown", SimpleType.BOOL, f -> f.content().bareness().unknown());
    floor.strength("content.input.marks", c -> c.input().marks());
    floor.level("explicit_part", Pictures::part);
    floor.match("content.match.known_abuse", ContentView.KNOWN_ABUSE);
    floor.match("content.match.protected_people", ContentView.PROTECTED_PEOPLE);
    floor.match("content.match.stay_down", ContentView.STAY_DOWN);
    floor.match("content.match.other", ContentView.OTHER);
    floor.match("content.match.quarantined", ContentView.QUARANTINED);
    floor.texts("content.match.banks", c -> List.copyOf(c.banks()));
    floor.add("content.lineage.turns", SimpleType.INT, f -> (long) f.content().past().turns());
    floor.add(
        "content.lineage.refusals", SimpleType.INT, f -> (long) f.content().past().refusals());
    floor.add("content.lineage.hinted", SimpleType.DOUBLE, f -> f.content().past().hinted());
    floor.strength("content.lineage.bared", c -> c.past().bared());
    floor.texts("content.missing", c -> List.copyOf(c.missing()));
    floor.strength("content.mask", ContentView::mask);
    floor.closed("consent", words(Consent.values(), Vocabulary::word), f -> word(f.consent()));
    return floor;
  }

  /** What an overlay sees: the floor's names, and the recorded context. */
  static Vocabulary overlay() {
    Vocabulary overlay = floor();
    overlay.closed("context.country", COUNTRIES, f -> country(f.context()));
    overlay.add("context.surface", SimpleType.STRING, f -> f.context().surface());
    overlay.add("context.tier", SimpleType.STRING, f -> f.context().tier());
    return overlay;
  }

  Map<String, Fact> facts() {
    return Collections.unmodifiableMap(facts);
  }

  static boolean isCountry(String code) {
    return COUNTRIES.contains(code);
  }

  /** The country's code, or the empty text when it is not known. */
  static String country(Context context) {
    String country = context.country();
    return country != null && isCountry(country) ? country : "";
  }

  /** The name of a consent in rules and examples. */
  static String word(Consent consent) {
    return consent.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <T> Set<String> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).map(word).collect(Collectors.toUnmodifiableSet());
  }

  private void pictures(String name, Function<ContentView, Pictures> side) {
    add(name + ".count", SimpleType.INT, f -> (long) side.apply(f.content()).count());
    add(name + ".faces", SimpleType.INT, f -> (long) side.apply(f.content()).faces());
    add(name + ".youngest", SimpleType.DOUBLE, f -> side.apply(f.content()).youngest());
    add(name + ".age_unknown", SimpleType.BOOL, f -> side.apply(f.content()).ageUnknown());
    add(name + ".unhashable", SimpleType.INT, f -> (long) side.apply(f.content()).unhashable());
  }

  private void level(String measure, Function<Pictures, Level> level) {
    Function<ContentView, Level> input = content -> level.apply(content.input());
    Function<ContentView, Level> output = content -> level.apply(content.output());
    String agreed = measure + "_agreed";
    strength("content.input." + measure, c -> input.apply(c).highest());
    strength("content.input." + agreed, c -> input.apply(c).agreed());
    strength("content.output." + measure, c -> output.apply(c).highest());
    strength("content.output." + agreed, c -> output.apply(c).agreed());
    strength(
        "content.rise." + measure,
        c -> ContentView.rise(output.apply(c).highest(), input.apply(c).baseHighest()));
    strength(
        "content.rise." + agreed,
        c -> ContentView.rise(output.apply(c).agreed(), input.apply(c).baseAgreed()));
    Function<ContentView, Level> ancestor = content -> level.apply(content.ancestor());
    strength(
        "content.climb." + measure,
        c -> c.climb(measure, output.apply(c).highest(), ancestor.apply(c).baseHighest()));
    strength(
        "content.climb." + agreed,
        c -> c.climb(measure, output.apply(c).agreed(), ancestor.apply(c).baseAgreed()));
  }

  private void strength(String name, ToDoubleFunction<ContentView> value) {
    put(new Fact(name, SimpleType.DOUBLE, Set.of(), true, f -> value.applyAsDouble(f.content())));
  }

  private void match(String name, String kind) {
    add(name, SimpleType.BOOL, f -> f.content().matches(kind));
  }

  private void texts(String name, Function<ContentView, List<String>> value) {
    add(name, ListType.create(SimpleType.STRING), f -> value.apply(f.content()));
  }

  private void closed(String name, Set<String> words, Function<Facts, Object> value) {
    put(new Fact(name, SimpleType.STRING, words, false, value));
  }

  private void add(String name, CelType type, Function<Facts, Object> value) {
    put(new Fact(name, type, Set.of(), false, value));
  }

  private void put(Fact fact) {
    facts.put(fact.name(), fact);
  }
}
