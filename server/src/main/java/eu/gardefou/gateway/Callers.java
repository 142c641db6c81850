package eu.gardefou.gateway;

import eu.gardefou.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** Who asks. Nobody is not an answer. */
final class Callers {
  private Callers() {}

  /**
   * The authenticated caller.
   *
   * @throws Refusal 401 when there is none
   */
  static Caller of(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    if (principal == null || principal.getName() == null || principal.getName().isBlank()) {
      throw Refusal.unauthorised();
    }
    return new Caller(principal.getName());
  }
}
