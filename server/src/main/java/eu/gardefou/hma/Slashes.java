package eu.gardefou.hma;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * Takes {@code //c/banks} for {@code /c/banks}: clients put their paths behind a base address that
 * ends in a slash. Only slashes at the very beginning; elsewhere they are still refused.
 */
final class Slashes implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var http = (HttpServletRequest) request;
    boolean doubled = http.getRequestURI().startsWith("//");
    chain.doFilter(doubled ? new Single(http) : http, response);
  }

  private static final class Single extends HttpServletRequestWrapper {
    private final String path;

    Single(HttpServletRequest request) {
      super(request);
      String path = request.getRequestURI();
      this.path = path.startsWith("//") ? path.substring(1) : path;
    }

    @Override
    public String getRequestURI() {
      return path;
    }

    @Override
    public StringBuffer getRequestURL() {
      StringBuffer whole = super.getRequestURL();
      return whole.replace(whole.length() - path.length() - 1, whole.length(), path);
    }
  }
}
