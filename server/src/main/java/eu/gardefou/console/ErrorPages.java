package eu.gardefou.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Errors in plain words, for clients that ask for HTML. Tells nothing of what went wrong inside.
 */
final class ErrorPages implements ErrorViewResolver {
  private final Words words;

  ErrorPages(Words words) {
    this.words = words;
  }

  @Override
  public ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
    ModelAndView page = new ModelAndView("console/error");
    page.setStatus(status);
    page.addObject("trouble", Trouble.of(status));
    page.addObject("status", Integer.toString(status.value()));
    ViewerAdvice.viewer(words).ifPresent(viewer -> page.addObject("viewer", viewer));
    return page;
  }
}
