package eu.gardefou.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Finds the key that a machine's request shows: {@code Authorization: Bearer gf_…}, once. On the
 * paths of Hasher-Matcher-Actioner, whose clients cannot always set that header, {@code X-API-Key}
 * and {@code ?api_key=} will do.
 */
public final class KeyCheck {
  private static final String SCHEME = "Bearer ";
  private static final String HEADER = "X-API-Key";
  private static final String PARAMETER = "api_key=";

  private final Keys keys;
  private final OpenDoor open;

  KeyCheck(Keys keys, OpenDoor open) {
    this.keys = keys;
    this.open = open;
  }

  /**
   * Who asks on a path of Hasher-Matcher-Actioner, for those who answer before the usual way in;
   * empty when they may not, or the usual way has to say why not.
   *
   * @throws org.springframework.dao.DataAccessException when keys cannot be looked up
   */
  public Optional<Caller> caller(HttpServletRequest request, Scope needed) {
    return shown(request, Dialect.HMA)
        .filter(key -> key.scopes().contains(needed))
        .map(MachineKey::caller);
  }

  /** The good key that a request shows. */
  Optional<MachineKey> shown(HttpServletRequest request, Dialect dialect) {
    List<String> secrets = secrets(request, dialect);
    if (secrets.isEmpty() && dialect == Dialect.HMA) {
      return open.key(request);
    }
    // Two are none: whoever reads the other one would see another caller.
    return secrets.size() == 1 ? keys.holding(secrets.getFirst()) : Optional.empty();
  }

  private static List<String> secrets(HttpServletRequest request, Dialect dialect) {
    List<String> secrets = new ArrayList<>(1);
    for (String header : Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION))) {
      boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
      secrets.add(bearer ? header.substring(SCHEME.length()).strip() : "");
    }
    if (dialect == Dialect.HMA) {
      secrets.addAll(Collections.list(request.getHeaders(HEADER)));
      addFromQuery(request.getQueryString(), secrets);
    }
    return secrets;
  }

  /** A key's letters need no escaping, and what is escaped is no key. */
  private static void addFromQuery(@Nullable String query, List<String> secrets) {
    if (query == null || !query.contains(PARAMETER)) {
      return;
    }
    for (String parameter : query.split("&", -1)) {
      if (parameter.startsWith(PARAMETER)) {
        secrets.add(parameter.substring(PARAMETER.length()));
      }
    }
  }
}
