package eu.gardefou.models;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of JSON, or of the JavaScript literals that a minifier makes of JSON. The accessors
 * refuse a value of another kind, so that readers of model files can be written without checks.
 */
sealed interface Literal {
  /** Words. */
  record Text(String value) implements Literal {}

  /** A number. */
  record Numeral(double value) implements Literal {}

  /** True or false. */
  record Flag(boolean value) implements Literal {}

  /** Null. */
  record Nothing() implements Literal {}

  /** A list. */
  record Items(List<Literal> values) implements Literal {}

  /** Named values, in the order of the file. */
  record Fields(Map<String, Literal> values) implements Literal {}

  /** Reads one value, which is all there is in the text. */
  static Literal parse(String text) {
    return new LiteralParser(text).parseAll();
  }

  /** The field of that name, or null when there is none or it holds null. */
  default @Nullable Literal find(String name) {
    Literal found = fields().get(name);
    return found instanceof Nothing ? null : found;
  }

  /** The field of that name. */
  default Literal get(String name) {
    Literal found = find(name);
    if (found == null) {
      throw new ModelError("a model description lacks the field '" + name + "'");
    }
    return found;
  }

  /** All fields. */
  default Map<String, Literal> fields() {
    if (this instanceof Fields(Map<String, Literal> values)) {
      return values;
    }
    throw wrong("named values");
  }

  /** All items. */
  default List<Literal> items() {
    if (this instanceof Items(List<Literal> values)) {
      return values;
    }
    throw wrong("a list");
  }

  /** The words. */
  default String text() {
    if (this instanceof Text(String value)) {
      return value;
    }
    throw wrong("text");
  }

  /** The number. */
  default double number() {
    if (this instanceof Numeral(double value)) {
      return value;
    }
    throw wrong("a number");
  }

  /** The truth value. */
  default boolean flag() {
    if (this instanceof Flag(boolean value)) {
      return value;
    }
    throw wrong("true or false");
  }

  /** A whole number; TensorFlow writes its 64-bit numbers as text. */
  default int integer() {
    double value = this instanceof Text(String digits) ? Double.parseDouble(digits) : number();
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new ModelError("a model description has " + value + " where a whole number belongs");
    }
    return (int) value;
  }

  /** A list of whole numbers. */
  default int[] integers() {
    return items().stream().mapToInt(Literal::integer).toArray();
  }

  private ModelError wrong(String wanted) {
    return new ModelError(
        "a model description has a "
            + getClass().getSimpleName()
            + " where "
            + wanted
            + " belongs");
  }
}
