package eu.gardefou.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the key of a machine's request: {@code Authorization: Bearer gf_…}, once. */
final class KeyFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Keys keys;
  private final SecurityContextRepository contexts;
  private final Refusals refusals;

  KeyFilter(Keys keys, SecurityContextRepository contexts, Refusals refusals) {
    this.keys = keys;
    this.contexts = contexts;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<MachineKey> key;
    try {
      key = secret(request).flatMap(keys::holding);
    } catch (DataAccessException e) {
      logger.warn("A key could not be looked up: " + e.getMostSpecificCause().getMessage());
      refusals.unavailable(request, response);
      return;
    }
    if (key.isPresent()) {
      SecurityContextImpl context = new SecurityContextImpl(new HoldsKey(key.get()));
      SecurityContextHolder.setContext(context);
      // A streamed answer is finished on another pass, which must know the caller too.
      contexts.saveContext(context, request, response);
    }
    chain.doFilter(request, response);
  }

  /** Two headers are no header: whoever reads the other one would see another caller. */
  private static Optional<String> secret(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    if (headers.size() != 1) {
      return Optional.empty();
    }
    String header = headers.getFirst();
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }
}
