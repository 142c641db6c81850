package eu.gardefou.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds each page and action against the reader's roles. What says nothing is open to nobody. */
final class RightsCheck implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && isOurs(method) && !isAllowed(method)) {
      throw new AccessDeniedException("the roles do not include this");
    }
    return true;
  }

  private static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getPackageName().equals(RightsCheck.class.getPackageName());
  }

  private static boolean isAllowed(HandlerMethod method) {
    Needs needs = method.getMethodAnnotation(Needs.class);
    return needs != null && needs.value().isHeld();
  }
}
