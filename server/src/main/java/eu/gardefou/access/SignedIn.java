package eu.gardefou.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A person who has signed in. */
final class SignedIn extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient Person person;

  SignedIn(Person person) {
    super(
        AuthorityUtils.createAuthorityList(
            person.roles().stream().map(Role::authority).sorted().toList()));
    this.person = person;
    setAuthenticated(true);
  }

  Person person() {
    return person;
  }

  @Override
  public Caller getPrincipal() {
    return person.caller();
  }

  @Override
  public String getName() {
    return person.caller().id();
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }
}
