package eu.gardefou.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request that is not read further. The message is one plain sentence for the sender. */
public final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,64}");

  /** Why a request is not read further. */
  public enum Kind {
    /** A field, or the body when no field is named, is not as it must be. */
    INVALID,
    /** A field that must be there is not. */
    MISSING,
    /** A field is not known, so that nobody could screen it. */
    UNKNOWN,
    /** Too many bytes. */
    TOO_LARGE,
    /** A content type or encoding that is not read. */
    UNSUPPORTED_TYPE,
    /** The body did not arrive in time. */
    TOO_SLOW,
    /** No room in memory just now: the same request may be read a little later. */
    BUSY;

    /** The HTTP status that says so. */
    public int status() {
      return switch (this) {
        case INVALID, MISSING, UNKNOWN -> 400;
        case TOO_SLOW -> 408;
        case TOO_LARGE -> 413;
        case UNSUPPORTED_TYPE -> 415;
        case BUSY -> 503;
      };
    }
  }

  private final Kind kind;
  private final @Nullable String param;

  private BadRequest(Kind kind, @Nullable String param, String sentence) {
    // Such requests are many and ordinary; a stack trace would say nothing.
    super(sentence, null, false, false);
    this.kind = kind;
    this.param = param;
  }

  /** A field, or the body when {@code param} is null, is not as it must be. */
  public static BadRequest invalid(@Nullable String param, String sentence) {
    return new BadRequest(Kind.INVALID, param, sentence);
  }

  /** A field that must be there is not. */
  public static BadRequest missing(String param) {
    return new BadRequest(Kind.MISSING, param, "'" + param + "' is required.");
  }

  /** A field is not known. Its name is repeated only when it looks like one. */
  public static BadRequest unknown(String param) {
    boolean printable = FIELD_NAME.matcher(param).matches();
    return new BadRequest(
        Kind.UNKNOWN,
        printable ? param : null,
        printable ? "'" + param + "' is not a known field here." : "A field is not known here.");
  }

  /** Too many bytes. */
  static BadRequest tooLarge(String sentence) {
    return new BadRequest(Kind.TOO_LARGE, null, sentence);
  }

  /** A content type or encoding that is not read. */
  public static BadRequest unsupportedType(String sentence) {
    return new BadRequest(Kind.UNSUPPORTED_TYPE, null, sentence);
  }

  /** The body did not arrive in time. */
  static BadRequest tooSlow() {
    return new BadRequest(Kind.TOO_SLOW, null, "The body did not arrive in time.");
  }

  /** No room in memory just now. */
  static BadRequest busy() {
    return new BadRequest(Kind.BUSY, null, "All capacity is taken. Try again shortly.");
  }

  /** Why, from a closed list. */
  public Kind kind() {
    return kind;
  }

  /** The field at fault; null when it is the body as a whole. */
  public @Nullable String param() {
    return param;
  }

  /** The sentence for the sender. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
