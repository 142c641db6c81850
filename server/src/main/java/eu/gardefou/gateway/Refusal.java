package eu.gardefou.gateway;

import eu.gardefou.wire.BadRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that gets no picture, with the answer that says so.
 *
 * <p>Clients of this API try again by themselves after 408, 409, 429 and every 5xx, unless told
 * otherwise. So each refusal says whether trying again makes sense, and only real lack of capacity
 * does.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final String INVALID = "invalid_request_error";
  static final String SERVER = "server_error";
  private static final int BUSY_SECONDS = 5;

  private final int status;
  private final transient ErrorBody body;
  private final int retryAfter;
  private final @Nullable String allow;

  private Refusal(int status, ErrorBody body, int retryAfter, @Nullable String allow) {
    // Refusals are ordinary answers and many; a stack trace would say nothing.
    super(body.error().message(), null, false, false);
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
    this.allow = allow;
  }

  /** A refusal that trying again does not change. */
  static Refusal of(int status, ErrorBody body) {
    return new Refusal(status, body, 0, null);
  }

  /** A refusal of the plain kind, with the four usual fields. */
  static Refusal of(int status, String type, String code, @Nullable String param, String sentence) {
    return of(status, new ErrorBody(new ErrorBody.Detail(sentence, type, param, code, null, null)));
  }

  /** A request that could not be read. */
  static Refusal of(BadRequest bad) {
    String sentence = bad.sentence();
    int status = bad.kind().status();
    return switch (bad.kind()) {
      case INVALID -> of(status, INVALID, "invalid_value", bad.param(), sentence);
      case MISSING -> of(status, INVALID, "missing_required_parameter", bad.param(), sentence);
      case UNKNOWN -> of(status, INVALID, "unknown_parameter", bad.param(), sentence);
      case TOO_LARGE -> of(status, INVALID, "request_too_large", bad.param(), sentence);
      case UNSUPPORTED_TYPE -> of(status, INVALID, "unsupported_content_type", null, sentence);
      case TOO_SLOW -> of(status, INVALID, "request_timeout", null, sentence);
      case BUSY -> busy();
    };
  }

  /** 503: all capacity is taken, and trying again makes sense. */
  static Refusal busy() {
    String sentence = "All capacity is taken. Try again shortly.";
    return of(503, SERVER, "busy", null, sentence).retryAfter(BUSY_SECONDS);
  }

  /** 401: nobody is known to be asking. */
  static Refusal unauthorised() {
    return of(401, INVALID, "invalid_api_key", null, "A valid key is required.");
  }

  /** 404: there is nothing here. */
  static Refusal notFound(String sentence) {
    return of(404, INVALID, "not_found", null, sentence);
  }

  /** 405: the path is known, the method is not. */
  static Refusal methodNotAllowed(String allow) {
    String sentence = "This path answers " + allow + " only.";
    Refusal plain = of(405, INVALID, "method_not_allowed", null, sentence);
    return new Refusal(plain.status, plain.body, 0, allow);
  }

  /** The same refusal, but trying again after some seconds makes sense. */
  Refusal retryAfter(int seconds) {
    return new Refusal(status, body, Math.max(1, seconds), allow);
  }

  /** HTTP status. */
  int status() {
    return status;
  }

  /** What the client reads. */
  ErrorBody body() {
    return body;
  }

  /** Seconds after which trying again makes sense; 0 when it never does. */
  int retryAfter() {
    return retryAfter;
  }

  /** The methods that the path answers; null unless this is a 405. */
  @Nullable String allow() {
    return allow;
  }
}
