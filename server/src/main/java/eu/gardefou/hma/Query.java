package eu.gardefou.hma;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query of an address. Names that nobody asks for do not matter, as upstream has it; a name
 * that is there twice is refused, since readers would differ.
 */
final class Query {
  private static final int MOST_BANKS = 1_000;
  private static final Set<String> YES = Set.of("true", "1", "yes", "on", "t", "y");
  private static final Set<String> NO = Set.of("false", "0", "no", "off", "f", "n", "");

  private final Map<String, String> values;

  private Query(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads a request's query, and nothing of its body.
   *
   * @throws HmaProblem when it is malformed, or a name is there twice
   */
  static Query of(HttpServletRequest request) {
    return of(request.getQueryString());
  }

  static Query of(@Nullable String query) {
    Map<String, String> values = new HashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
      if (!pair.isEmpty() && values.putIfAbsent(name, value) != null) {
        throw HmaProblem.bad("A query parameter is given twice.");
      }
    }
    return new Query(values);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw HmaProblem.bad("The query is not properly encoded.");
    }
  }

  /** A value that is there and not empty. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /** A value that must be there. */
  String required(String name) {
    return text(name).orElseThrow(() -> HmaProblem.bad(name + " is required"));
  }

  /** A truth value in any of the spellings that clients use. */
  boolean flag(String name, boolean usual) {
    String value = values.get(name);
    if (value == null) {
      return usual;
    }
    String word = value.toLowerCase(Locale.ROOT);
    if (!YES.contains(word) && !NO.contains(word)) {
      throw HmaProblem.bad(name + " is true or false");
    }
    return YES.contains(word);
  }

  /** The banks to ask; none named means all of them. */
  Set<String> banks() {
    return text("banks").map(Query::names).orElse(Set.of());
  }

  private static Set<String> names(String list) {
    Set<String> names =
        Arrays.stream(list.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    if (names.size() > MOST_BANKS) {
      throw HmaProblem.bad("These are too many banks.");
    }
    return names;
  }
}
