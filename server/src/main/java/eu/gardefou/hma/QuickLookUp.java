package eu.gardefou.hma;

import eu.gardefou.access.KeyCheck;
import eu.gardefou.access.Scope;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.matching.LookUp;
import eu.gardefou.matching.Matching;
import eu.gardefou.matching.Signal;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Answers the one question that platforms ask thousands of times a second, {@code GET
 * /m/lookup?signal=…&signal_type=…}, before the long way of filters, converters and reflection.
 *
 * <p>Only a plain question of somebody whose key is good is answered here. Everything else goes the
 * long way, which says what is wrong with it; so nothing is ever let in here that would not be let
 * in there.
 */
final class QuickLookUp implements Filter {
  private static final Logger log = LoggerFactory.getLogger(QuickLookUp.class);

  static final String PATH = "/m/lookup";
  private static final String SIGNAL = "signal=";
  private static final String TYPE = "signal_type=";
  private static final String KEY = "api_key=";

  private final Matching matching;
  private final TypeNames types;
  private final KeyCheck keys;

  QuickLookUp(Matching matching, TypeNames types, KeyCheck keys) {
    this.matching = matching;
    this.types = types;
    this.keys = keys;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    String json;
    try {
      json = answerOrNull((HttpServletRequest) request);
    } catch (DataAccessException unreachable) {
      // The long way would wait for the database once more, and say the same.
      log.warn("the banks cannot be reached", unreachable);
      answer.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      answer.setHeader(HttpHeaders.RETRY_AFTER, "1");
      json = "{\"message\":\"" + HmaErrors.UNREACHABLE + "\"}";
    }
    if (json == null) {
      chain.doFilter(request, response);
    } else {
      ServerHttpObservationFilter.findObservationContext((HttpServletRequest) request)
          .ifPresent(seen -> seen.setPathPattern(PATH));
      write(json, answer);
    }
  }

  private @Nullable String answerOrNull(HttpServletRequest request) {
    try {
      Signal signal = signalOrNull(request);
      if (signal == null || keys.caller(request, Scope.MATCH).isEmpty()) {
        return null;
      }
      return BankMatches.json(matching.lookUp(signal, new LookUp(Set.of(), Coin.any(), false)));
    } catch (DataAccessException unreachable) {
      throw unreachable;
    } catch (RuntimeException trouble) {
      // The long way meets it too, and says so in the words of this interface.
      return null;
    }
  }

  private @Nullable Signal signalOrNull(HttpServletRequest request) {
    String query = request.getQueryString();
    boolean plain = "GET".equals(request.getMethod()) && PATH.equals(request.getRequestURI());
    if (!plain || query == null || query.indexOf('%') >= 0 || query.indexOf('+') >= 0) {
      return null;
    }
    String value = null;
    String type = null;
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(SIGNAL) && value == null) {
        value = pair.substring(SIGNAL.length());
      } else if (pair.startsWith(TYPE) && type == null) {
        type = pair.substring(TYPE.length());
      } else if (!pair.startsWith(KEY)) {
        return null;
      }
    }
    return value == null || type == null ? null : signalOrNull(type, value);
  }

  private @Nullable Signal signalOrNull(String type, String value) {
    try {
      Signal signal = new Signal(types.enabled(type), value);
      return signal.isTelling() ? signal : null;
    } catch (HmaProblem | BankProblem problem) {
      return null;
    }
  }

  private static void write(String answer, HttpServletResponse response) throws IOException {
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.setContentLength(bytes.length);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(bytes);
  }
}
