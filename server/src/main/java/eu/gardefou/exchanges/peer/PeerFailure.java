package eu.gardefou.exchanges.peer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A source that did not tell what it was asked for. The message is one plain sentence for the
 * operator; it holds nothing secret and nothing that the source sent.
 */
public final class PeerFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** The source does not accept the credentials. */
    REFUSED,
    /** The source asks for patience. */
    BUSY,
    /** The source could not be reached, or failed. */
    UNREACHABLE,
    /** What the source sent makes no sense; nothing of it was used. */
    BROKEN,
    /** The settings or credentials are not in order. */
    SETTINGS
  }

  private final Kind kind;
  private final Duration patience;

  /** Creates a failure. */
  public PeerFailure(Kind kind, String sentence) {
    this(kind, sentence, Duration.ZERO, null);
  }

  /** Creates a failure with the cause, which is for the log only. */
  public PeerFailure(Kind kind, String sentence, @Nullable Throwable cause) {
    this(kind, sentence, Duration.ZERO, cause);
  }

  /** Creates a failure that asks to wait at least so long. */
  public PeerFailure(Kind kind, String sentence, Duration patience, @Nullable Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
    this.patience = patience;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** How long to wait at least. */
  public Duration patience() {
    return patience;
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
