package eu.gardefou.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * People's sessions: a random token in a cookie, its digest in a row. Each request reads the row
 * and the person anew, so a person disabled, or with other roles, is so from the next request on,
 * on every node. Signing in always makes a new token, so one planted before is worth nothing.
 */
final class Sessions implements SecurityContextRepository {
  static final Duration IDLE = Duration.ofHours(2);
  static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration COARSE = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(Sessions.class);

  private final JdbcClient sql;
  private final Clock clock;

  Sessions(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(request);
  }

  @Override
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return token(request).isPresent();
  }

  /** Begins a session for whoever has signed in, or ends one; any earlier one ends. */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    token(request).ifPresent(this::end);
    Authentication authentication = context.getAuthentication();
    String value = authentication instanceof SignedIn person ? begin(person.person()) : "";
    if (value.isEmpty() && token(request).isEmpty()) {
      return;
    }
    ResponseCookie cookie =
        ResponseCookie.from(cookieName(request), value)
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(value.isEmpty() ? Duration.ZERO : LONGEST)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private String begin(Person person) {
    Instant now = clock.instant();
    sql.sql("DELETE FROM access.session WHERE created_at < ? OR seen_at < ?")
        .params(Rows.time(now.minus(LONGEST)), Rows.time(now.minus(IDLE)))
        .update();
    String token = Token.random();
    sql.sql(
            """
            INSERT INTO access.session (token_digest, person, created_at, seen_at)
            VALUES (?, ?, ?, ?)
            """)
        .params(Token.digest(token), person.id(), Rows.time(now), Rows.time(now))
        .update();
    return token;
  }

  private void end(String token) {
    sql.sql("DELETE FROM access.session WHERE token_digest = ?")
        .param(Token.digest(token))
        .update();
  }

  private record Seen(Person person, Instant at) {}

  private Optional<Person> person(String token) {
    Instant now = clock.instant();
    byte[] digest = Token.digest(token);
    return sql.sql(
            "SELECT "
                + People.COLUMNS
                + """
                , s.seen_at FROM access.session s JOIN access.person p ON p.id = s.person
                WHERE s.token_digest = ? AND s.created_at > ? AND s.seen_at > ?
                """)
        .params(digest, Rows.time(now.minus(LONGEST)), Rows.time(now.minus(IDLE)))
        .query((row, number) -> new Seen(People.person(row, number), Rows.instant(row, "seen_at")))
        .optional()
        .filter(seen -> seen.person().active())
        .map(seen -> stillHere(seen, digest, now));
  }

  private Person stillHere(Seen seen, byte[] digest, Instant now) {
    if (Duration.between(seen.at(), now).abs().compareTo(COARSE) > 0) {
      sql.sql("UPDATE access.session SET seen_at = ? WHERE token_digest = ?")
          .params(Rows.time(now), digest)
          .update();
    }
    return seen.person();
  }

  /** The prefix makes browsers refuse the cookie from anybody but this very host over TLS. */
  private static String cookieName(HttpServletRequest request) {
    return request.isSecure() ? "__Host-gardefou" : "gardefou";
  }

  private static Optional<String> token(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    String name = cookieName(request);
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name) && cookie.getValue().length() == Token.LENGTH) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** Looks the session up when somebody asks who is there: most static files never do. */
  private final class Deferred implements DeferredSecurityContext {
    private final HttpServletRequest request;
    private Optional<SecurityContext> loaded = Optional.empty();

    Deferred(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      SecurityContext context = loaded.orElseGet(this::load);
      loaded = Optional.of(context);
      return context;
    }

    /** Without a database nobody is signed in, and public pages still work. */
    private SecurityContext load() {
      try {
        return token(request)
            .flatMap(Sessions.this::person)
            .map(SignedIn::new)
            .map(SecurityContextImpl::new)
            .orElseGet(SecurityContextImpl::new);
      } catch (DataAccessException e) {
        log.warn("A session could not be looked up: {}", e.getMostSpecificCause().getMessage());
        return new SecurityContextImpl();
      }
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
