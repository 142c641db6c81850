package eu.gardefou.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets those in who show a good key. */
final class KeyFilter extends OncePerRequestFilter {
  private final KeyCheck check;
  private final SecurityContextRepository contexts;
  private final Refusals refusals;

  KeyFilter(KeyCheck check, SecurityContextRepository contexts, Refusals refusals) {
    this.check = check;
    this.contexts = contexts;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<MachineKey> key;
    try {
      key = check.shown(request, Doors.dialect(request));
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
}
