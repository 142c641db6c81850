package eu.gardefou.hma;

import eu.gardefou.exchanges.ExchangeProblem;
import eu.gardefou.fetch.FetchProblem;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.media.MediaBusy;
import eu.gardefou.media.UnreadablePicture;
import eu.gardefou.wire.BadRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Whatever goes wrong in this package, as {@code {"message": "…"}}. Says nothing of the inside. */
@RestControllerAdvice(basePackageClasses = HmaErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HmaErrors {
  static final String UNREACHABLE = "The banks cannot be reached at the moment.";

  private static final Logger log = LoggerFactory.getLogger(HmaErrors.class);

  @ExceptionHandler
  ResponseEntity<Map<String, String>> answer(Exception trouble) {
    return switch (trouble) {
      case HmaProblem problem -> of(problem);
      case BankProblem problem -> of(status(problem), problem.sentence());
      case ExchangeProblem problem -> of(status(problem), problem.sentence());
      case BadRequest bad -> of(HttpStatus.valueOf(bad.kind().status()), bad.sentence());
      case FetchProblem problem -> of(status(problem), problem.sentence());
      case UnreadablePicture unreadable ->
          of(status(unreadable), String.valueOf(unreadable.getMessage()));
      case MediaBusy _ ->
          of(HttpStatus.SERVICE_UNAVAILABLE, "Too many pictures at once: try again shortly.");
      case DataAccessException unreachable -> {
        log.warn("the banks cannot be reached", unreachable);
        yield of(HttpStatus.SERVICE_UNAVAILABLE, UNREACHABLE);
      }
      case UncheckedIOException unkept -> {
        log.error("a video could not be kept", unkept);
        yield of(HttpStatus.SERVICE_UNAVAILABLE, "The video cannot be kept here at the moment.");
      }
      // The client has left in the middle of its question or answer: nobody hears this.
      case IOException _ -> of(HttpStatus.BAD_REQUEST, "The request ended early.");
      case ErrorResponse known -> of(known.getStatusCode(), "This request is not understood.");
      default -> {
        log.error("a request failed", trouble);
        yield of(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here.");
      }
    };
  }

  private static HttpStatus status(BankProblem problem) {
    return switch (problem.reason()) {
      case UNKNOWN -> HttpStatus.NOT_FOUND;
      case INVALID, TOO_WEAK -> HttpStatus.BAD_REQUEST;
      case TAKEN, BUILT_IN -> HttpStatus.FORBIDDEN;
      case CHANGED -> HttpStatus.CONFLICT;
    };
  }

  private static HttpStatus status(ExchangeProblem problem) {
    return switch (problem.reason()) {
      case UNKNOWN -> HttpStatus.NOT_FOUND;
      case INVALID -> HttpStatus.BAD_REQUEST;
      case TAKEN -> HttpStatus.FORBIDDEN;
      case KEY -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }

  private static HttpStatus status(FetchProblem problem) {
    return switch (problem.reason()) {
      case ADDRESS, UNENCRYPTED, UNREACHABLE, REDIRECTS, TYPE, TOO_SLOW -> HttpStatus.BAD_REQUEST;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }

  private static HttpStatus status(UnreadablePicture unreadable) {
    return switch (unreadable.reason()) {
      case TOO_MANY_BYTES, TOO_MANY_PIXELS, TOO_MANY_FRAMES, TOO_SLOW ->
          HttpStatus.CONTENT_TOO_LARGE;
      case NOT_A_PICTURE, DAMAGED, POLYGLOT -> HttpStatus.BAD_REQUEST;
    };
  }

  private static ResponseEntity<Map<String, String>> of(HmaProblem problem) {
    ResponseEntity.BodyBuilder answer = builder(problem.status());
    if (!problem.unhashable().isEmpty()) {
      answer.header(Hashes.HEADER, String.join(", ", problem.unhashable()));
    }
    return answer.body(Answers.message(problem.sentence()));
  }

  private static ResponseEntity<Map<String, String>> of(HttpStatusCode status, String sentence) {
    return builder(status).body(Answers.message(sentence));
  }

  private static ResponseEntity.BodyBuilder builder(HttpStatusCode status) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    return status.value() == 503 ? answer.header(HttpHeaders.RETRY_AFTER, "1") : answer;
  }
}
