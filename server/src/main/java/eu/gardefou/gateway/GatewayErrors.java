package eu.gardefou.gateway;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers whatever goes wrong in this package, and always says whether to try again. */
@RestControllerAdvice(basePackageClasses = GatewayErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class GatewayErrors {
  static final String SHOULD_RETRY = "X-Should-Retry";

  @ExceptionHandler
  ResponseEntity<ErrorBody> answer(Exception trouble) {
    return answer(Troubles.refusal(trouble));
  }

  static ResponseEntity<ErrorBody> answer(Refusal refusal) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(refusal.status())
            .contentType(MediaType.APPLICATION_JSON)
            .cacheControl(CacheControl.noStore())
            .header(SHOULD_RETRY, Boolean.toString(refusal.retryAfter() > 0));
    if (refusal.retryAfter() > 0) {
      answer.header("Retry-After", Integer.toString(refusal.retryAfter()));
    }
    if (refusal.allow() != null) {
      answer.header("Allow", refusal.allow());
    }
    return answer.body(refusal.body());
  }
}
