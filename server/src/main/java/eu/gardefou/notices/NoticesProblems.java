package eu.gardefou.notices;

import eu.gardefou.wire.BadRequest;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * What reporters hear when something is wrong: problem details (RFC 9457), nothing of the inside.
 */
@RestControllerAdvice(assignableTypes = NoticesApi.class)
class NoticesProblems extends ResponseEntityExceptionHandler {
  static final String NOT_STORED =
      "The notice could not be stored just now: send it again a little later.";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> of(NoticeProblem problem) {
    return switch (problem.reason()) {
      case UNKNOWN -> answer(HttpStatus.NOT_FOUND, problem.sentence(), 0);
      case IMPOSSIBLE, TAKEN -> answer(HttpStatus.CONFLICT, problem.sentence(), 0);
      case REUSED -> answer(HttpStatus.UNPROCESSABLE_CONTENT, problem.sentence(), 0);
      case KEY -> {
        logger.error(problem.sentence());
        yield answer(HttpStatus.SERVICE_UNAVAILABLE, NOT_STORED, 60);
      }
    };
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> of(BadRequest bad) {
    HttpStatus status = HttpStatus.valueOf(bad.kind().status());
    return answer(status, bad.sentence(), status == HttpStatus.SERVICE_UNAVAILABLE ? 1 : 0);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> of(Attempts.TooMany many) {
    return answer(
        HttpStatus.TOO_MANY_REQUESTS,
        "Too many attempts from this neighbourhood, or on this case: try again in "
            + many.seconds()
            + " seconds. Nothing was stored.",
        many.seconds());
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<ProblemDetail> unstored(RuntimeException unstored) {
    logger.warn("a notice could not be stored or read", unstored);
    return answer(HttpStatus.SERVICE_UNAVAILABLE, NOT_STORED, 5);
  }

  private static ResponseEntity<ProblemDetail> answer(
      HttpStatus status, String sentence, long wait) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    if (wait > 0) {
      answer.header(HttpHeaders.RETRY_AFTER, Long.toString(wait));
    }
    return answer.body(ProblemDetail.forStatusAndDetail(status, sentence));
  }
}
