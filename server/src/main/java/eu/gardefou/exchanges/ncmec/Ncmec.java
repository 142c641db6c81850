package eu.gardefou.exchanges.ncmec;

import eu.gardefou.exchanges.peer.Field;
import eu.gardefou.exchanges.peer.Field.Type;
import eu.gardefou.exchanges.peer.Filled;
import eu.gardefou.exchanges.peer.Peer;
import eu.gardefou.exchanges.peer.PeerHttp;
import eu.gardefou.exchanges.peer.Source;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/** NCMEC: every kind of fingerprint on its lists, of pictures and of videos. */
public final class Ncmec implements Peer {
  static final String TITLE = "NCMEC";

  private final Clock clock;

  /** Windows of time end at this clock's now. */
  public Ncmec(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String api() {
    return "ncmec";
  }

  @Override
  public String title() {
    return TITLE;
  }

  @Override
  public List<Field> settings() {
    return List.of(
        Field.choice("environment", "Which of NCMEC's lists.", Environment.words()),
        Field.optional("only_esp_ids", Type.NUMBERS, null, "Take entries of these members only."),
        Field.optional(
            "send_opinions", Type.FLAG, "true", "Send confirmations and disputes back."));
  }

  @Override
  public List<Field> credentials() {
    return List.of(
        Field.required("user", Type.TEXT, "The user name for the hash sharing API."),
        Field.required("password", Type.TEXT, "Its password."),
        Field.optional(
            "base_url_override", Type.TEXT, null, "Another address than the environment's."));
  }

  @Override
  public Source open(Filled settings, Filled credentials) {
    String override = credentials.text("base_url_override");
    String base = override == null ? Environment.base(settings.given("environment")) : override;
    String pair = credentials.given("user") + ":" + credentials.given("password");
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return new HashList(
        new PeerHttp(TITLE, base),
        "Basic " + basic,
        settings.numbers("only_esp_ids"),
        settings.flag("send_opinions"),
        clock);
  }
}
