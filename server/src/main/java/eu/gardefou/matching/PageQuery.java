package eu.gardefou.matching;

import eu.gardefou.matching.BankProblem.Cause;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query of a list in pages, read strictly: where to go on, once, and nothing else. */
final class PageQuery {
  private static final String NEXT = "next";

  private PageQuery() {}

  /**
   * Where the page begins, as the page before said; null for the first one.
   *
   * @throws BankProblem when the query has anything else
   */
  static @Nullable String from(HttpServletRequest request) {
    Map<String, String[]> query = request.getParameterMap();
    String[] next = query.get(NEXT);
    if (query.size() > (next == null ? 0 : 1) || (next != null && next.length > 1)) {
      throw new BankProblem(
          Cause.INVALID,
          "A list is asked with next alone, as the page before says it, or nothing.");
    }
    return next == null ? null : next[0];
  }
}
