package eu.gardefou.screening;

import eu.gardefou.media.MediaBusy;
import eu.gardefou.media.UnreadablePicture;
import eu.gardefou.wire.BadRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Problem details (RFC 9457) for {@code /v1/screen}; the particulars of our troubles stay in the
 * log.
 */
@RestControllerAdvice(assignableTypes = ScreenApi.class)
final class ScreenErrors {
  private static final Logger log = LoggerFactory.getLogger(ScreenErrors.class);
  private static final String RETRY_AFTER_SECONDS = "2";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> badRequest(BadRequest bad) {
    ProblemDetail problem = problem(HttpStatus.valueOf(bad.kind().status()), bad.sentence());
    if (bad.param() != null) {
      problem.setProperty("param", bad.param());
    }
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(UnreadablePicture unreadable) {
    HttpStatus status =
        switch (unreadable.reason()) {
          case TOO_MANY_BYTES -> HttpStatus.CONTENT_TOO_LARGE;
          case NOT_A_PICTURE, TOO_MANY_PIXELS, TOO_MANY_FRAMES, TOO_SLOW, DAMAGED, POLYGLOT ->
              HttpStatus.UNPROCESSABLE_CONTENT;
        };
    return answer(problem(status, String.valueOf(unreadable.getMessage())));
  }

  @ExceptionHandler({ScreeningBusy.class, MediaBusy.class})
  ResponseEntity<ProblemDetail> busy(RuntimeException busy) {
    log.info("busy: {}", busy.getMessage());
    return answer(
        problem(HttpStatus.SERVICE_UNAVAILABLE, "All capacity is taken. Try again shortly."));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexpected(Exception trouble) {
    String reference = UUID.randomUUID().toString();
    log.error("unexpected, reference {}", reference, trouble);
    return answer(
        problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Nothing was decided. The operator's reference: " + reference));
  }

  private static ProblemDetail problem(HttpStatus status, String sentence) {
    return ProblemDetail.forStatusAndDetail(status, sentence);
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
    if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      answer.header("Retry-After", RETRY_AFTER_SECONDS);
    }
    return answer.body(problem);
  }
}
