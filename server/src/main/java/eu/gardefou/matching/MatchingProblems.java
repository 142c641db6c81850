package eu.gardefou.matching;

import eu.gardefou.media.MediaBusy;
import eu.gardefou.media.UnreadablePicture;
import eu.gardefou.wire.BadRequest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What went wrong, as problem details (RFC 9457). Says nothing of the inside. */
@RestControllerAdvice(assignableTypes = MatchingApi.class)
class MatchingProblems extends ResponseEntityExceptionHandler {
  @ExceptionHandler
  ProblemDetail of(BankProblem problem) {
    HttpStatus status =
        switch (problem.reason()) {
          case UNKNOWN -> HttpStatus.NOT_FOUND;
          case INVALID -> HttpStatus.BAD_REQUEST;
          case TAKEN, CHANGED, BUILT_IN -> HttpStatus.CONFLICT;
          case TOO_WEAK -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    return ProblemDetail.forStatusAndDetail(status, problem.sentence());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> of(BadRequest bad) {
    HttpStatus status = HttpStatus.valueOf(bad.kind().status());
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, "1");
    }
    return answer.body(ProblemDetail.forStatusAndDetail(status, bad.sentence()));
  }

  @ExceptionHandler
  ProblemDetail of(UnreadablePicture unreadable) {
    HttpStatus status =
        switch (unreadable.reason()) {
          case TOO_MANY_BYTES, TOO_MANY_PIXELS, TOO_MANY_FRAMES, TOO_SLOW ->
              HttpStatus.CONTENT_TOO_LARGE;
          case NOT_A_PICTURE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
          case DAMAGED, POLYGLOT -> HttpStatus.BAD_REQUEST;
        };
    return ProblemDetail.forStatusAndDetail(status, String.valueOf(unreadable.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> of(MediaBusy busy) {
    HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
    ProblemDetail detail =
        ProblemDetail.forStatusAndDetail(status, "Too many pictures at once: try again shortly.");
    return ResponseEntity.status(status).header(HttpHeaders.RETRY_AFTER, "1").body(detail);
  }

  @ExceptionHandler
  ProblemDetail of(DataAccessResourceFailureException unreachable) {
    logger.warn("the banks cannot be reached", unreachable);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE, "The banks cannot be reached at the moment.");
  }
}
