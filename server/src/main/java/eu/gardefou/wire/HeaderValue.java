package eu.gardefou.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A header of the form {@code value; name=token; name="quoted"}, read strictly (RFC 9110, section
 * 5.6): a parameter given twice, a broken quote or anything left over is refused.
 *
 * @param value in lower case
 * @param parameters by name in lower case
 */
record HeaderValue(String value, Map<String, String> parameters) {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  /** Keeps its own copy. */
  HeaderValue {
    parameters = Map.copyOf(parameters);
  }

  /** One of the parameters; null when it is not there. */
  @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  /**
   * Reads a header.
   *
   * @throws BadRequest when it is not of this form
   */
  static HeaderValue parse(String header) {
    return new Reading(header).all();
  }

  private static final class Reading {
    private final String text;
    private int at;

    Reading(String text) {
      this.text = text;
    }

    HeaderValue all() {
      int end = text.indexOf(';');
      String value = (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
      if (value.isEmpty() || !value.chars().allMatch(c -> isToken(c) || c == '/')) {
        throw broken();
      }
      Map<String, String> parameters = new HashMap<>();
      at = end < 0 ? text.length() : end;
      while (at < text.length()) {
        parameter(parameters);
      }
      return new HeaderValue(value, parameters);
    }

    private void parameter(Map<String, String> parameters) {
      expect(';');
      skipBlanks();
      String name = token().toLowerCase(Locale.ROOT);
      expect('=');
      String value = at < text.length() && text.charAt(at) == '"' ? quoted() : token();
      skipBlanks();
      if (parameters.putIfAbsent(name, value) != null) {
        throw broken();
      }
    }

    private String token() {
      int start = at;
      while (at < text.length() && isToken(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        throw broken();
      }
      return text.substring(start, at);
    }

    private String quoted() {
      expect('"');
      var value = new StringBuilder();
      while (at < text.length() && text.charAt(at) != '"') {
        if (text.charAt(at) == '\\') {
          at++;
        }
        if (at < text.length()) {
          value.append(text.charAt(at++));
        }
      }
      expect('"');
      return value.toString();
    }

    private void expect(char wanted) {
      if (at >= text.length() || text.charAt(at) != wanted) {
        throw broken();
      }
      at++;
    }

    private void skipBlanks() {
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
    }

    private static boolean isToken(int c) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      return letter || (c >= '0' && c <= '9') || TOKEN_MARKS.indexOf(c) >= 0;
    }

    private static BadRequest broken() {
      return BadRequest.invalid(null, "A header of the request cannot be read.");
    }
  }
}
