package eu.gardefou.exchanges.stopncii;

import eu.gardefou.exchanges.peer.Field;
import eu.gardefou.exchanges.peer.Field.Type;
import eu.gardefou.exchanges.peer.Filled;
import eu.gardefou.exchanges.peer.Peer;
import eu.gardefou.exchanges.peer.PeerHttp;
import eu.gardefou.exchanges.peer.Source;
import java.time.Clock;
import java.util.List;

/** StopNCII.org. What a person takes back stops to match in the cycle that tells so. */
public final class StopNcii implements Peer {
  static final String TITLE = "StopNCII";
  private static final String BASE = "https://api.stopncii.org/v1";

  private final Clock clock;

  /** Checkpoints grow old by this clock. */
  public StopNcii(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String api() {
    return "stopncii";
  }

  @Override
  public String title() {
    return TITLE;
  }

  @Override
  public List<Field> settings() {
    return List.of(
        Field.optional(
            "send_opinions",
            Type.FLAG,
            "true",
            "Send confirmations and disputes back, when there is a key for it."));
  }

  @Override
  public List<Field> credentials() {
    return List.of(
        Field.required("fetch_function_key", Type.TEXT, "The key of the endpoint FetchHashes."),
        Field.required("subscription_key", Type.TEXT, "Sent as Ocp-Apim-Subscription-Key."),
        Field.optional(
            "feedback_function_key",
            Type.TEXT,
            null,
            "The key of the endpoint SubmitFeedback; without it nothing is sent back."),
        Field.optional("base_url_override", Type.TEXT, null, "Another address than " + BASE + "."));
  }

  @Override
  public Source open(Filled settings, Filled credentials) {
    String override = credentials.text("base_url_override");
    String feedback =
        settings.flag("send_opinions") ? credentials.text("feedback_function_key") : null;
    return new Cases(
        new PeerHttp(TITLE, override == null ? BASE : override),
        credentials.given("subscription_key"),
        credentials.given("fetch_function_key"),
        feedback,
        clock);
  }
}
