package eu.gardefou.exchanges.peer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A form that was filled in: every value known and of its type. Never prints its values. */
public final class Filled {
  private static final int LONGEST = 2_000;

  private final Map<String, String> values;

  private Filled(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Checks what was filled in.
   *
   * @param what the form's name in sentences, such as "settings"
   * @throws PeerFailure when a value is missing, unknown or not of its type
   */
  public static Filled of(String what, List<Field> fields, Map<String, String> given) {
    Map<String, Field> known =
        fields.stream().collect(Collectors.toMap(Field::name, field -> field));
    given.keySet().stream()
        .filter(name -> !known.containsKey(name))
        .findFirst()
        .ifPresent(name -> {
          throw wrong("The " + what + " have no field " + Text.tidy(name, 64) + ".");
        });
    Map<String, String> values = new TreeMap<>();
    for (Field field : fields) {
      String value = given.getOrDefault(field.name(), "").strip();
      String held = value.isEmpty() ? field.fallback() : value;
      if (held != null) {
        check(what, field, held);
        values.put(field.name(), held);
      } else if (field.required()) {
        throw wrong("The " + what + " lack " + field.name() + ": " + field.help());
      }
    }
    return new Filled(values);
  }

  private static void check(String what, Field field, String value) {
    boolean fits =
        value.length() <= LONGEST
            && value.chars().noneMatch(Character::isISOControl)
            && switch (field.type()) {
              case TEXT -> true;
              case NUMBER -> isNumber(value);
              case FLAG -> value.equals("true") || value.equals("false");
              case CHOICE -> field.choices().contains(value);
              case NUMBERS -> Arrays.stream(value.split(",", -1)).allMatch(Filled::isNumber);
            };
    if (!fits) {
      String choices =
          field.choices().isEmpty() ? "" : " Choices: " + String.join(", ", field.choices()) + ".";
      throw wrong(
          "In the " + what + ", " + field.name() + " is no " + field.type().word() + "." + choices);
    }
  }

  private static boolean isNumber(String value) {
    String digits = value.strip();
    return !digits.isEmpty()
        && digits.length() <= 18
        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static PeerFailure wrong(String sentence) {
    return new PeerFailure(PeerFailure.Kind.SETTINGS, sentence);
  }

  /** The values by name, those left out without a fallback excepted. */
  public Map<String, String> values() {
    return values;
  }

  /** A value; null when it was left out. */
  public @Nullable String text(String name) {
    return values.get(name);
  }

  /** A value that is always there. */
  public String given(String name) {
    String value = values.get(name);
    if (value == null) {
      throw wrong("The field " + name + " is missing.");
    }
    return value;
  }

  /** Whether a flag is set. */
  public boolean flag(String name) {
    return "true".equals(values.get(name));
  }

  /** A number that is always there. */
  public long number(String name) {
    return Long.parseLong(given(name));
  }

  /** Numbers; none when it was left out. */
  public Set<Long> numbers(String name) {
    Set<Long> numbers = new TreeSet<>();
    String value = values.get(name);
    if (value != null) {
      Arrays.stream(value.split(",", -1))
          .map(String::strip)
          .map(Long::valueOf)
          .forEach(numbers::add);
    }
    return numbers;
  }

  @Override
  public String toString() {
    return "[filled in: " + String.join(", ", new TreeSet<>(values.keySet())) + "]";
  }
}
