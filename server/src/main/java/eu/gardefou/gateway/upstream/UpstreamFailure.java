package eu.gardefou.gateway.upstream;

import org.jspecify.annotations.Nullable;

/** An order that brought neither a picture nor a refusal. The message is for the log only. */
public final class UpstreamFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** It did not answer in time. */
    TIMEOUT,
    /** It could not be reached. */
    UNREACHABLE,
    /** It has no capacity right now. */
    BUSY,
    /** It was asked too often. */
    RATE_LIMITED,
    /** It does not know our key, our address or our model. */
    MISCONFIGURED,
    /** It cannot do what was asked for. */
    REJECTED,
    /** It failed, or its answer makes no sense. */
    BROKEN
  }

  private final Kind kind;
  private final @Nullable String param;
  private final int retryAfter;

  /** Creates a failure that trying again does not mend. */
  public UpstreamFailure(Kind kind, String forTheLog) {
    this(kind, forTheLog, null, 0);
  }

  /**
   * Creates a failure.
   *
   * @param param the field that the upstream finds fault with; null when unknown
   * @param retryAfter seconds after which trying again makes sense; 0 when it never does
   */
  public UpstreamFailure(Kind kind, String forTheLog, @Nullable String param, int retryAfter) {
    super(forTheLog);
    this.kind = kind;
    this.param = param;
    this.retryAfter = retryAfter;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** The field that the upstream finds fault with. */
  public @Nullable String param() {
    return param;
  }

  /** Seconds after which trying again makes sense; 0 when it never does. */
  public int retryAfter() {
    return retryAfter;
  }
}
