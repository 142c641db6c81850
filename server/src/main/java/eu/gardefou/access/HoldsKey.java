package eu.gardefou.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A machine that has shown a good key. */
final class HoldsKey extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient MachineKey key;

  HoldsKey(MachineKey key) {
    super(
        AuthorityUtils.createAuthorityList(
            key.scopes().stream().map(Scope::authority).sorted().toList()));
    this.key = key;
    setAuthenticated(true);
  }

  @Override
  public Caller getPrincipal() {
    return key.caller();
  }

  @Override
  public String getName() {
    return key.caller().id();
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }
}
