package eu.gardefou.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON and what minifiers write in its place: bare keys, {@code !0} for true, {@code .5}, and
 * either kind of quote. Only data: anything that would have to be executed is refused.
 */
final class LiteralParser {
  private static final int DEEPEST = 64;

  private final String text;
  private int at;
  private int depth;

  LiteralParser(String text) {
    this(text, 0);
  }

  /** Reads from {@code start}; what follows the value is left alone by {@link #parseValue}. */
  LiteralParser(String text, int start) {
    this.text = text;
    this.at = start;
  }

  Literal parseAll() {
    Literal value = parseValue();
    skipSpace();
    if (at < text.length()) {
      throw refuse("the end");
    }
    return value;
  }

  Literal parseValue() {
    skipSpace();
    char first = peek();
    return switch (first) {
      case '{' -> fields();
      case '[' -> items();
      case '"', '\'' -> new Literal.Text(string());
      case '!' -> negatedDigit();
      case '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> word();
    };
  }

  private Literal fields() {
    enter();
    Map<String, Literal> values = new LinkedHashMap<>();
    at++;
    while (!closes('}')) {
      if (!values.isEmpty()) {
        expect(',');
      }
      skipSpace();
      String key = peek() == '"' || peek() == '\'' ? string() : name();
      expect(':');
      if (values.put(key, parseValue()) != null) {
        throw refuse("a key that is not there twice");
      }
    }
    depth--;
    return new Literal.Fields(Collections.unmodifiableMap(values));
  }

  private Literal items() {
    enter();
    List<Literal> values = new ArrayList<>();
    at++;
    while (!closes(']')) {
      if (!values.isEmpty()) {
        expect(',');
      }
      values.add(parseValue());
    }
    depth--;
    return new Literal.Items(Collections.unmodifiableList(values));
  }

  private String string() {
    char quote = next();
    int plain = at;
    while (plain < text.length() && text.charAt(plain) != quote && text.charAt(plain) != '\\') {
      plain++;
    }
    StringBuilder read = new StringBuilder().append(text, at, plain);
    at = plain;
    for (char c = next(); c != quote; c = next()) {
      read.append(c == '\\' ? escaped() : c);
    }
    return read.toString();
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case '"', '\'', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw refuse("an escape");
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw refuse("four hexadecimal digits");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private Literal number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return new Literal.Numeral(Double.parseDouble(text.substring(start, at)));
    } catch (NumberFormatException wrong) {
      throw refuse("a number");
    }
  }

  private Literal negatedDigit() {
    at++;
    char digit = next();
    if (digit != '0' && digit != '1') {
      throw refuse("!0 or !1");
    }
    return new Literal.Flag(digit == '0');
  }

  private Literal word() {
    String name = name();
    return switch (name) {
      case "true" -> new Literal.Flag(true);
      case "false" -> new Literal.Flag(false);
      case "null" -> new Literal.Nothing();
      default -> throw refuse("a value");
    };
  }

  private String name() {
    int start = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    if (start == at) {
      throw refuse("a name");
    }
    return text.substring(start, at);
  }

  private boolean closes(char bracket) {
    skipSpace();
    if (peek() != bracket) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char wanted) {
    skipSpace();
    if (next() != wanted) {
      throw refuse("'" + wanted + "'");
    }
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw refuse("less nesting");
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw refuse("more text");
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private ModelError refuse(String wanted) {
    return new ModelError("a model description breaks at character " + at + ", expected " + wanted);
  }
}
