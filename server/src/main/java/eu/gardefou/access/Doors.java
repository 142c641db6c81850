package eu.gardefou.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which door of the machines' API needs which scope. What is not named here opens to nobody.
 *
 * @param openAi whether it speaks OpenAI's dialect, also when it refuses
 */
record Doors(Scope scope, boolean openAi, List<String> paths) {
  static final List<Doors> ALL =
      List.of(
          new Doors(Scope.GATEWAY, true, List.of("/v1/images/**", "/v1/models", "/v1/models/**")),
          new Doors(Scope.GATEWAY, false, List.of("/v1/gateway/**")),
          new Doors(Scope.SCREEN, false, List.of("/v1/screen", "/v1/screen/**")),
          new Doors(Scope.CURATE, false, List.of("/v1/banks", "/v1/banks/**", "/v1/quarantine")),
          new Doors(Scope.AUDIT, false, List.of("/v1/decisions", "/v1/decisions/**", "/metrics")));

  private static final RequestMatcher KNOWN = any(ALL);
  private static final RequestMatcher OURS =
      any(ALL.stream().filter(door -> !door.openAi()).toList());

  /** Everything that machines may ask for, with a key or in vain. */
  static RequestMatcher all() {
    return any(List.of(new Doors(Scope.AUDIT, false, List.of("/v1", "/v1/**", "/metrics"))));
  }

  static boolean known(HttpServletRequest request) {
    return KNOWN.matches(request);
  }

  /** What is under /v1 and not ours belongs to OpenAI's clients. */
  static boolean ours(HttpServletRequest request) {
    return OURS.matches(request);
  }

  RequestMatcher matcher() {
    return any(List.of(this));
  }

  private static RequestMatcher any(List<Doors> doors) {
    return new OrRequestMatcher(
        doors.stream()
            .flatMap(door -> door.paths().stream())
            .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
            .toList());
  }
}
