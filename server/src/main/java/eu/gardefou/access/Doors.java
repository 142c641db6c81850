package eu.gardefou.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which door of the machines' API needs which scope. What is not named here opens to nobody.
 *
 * @param dialect in whose words it refuses
 * @param keyless whether it opens to whoever shows no key too; a key that is shown has to be good
 */
record Doors(Scope scope, Dialect dialect, List<String> paths, boolean keyless) {
  static final List<Doors> ALL =
      List.of(
          new Doors(
              Scope.GATEWAY,
              Dialect.OPENAI,
              List.of("/v1/images/**", "/v1/models", "/v1/models/**")),
          new Doors(Scope.GATEWAY, Dialect.OURS, List.of("/v1/gateway/**")),
          new Doors(Scope.SCREEN, Dialect.OPENAI, List.of("/v1/moderations", "/v1/moderations/**")),
          new Doors(Scope.SCREEN, Dialect.OURS, List.of("/v1/screen", "/v1/screen/**")),
          new Doors(
              Scope.CURATE, Dialect.OURS, List.of("/v1/banks", "/v1/banks/**", "/v1/quarantine")),
          new Doors(
              Scope.AUDIT, Dialect.OURS, List.of("/v1/decisions", "/v1/decisions/**", "/metrics")),
          new Doors(
              Scope.MATCH, Dialect.HMA, List.of("/h/**", "/m/**", "/site-map", "/openapi/**")),
          new Doors(Scope.CURATE, Dialect.HMA, List.of("/c/**")),
          new Doors(Scope.NOTICES, Dialect.OURS, List.of("/v1/notices", "/v1/notices/**"), true));

  private static final RequestMatcher KNOWN = any(ALL);
  private static final RequestMatcher OURS = speaking(Dialect.OURS);
  private static final RequestMatcher HMA = speaking(Dialect.HMA);

  Doors(Scope scope, Dialect dialect, List<String> paths) {
    this(scope, dialect, paths, false);
  }

  /** Everything that machines may ask for, with a key or in vain. */
  static RequestMatcher all() {
    var others = new Doors(Scope.AUDIT, Dialect.OPENAI, List.of("/v1", "/v1/**"));
    return new OrRequestMatcher(KNOWN, any(List.of(others)));
  }

  static boolean known(HttpServletRequest request) {
    return KNOWN.matches(request);
  }

  /** What is under /v1 and not ours belongs to OpenAI's clients. */
  static Dialect dialect(HttpServletRequest request) {
    if (OURS.matches(request)) {
      return Dialect.OURS;
    }
    return HMA.matches(request) ? Dialect.HMA : Dialect.OPENAI;
  }

  /** Who may come in. */
  AuthorizationManager<RequestAuthorizationContext> key() {
    AuthorizationManager<RequestAuthorizationContext> scoped =
        AuthorityAuthorizationManager.hasAuthority(scope.authority());
    return keyless ? AuthorizationManagers.anyOf(Doors::showsNoKey, scoped) : scoped;
  }

  /** A key that is bad is not taken for none: its holder would come in as somebody else. */
  private static AuthorizationDecision showsNoKey(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
    boolean none = context.getRequest().getHeader(HttpHeaders.AUTHORIZATION) == null;
    return new AuthorizationDecision(none);
  }

  RequestMatcher matcher() {
    return any(List.of(this));
  }

  private static RequestMatcher speaking(Dialect dialect) {
    return any(ALL.stream().filter(door -> door.dialect() == dialect).toList());
  }

  private static RequestMatcher any(List<Doors> doors) {
    return new OrRequestMatcher(
        doors.stream()
            .flatMap(door -> door.paths().stream())
            .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
            .toList());
  }
}
