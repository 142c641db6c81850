package eu.gardefou.access;

import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.TransactionException;

/** Checks a name and a password. Never says which of the two was wrong. */
final class PasswordCheck implements AuthenticationProvider {
  private final People people;
  private final SignInLimits limits;

  PasswordCheck(People people, SignInLimits limits) {
    this.people = people;
    this.limits = limits;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String name = Names.folded(asked.getName());
    String address =
        asked.getDetails() instanceof WebAuthenticationDetails details
            ? String.valueOf(details.getRemoteAddress())
            : "";
    try {
      Optional<Duration> wait = limits.begin(name, address);
      if (wait.isPresent()) {
        throw new LockedException("too many attempts");
      }
      Person person =
          people
              .whoHas(name, String.valueOf(asked.getCredentials()))
              .orElseThrow(() -> new BadCredentialsException("name or password"));
      limits.succeeded(name, address);
      return new SignedIn(person);
    } catch (DataAccessException | TransactionException e) {
      throw new AuthenticationServiceException("the database does not answer", e);
    }
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
