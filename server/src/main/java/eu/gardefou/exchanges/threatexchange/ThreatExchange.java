package eu.gardefou.exchanges.threatexchange;

import eu.gardefou.exchanges.peer.Field;
import eu.gardefou.exchanges.peer.Field.Type;
import eu.gardefou.exchanges.peer.Filled;
import eu.gardefou.exchanges.peer.Peer;
import eu.gardefou.exchanges.peer.PeerHttp;
import eu.gardefou.exchanges.peer.Source;
import java.time.Clock;
import java.util.List;

/** Meta's ThreatExchange: what the members of a privacy group tell each other. */
public final class ThreatExchange implements Peer {
  static final String TITLE = "ThreatExchange";
  private static final String BASE = "https://graph.facebook.com/v21.0";

  private final Clock clock;

  /** Checkpoints grow old by this clock. */
  public ThreatExchange(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String api() {
    return "fb_threatexchange";
  }

  @Override
  public String title() {
    return TITLE;
  }

  @Override
  public List<Field> settings() {
    return List.of(
        Field.required("privacy_group", Type.NUMBER, "The number of the privacy group."),
        Field.optional(
            "send_opinions", Type.FLAG, "true", "Send confirmations and disputes as reactions."));
  }

  @Override
  public List<Field> credentials() {
    return List.of(
        Field.required("api_token", Type.TEXT, "The access token of the app: APPID|SECRET."),
        Field.optional("base_url_override", Type.TEXT, null, "Another address than " + BASE + "."));
  }

  @Override
  public Source open(Filled settings, Filled credentials) {
    String override = credentials.text("base_url_override");
    return new PrivacyGroup(
        new PeerHttp(TITLE, override == null ? BASE : override),
        credentials.given("api_token"),
        settings.number("privacy_group"),
        settings.flag("send_opinions"),
        clock);
  }
}
