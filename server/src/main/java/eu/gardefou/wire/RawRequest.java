package eu.gardefou.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body nobody but {@link Body} reads. To every other question about what is in the
 * body it answers that there is nothing.
 *
 * <p>Containers read a form, or a multipart body, as soon as anybody asks for a parameter or a
 * part, and write large parts to disk on the way. This keeps them from it, whatever the
 * configuration and whoever asks.
 */
public final class RawRequest extends HttpServletRequestWrapper {
  /** Wraps a request before anybody has asked for a parameter. */
  public RawRequest(HttpServletRequest request) {
    super(request);
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
