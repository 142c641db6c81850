package eu.gardefou.exchanges.peer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form that an operator fills in.
 *
 * @param fallback what holds when it is left out; null for nothing
 * @param help one sentence
 * @param choices for a {@link Type#CHOICE}; empty otherwise
 */
public record Field(
    String name,
    Type type,
    boolean required,
    @Nullable String fallback,
    String help,
    List<String> choices) {
  /** What may be filled in. */
  public enum Type {
    /** Any text. */
    TEXT("string"),
    /** A whole number. */
    NUMBER("number"),
    /** True or false. */
    FLAG("boolean"),
    /** One of the choices. */
    CHOICE("enum"),
    /** Whole numbers, with commas between them. */
    NUMBERS("set_of_number");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    /** As Hasher-Matcher-Actioner calls it. */
    public String word() {
      return word;
    }
  }

  /** Keeps its own copy. */
  public Field {
    choices = List.copyOf(choices);
  }

  /** A field that has to be filled in. */
  public static Field required(String name, Type type, String help) {
    return new Field(name, type, true, null, help, List.of());
  }

  /** A field that may be left out. */
  public static Field optional(String name, Type type, @Nullable String fallback, String help) {
    return new Field(name, type, false, fallback, help, List.of());
  }

  /** One of several words, which has to be chosen. */
  public static Field choice(String name, String help, List<String> choices) {
    return new Field(name, Type.CHOICE, true, null, help, choices);
  }
}
