package eu.gardefou.wire;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.web.util.WebUtils;

/**
 * A request whose body nobody but {@link Body} reads. To every other question about what is in the
 * body it answers that there is nothing.
 *
 * <p>Containers read a form, or a multipart body, as soon as anybody asks for a parameter or a
 * part, and write large parts to disk on the way. This keeps them from it, whatever the
 * configuration and whoever asks.
 */
public final class RawRequest extends HttpServletRequestWrapper {
  private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;
  private static final Set<String> BODILESS = Set.of("GET", "HEAD");

  private final Belongings belongings = new Belongings();

  private RawRequest(HttpServletRequest request) {
    super(request);
  }

  /**
   * Wraps requests before anybody has asked for a parameter, security included. Those that have no
   * body are left alone.
   *
   * @param paths such as {@code /v1/things/*}
   */
  public static FilterRegistrationBean<Filter> filter(String... paths) {
    var registration = new FilterRegistrationBean<Filter>(RawRequest::wrap);
    registration.setName("raw " + paths[0]);
    registration.addUrlPatterns(paths);
    registration.setOrder(FIRST);
    return registration;
  }

  private static void wrap(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var http = (HttpServletRequest) request;
    if (BODILESS.contains(http.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    var raw = new RawRequest(http);
    try (Belongings _ = raw.belongings) {
      chain.doFilter(raw, response);
    }
  }

  /**
   * The raw one behind a request.
   *
   * @throws BadRequest when it has query parameters, which nobody here reads
   * @throws IllegalStateException when there is none, since somebody else may have read the body
   */
  public static RawRequest of(HttpServletRequest request) {
    if (request.getQueryString() != null) {
      throw BadRequest.invalid(null, "This path takes no query parameters.");
    }
    RawRequest raw = WebUtils.getNativeRequest(request, RawRequest.class);
    if (raw == null) {
      throw new IllegalStateException("somebody else may have read the body: no RawRequest");
    }
    return raw;
  }

  /** What it holds; given back when the answer is written. */
  public Belongings belongings() {
    return belongings;
  }

  @Override
  public @Nullable String getParameter(String name) {
    return null;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.emptyEnumeration();
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return null;
  }

  @Override
  public Collection<Part> getParts() {
    return List.of();
  }

  @Override
  public @Nullable Part getPart(String name) {
    return null;
  }
}
