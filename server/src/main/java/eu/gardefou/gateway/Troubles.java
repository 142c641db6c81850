package eu.gardefou.gateway;

import eu.gardefou.gateway.upstream.UpstreamFailure;
import eu.gardefou.media.MediaBusy;
import eu.gardefou.screening.ScreeningBusy;
import eu.gardefou.wire.BadRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * What a client is told when something goes wrong: a closed list. The particulars of our own
 * troubles, and of the upstream's, are for the log.
 */
final class Troubles {
  private static final Logger log = LoggerFactory.getLogger(Troubles.class);

  private Troubles() {}

  /** The refusal that answers a trouble. */
  static Refusal refusal(Throwable trouble) {
    return switch (trouble) {
      case Refusal refusal -> refusal;
      case BadRequest bad -> Refusal.of(bad);
      case ScreeningBusy _, MediaBusy _, InterruptedException _ -> Refusal.busy();
      case UpstreamFailure failure -> upstream(failure);
      default -> unexpected(trouble);
    };
  }

  private static Refusal upstream(UpstreamFailure failure) {
    log.warn("upstream: {} ({})", failure.getMessage(), failure.kind());
    Refusal refusal =
        switch (failure.kind()) {
          case TIMEOUT ->
              server(504, "upstream_timeout", "The image model did not answer in time.");
          case UNREACHABLE ->
              server(502, "upstream_unreachable", "The image model cannot be reached.");
          case BROKEN ->
              server(502, "upstream_error", "The image model failed, or answered nonsense.");
          case MISCONFIGURED ->
              server(
                  502,
                  "upstream_misconfigured",
                  "The image model does not accept this service. Its operator has to look at it.");
          case BUSY ->
              server(503, "upstream_busy", "The image model has no capacity. Try again shortly.");
          case RATE_LIMITED ->
              Refusal.of(
                  429,
                  "rate_limit_error",
                  "rate_limit_exceeded",
                  null,
                  "The image model is asked too often. Try again later.");
          case REJECTED ->
              Refusal.of(
                  400,
                  Refusal.INVALID,
                  "upstream_rejected",
                  failure.param(),
                  "The image model cannot do what is asked for with these settings.");
        };
    return failure.retryAfter() > 0 ? refusal.retryAfter(failure.retryAfter()) : refusal;
  }

  private static Refusal unexpected(Throwable trouble) {
    String reference = UUID.randomUUID().toString();
    if (DisconnectedClientHelper.isClientDisconnectedException(trouble)) {
      log.debug("the client went away, reference {}", reference);
    } else {
      log.error("unexpected, reference {}", reference, trouble);
    }
    return server(
        500, "internal_error", "Something went wrong here. The operator's reference: " + reference);
  }

  private static Refusal server(int status, String code, String sentence) {
    return Refusal.of(status, Refusal.SERVER, code, null, sentence);
  }
}
