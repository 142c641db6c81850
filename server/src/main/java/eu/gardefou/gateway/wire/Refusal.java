package eu.gardefou.gateway.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that gets no picture, with the answer that says so.
 *
 * <p>Clients of this API try again by themselves after 408, 409, 429 and every 5xx, unless told
 * otherwise. So each refusal says whether trying again makes sense, and only real lack of capacity
 * does.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String INVALID = "invalid_request_error";
  private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,64}");

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
  public static Refusal of(int status, ErrorBody body) {
    return new Refusal(status, body, 0, null);
  }

  /** A refusal of the plain kind, with the four usual fields. */
  public static Refusal of(
      int status, String type, String code, @Nullable String param, String sentence) {
    return of(status, new ErrorBody(new ErrorBody.Detail(sentence, type, param, code, null, null)));
  }

  /** 400: a field, or the body when {@code param} is null, is not as it must be. */
  public static Refusal invalid(@Nullable String param, String sentence) {
    return of(400, INVALID, "invalid_value", param, sentence);
  }

  /** 400: a field that must be there is not. */
  public static Refusal missing(String param) {
    return of(400, INVALID, "missing_required_parameter", param, "'" + param + "' is required.");
  }

  /** 400: a field that is not known here, so that nobody could screen it. */
  public static Refusal unknown(String param) {
    boolean printable = FIELD_NAME.matcher(param).matches();
    return of(
        400,
        INVALID,
        "unknown_parameter",
        printable ? param : null,
        printable ? "'" + param + "' is not a known field here." : "A field is not known here.");
  }

  /** 413: too many bytes. */
  public static Refusal tooLarge(@Nullable String param, String sentence) {
    return of(413, INVALID, "request_too_large", param, sentence);
  }

  /** 415: a content type that is not read here. */
  public static Refusal unsupportedType(String sentence) {
    return of(415, INVALID, "unsupported_content_type", null, sentence);
  }

  /** 422: a picture that cannot be read. */
  public static Refusal unreadable(String param, String sentence) {
    return of(422, INVALID, "unreadable_image", param, sentence);
  }

  /** 401: nobody is known to be asking. */
  public static Refusal unauthorised() {
    return of(401, INVALID, "invalid_api_key", null, "A valid key is required.");
  }

  /** 404: there is nothing here. */
  public static Refusal notFound(String sentence) {
    return of(404, INVALID, "not_found", null, sentence);
  }

  /** 405: the path is known, the method is not. */
  public static Refusal methodNotAllowed(String allow) {
    Refusal plain =
        of(405, INVALID, "method_not_allowed", null, "This path answers " + allow + " only.");
    return new Refusal(plain.status, plain.body, 0, allow);
  }

  /** 503: all capacity is taken, and trying again after some seconds makes sense. */
  public static Refusal busy(int seconds) {
    return of(503, "server_error", "busy", null, "All capacity is taken. Try again shortly.")
        .retryAfter(seconds);
  }

  /** The same refusal, but trying again after some seconds makes sense. */
  public Refusal retryAfter(int seconds) {
    return new Refusal(status, body, Math.max(1, seconds), allow);
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** What the client reads. */
  public ErrorBody body() {
    return body;
  }

  /** Seconds after which trying again makes sense; 0 when it never does. */
  public int retryAfter() {
    return retryAfter;
  }

  /** The methods that the path answers; null unless this is a 405. */
  public @Nullable String allow() {
    return allow;
  }
}
