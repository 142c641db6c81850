package eu.gardefou.notices;

import eu.gardefou.notices.Term.BusinessCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The table of clocks as YAML: every key is known, every row says where it comes from. */
final class ClockRulesFile {
  private static final Set<String> REQUIRED =
      Set.of("name", "regime", "source", "rule", "from", "starts", "met-by", "warn-hours");
  private static final Set<String> OPTIONAL =
      Set.of("until", "severity", "hours", "working-days", "calendar");
  private static final double SECONDS = 3_600;

  private final Map<String, BusinessCalendar> calendars = new HashMap<>();

  private ClockRulesFile() {}

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException with one sentence about the first row that is wrong
   */
  static ClockRules read(String text) {
    try {
      Row file = new Row(yaml().load(text), "the file");
      file.keys(Set.of("clocks"), Set.of("calendars"));
      return new ClockRulesFile().rules(file);
    } catch (YAMLException e) {
      throw new IllegalArgumentException("The table of clocks is not YAML.", e);
    }
  }

  /** Every scalar is a word here: a date is read as what it is written as. */
  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    DumperOptions dumper = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options), new Representer(dumper), dumper, options, new Words());
  }

  private static final class Words extends Resolver {
    @Override
    public Tag resolve(
        org.yaml.snakeyaml.nodes.NodeId kind, @Nullable String value, boolean implicit) {
      return kind == org.yaml.snakeyaml.nodes.NodeId.scalar
          ? Tag.STR
          : super.resolve(kind, value, implicit);
    }
  }

  private ClockRules rules(Row file) {
    if (file.has("calendars")) {
      Row named = file.inside("calendars");
      named.names().forEach(name -> calendars.put(name, calendar(named.inside(name))));
    }
    List<ClockRule> rules = file.list("clocks").stream().map(this::rule).toList();
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("The table of clocks has no row.");
    }
    return new ClockRules(rules);
  }

  private static BusinessCalendar calendar(Row row) {
    row.keys(Set.of("zone", "holidays"), Set.of());
    Set<LocalDate> holidays =
        row.words("holidays").stream().map(LocalDate::parse).collect(Collectors.toSet());
    return new BusinessCalendar(ZoneId.of(row.word("zone")), holidays);
  }

  private ClockRule rule(Row row) {
    row.keys(REQUIRED, OPTIONAL);
    LocalDate until = row.has("until") ? LocalDate.parse(row.word("until")) : null;
    return new ClockRule(
        row.word("name"),
        row.constant("regime", Regime.class),
        row.word("source"),
        LocalDate.parse(row.word("from")),
        until,
        row.constant("starts", ClockRule.Starts.class),
        row.constant("met-by", ClockRule.MetBy.class),
        severities(row),
        term(row),
        hours(row, "warn-hours"));
  }

  private static Set<Severity> severities(Row row) {
    return row.has("severity")
        ? row.words("severity").stream()
            .map(word -> constant(word, Severity.class))
            .collect(Collectors.toSet())
        : EnumSet.allOf(Severity.class);
  }

  private Term term(Row row) {
    if (row.has("hours") == row.has("working-days")) {
      throw row.wrong("has either hours or working-days");
    }
    if (row.has("hours")) {
      return new Term.Lasting(hours(row, "hours"));
    }
    BusinessCalendar calendar = calendars.get(row.word("calendar"));
    if (calendar == null) {
      throw row.wrong("names a calendar that there is not");
    }
    return new Term.WorkingDays(Integer.parseInt(row.word("working-days")), calendar);
  }

  private static Duration hours(Row row, String key) {
    double hours = Double.parseDouble(row.word(key));
    if (!(hours >= 0 && hours <= 100_000)) {
      throw row.wrong("has " + key + " from 0 to 100000");
    }
    return Duration.ofSeconds(Math.round(hours * SECONDS));
  }

  private static <E extends Enum<E>> E constant(String word, Class<E> type) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** A mapping of the file. */
  private record Row(Object node, String where) {
    private Map<?, ?> map() {
      if (node instanceof Map<?, ?> map) {
        return map;
      }
      throw wrong("is a mapping");
    }

    IllegalArgumentException wrong(String what) {
      return new IllegalArgumentException("In the table of clocks, " + where + " " + what + ".");
    }

    Set<String> names() {
      return map().keySet().stream()
          .map(String::valueOf)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    void keys(Set<String> required, Set<String> optional) {
      for (String name : names()) {
        if (!required.contains(name) && !optional.contains(name)) {
          throw wrong("has an unknown key " + name);
        }
      }
      for (String name : new TreeSet<>(required)) {
        if (!has(name)) {
          throw wrong("lacks " + name);
        }
      }
    }

    boolean has(String key) {
      return map().containsKey(key);
    }

    Row inside(String key) {
      return new Row(value(key), key);
    }

    String word(String key) {
      if (value(key) instanceof String word && !word.isBlank()) {
        return word;
      }
      throw wrong("has " + key + " as one word or sentence");
    }

    <E extends Enum<E>> E constant(String key, Class<E> type) {
      try {
        return ClockRulesFile.constant(word(key), type);
      } catch (IllegalArgumentException e) {
        throw wrong("has " + key + " as one of " + Arrays.toString(type.getEnumConstants()));
      }
    }

    List<String> words(String key) {
      return elements(key).stream().map(String::valueOf).toList();
    }

    List<Row> list(String key) {
      return elements(key).stream()
          .map(element -> new Row((Object) element, "a row of " + key))
          .toList();
    }

    private List<?> elements(String key) {
      if (value(key) instanceof List<?> list) {
        return list;
      }
      throw wrong("has " + key + " as a list");
    }

    private Object value(String key) {
      Object value = map().get(key);
      if (value == null) {
        throw wrong("lacks " + key);
      }
      return value;
    }
  }
}
