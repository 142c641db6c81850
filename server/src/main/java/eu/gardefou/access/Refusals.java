package eu.gardefou.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a machine hears that is not let in: problem details (RFC 9457) on our own paths, and their
 * own errors on the paths that are OpenAI's or Hasher-Matcher-Actioner's.
 */
final class Refusals {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** No key, or none that is good. */
  void unauthorised(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    write(
        request,
        response,
        new Refusal(
            HttpStatus.UNAUTHORIZED,
            "This needs a good key of this gate: send it as 'Authorization: Bearer gf_…'.",
            "invalid_request_error",
            "invalid_api_key"));
  }

  /** A good key that does not open this, or nothing that anybody could open. */
  void forbidden(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    Refusal refusal =
        Doors.known(request)
            ? new Refusal(
                HttpStatus.FORBIDDEN,
                "This key does not have the scope that this needs.",
                "invalid_request_error",
                "insufficient_permissions")
            : new Refusal(
                HttpStatus.NOT_FOUND,
                "There is no such address on this gate.",
                "invalid_request_error",
                "unknown_url");
    write(request, response, refusal);
  }

  /** Keys cannot be looked up just now. */
  void unavailable(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    write(
        request,
        response,
        new Refusal(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The gate cannot check keys just now: try again a little later.",
            "server_error",
            "service_unavailable"));
  }

  private record Refusal(HttpStatus status, String sentence, String type, String code) {}

  private static void write(
      HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    Dialect dialect = Doors.dialect(request);
    byte[] body =
        JSON.writeValueAsBytes(
            switch (dialect) {
              case OURS -> problem(refusal);
              case OPENAI -> envelope(refusal);
              case HMA -> Map.of("message", refusal.sentence());
            });
    response.setStatus(refusal.status().value());
    response.setContentType(
        dialect == Dialect.OURS ? "application/problem+json" : "application/json");
    if (refusal.status().is4xxClientError()) {
      response.setHeader("X-Should-Retry", "false");
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static Map<String, Object> problem(Refusal refusal) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", refusal.status().getReasonPhrase());
    problem.put("status", refusal.status().value());
    problem.put("detail", refusal.sentence());
    problem.put("code", refusal.code());
    return problem;
  }

  private static Map<String, Object> envelope(Refusal refusal) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("message", refusal.sentence());
    error.put("type", refusal.type());
    error.put("param", null);
    error.put("code", refusal.code());
    return Map.of("error", error);
  }
}
