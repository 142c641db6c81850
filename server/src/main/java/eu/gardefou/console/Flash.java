package eu.gardefou.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.ui.Model;
import org.springframework.web.util.WebUtils;

/**
 * What a page says about what was just done. After a success the browser is sent to another page,
 * and a cookie of one minute carries the key of the sentence, never the sentence: no node keeps
 * anything, and nobody else's words can be shown.
 */
final class Flash {
  private static final String COOKIE = "gardefou-said";
  private static final String END = ".said";

  private Flash() {}

  /** Goes on to a page that will say that it was done. */
  static String done(String key, String path, HttpServletResponse response) {
    set(response, key, Duration.ofMinutes(1));
    return "redirect:" + path;
  }

  /** Says on this page why it was not done. */
  static void problem(String sentence, Model model, HttpServletResponse response) {
    model.addAttribute("problem", sentence);
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
  }

  /** The key of what there is to say, once. */
  static Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    if (cookie == null) {
      return Optional.empty();
    }
    set(response, "", Duration.ZERO);
    return Optional.of(cookie.getValue()).filter(key -> key.endsWith(END));
  }

  private static void set(HttpServletResponse response, String key, Duration age) {
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, key)
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
