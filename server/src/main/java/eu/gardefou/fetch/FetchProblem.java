package eu.gardefou.fetch;

import org.jspecify.annotations.Nullable;

/**
 * Nothing was fetched. The message is one plain sentence for whoever gave the address, and says
 * nothing of what is inside the network: a closed door, an empty room and no house sound alike.
 */
public final class FetchProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, from a closed list. */
  public enum Cause {
    /** The address is not of the form that is fetched. */
    ADDRESS,
    /** It would be sent in the clear, to somewhere outside of the operator's own networks. */
    UNENCRYPTED,
    /** There is nothing to be had there. */
    UNREACHABLE,
    /** It leads on and on. */
    REDIRECTS,
    /** It is not a photo or a video, or it is packed. */
    TYPE,
    /** It has too many bytes. */
    TOO_LARGE,
    /** It did not come in time. */
    TOO_SLOW,
    /** Too many are being fetched to begin with another. */
    BUSY
  }

  private final Cause reason;

  FetchProblem(Cause reason, @Nullable Throwable origin) {
    super(sentence(reason), origin);
    this.reason = reason;
  }

  FetchProblem(Cause reason) {
    this(reason, null);
  }

  private static String sentence(Cause reason) {
    return switch (reason) {
      case ADDRESS ->
          "This address is not fetched: it must be http or https with a plain host name and a"
              + " usual port, and without user or password.";
      case UNENCRYPTED ->
          "Nothing is sent there without encryption: plain http is for networks of the operator's"
              + " own, so use https, or configure the network of this address.";
      case UNREACHABLE -> "Nothing could be fetched from this address.";
      case REDIRECTS -> "This address leads on to too many others.";
      case TYPE -> "What is at this address is not declared as a plain photo or video.";
      case TOO_LARGE -> "What is at this address is too large.";
      case TOO_SLOW -> "What is at this address did not come in time.";
      case BUSY -> "Too much is being fetched just now: try again shortly.";
    };
  }

  /** Why. */
  public Cause reason() {
    return reason;
  }

  /** The sentence. */
  public String sentence() {
    return sentence(reason);
  }
}
