package eu.gardefou.gateway;

import eu.gardefou.gateway.upstream.Upstream;
import eu.gardefou.gateway.upstream.UpstreamAnswer;
import eu.gardefou.gateway.upstream.UpstreamAnswer.RawPicture;
import eu.gardefou.gateway.upstream.UpstreamAnswer.Usage;
import eu.gardefou.gateway.upstream.UpstreamOrder;
import eu.gardefou.screening.Asker;
import eu.gardefou.screening.RequestOutcome;
import eu.gardefou.screening.ResultOutcome;
import eu.gardefou.screening.ScreenedImage;
import eu.gardefou.screening.Screening;
import eu.gardefou.wire.Belongings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way through: a request is screened, only then is an upstream asked, and what it makes is
 * screened before anybody sees it. The types leave no other way: an order can be made from a
 * cleared request only, and only screened pictures come out.
 */
final class Passage {
  private static final Logger log = LoggerFactory.getLogger(Passage.class);

  private final Submissions submissions;
  private final Screening screening;
  private final Upstream upstream;
  private final Refusals refusals;

  Passage(Submissions submissions, Screening screening, Upstream upstream, Refusals refusals) {
    this.submissions = submissions;
    this.screening = screening;
    this.upstream = upstream;
    this.refusals = refusals;
  }

  /** A request that may go to the upstream, once. */
  record Granted(RequestOutcome.Cleared cleared, UpstreamOrder order) {}

  /**
   * Pictures that may be delivered.
   *
   * @param revisedPrompts the upstream's words for each picture, screened as well
   */
  record Delivery(
      List<ScreenedImage> images, List<@Nullable String> revisedPrompts, @Nullable Usage usage) {}

  /**
   * Screens a request.
   *
   * @param belongings keeps its pictures until the request is over
   * @throws Refusal when it may not go on
   */
  Granted ask(ImageRequest request, Asker asker, Belongings belongings) {
    return switch (screening.screen(submissions.of(request, belongings), asker)) {
      case RequestOutcome.Stopped stopped -> throw refusals.of(request.model(), stopped);
      case RequestOutcome.Cleared cleared ->
          new Granted(
              cleared,
              UpstreamOrder.of(cleared, request.model(), request.settings(), asker.caller().id()));
    };
  }

  /**
   * Has the pictures made, and screens them: all may be delivered, or none.
   *
   * @param belongings keeps the upstream's answer until the request is over
   * @throws Refusal when none may
   */
  Delivery fetch(Granted granted, Belongings belongings) throws InterruptedException {
    return switch (upstream.make(granted.order(), belongings)) {
      case UpstreamAnswer.Made made -> screened(granted, made);
      case UpstreamAnswer.Refused refused -> {
        log.info(
            "the upstream refused the request of decision {} at stage {}",
            granted.cleared().decision(),
            refused.stage());
        ResultOutcome.Stopped stopped =
            screening.stop(granted.cleared(), refusals.grounds(refused));
        throw refusals.of(granted.order().model(), refused.stage(), stopped);
      }
    };
  }

  private Delivery screened(Granted granted, UpstreamAnswer.Made made) {
    List<byte[]> files = made.pictures().stream().map(RawPicture::bytes).toList();
    List<@Nullable String> prompts = new ArrayList<>();
    made.pictures().forEach(picture -> prompts.add(picture.revisedPrompt()));
    List<String> texts = prompts.stream().filter(Objects::nonNull).toList();
    return switch (screening.screenResult(granted.cleared(), files, texts)) {
      case ResultOutcome.Released released ->
          new Delivery(released.images(), prompts, made.usage());
      case ResultOutcome.Stopped stopped ->
          throw refusals.of(granted.order().model(), "output", stopped);
    };
  }
}
