package eu.gardefou.enforcement;

import eu.gardefou.fetch.Answer;
import eu.gardefou.fetch.Sender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells the platform of one action. Safe for many threads. */
final class Webhook {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI url;
  private final Signature signature;
  private final Sender sender;
  private final Clock clock;

  Webhook(URI url, String secret, Sender sender, Clock clock) {
    this.url = url;
    this.signature = new Signature(secret);
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * Sends it.
   *
   * @throws eu.gardefou.fetch.FetchProblem when there was no answer
   */
  Answer send(ActionTaken action) {
    byte[] body = body(action).getBytes(StandardCharsets.UTF_8);
    Instant now = clock.instant();
    return sender.send(
        "POST",
        url,
        Map.of(
            Signature.HEADER, signature.of(now, body), "Idempotency-Key", action.id().toString()),
        body);
  }

  /** The same however often it is sent. */
  static String body(ActionTaken action) {
    ObjectNode body = JSON.createObjectNode();
    body.put("id", action.id().toString());
    body.put("action", action.word());
    body.put("item", action.item());
    body.put("at", action.at().toString());
    UUID reverses = action.reverses();
    if (reverses != null) {
      body.put("reverses", reverses.toString());
    }
    String statement = action.statement();
    if (statement != null) {
      body.set("statement", JSON.readTree(statement));
    }
    body.putObject("reasons")
        .put("language", action.language().toLanguageTag())
        .put("text", action.text());
    return body.toString();
  }
}
