package eu.gardefou.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes the request that this thread works on. */
public final class Callers {
  private Callers() {}

  /** The machine or person; empty outside a request, and on public pages. */
  public static Optional<Caller> current() {
    return authentication().map(Authentication::getPrincipal).map(Callers::callerOrNull);
  }

  /** The person who has signed in; empty for a machine. */
  public static Optional<Person> person() {
    return authentication()
        .filter(SignedIn.class::isInstance)
        .map(signed -> ((SignedIn) signed).person());
  }

  private static Optional<Authentication> authentication() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication());
  }

  private static @Nullable Caller callerOrNull(Object principal) {
    return principal instanceof Caller caller ? caller : null;
  }
}
