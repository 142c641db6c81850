package eu.gardefou.exchanges.arachnid;

import eu.gardefou.exchanges.peer.Call;
import eu.gardefou.exchanges.peer.Filled;
import eu.gardefou.exchanges.peer.Json;
import eu.gardefou.exchanges.peer.PeerFailure;
import eu.gardefou.exchanges.peer.PeerFailure.Kind;
import eu.gardefou.exchanges.peer.PeerHttp;
import eu.gardefou.exchanges.peer.Text;
import eu.gardefou.hashing.PdqHash;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Asks Arachnid Shield about PDQ hashes. Nothing but the hashes is sent. */
public final class Shield implements AutoCloseable {
  private static final String UNKNOWN = "no-known-match";

  private final PeerHttp http;
  private final String authorization;

  /**
   * Knows whom to ask.
   *
   * @throws PeerFailure when settings or credentials are not in order
   */
  public Shield(Filled settings, Filled credentials) {
    String override = credentials.text("base_url_override");
    Duration patience = Duration.ofMillis(settings.number("timeout_millis"));
    this.http = new PeerHttp(Arachnid.TITLE, override == null ? Arachnid.BASE : override, patience);
    String pair = credentials.given("user") + ":" + credentials.given("password");
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What is known of each hash: its classification, for those that are known.
   *
   * @throws PeerFailure when not every single one was answered
   */
  public Map<PdqHash, String> ask(List<PdqHash> hashes) throws InterruptedException {
    List<String> written = hashes.stream().distinct().map(Shield::written).toList();
    String body = Json.MAPPER.writeValueAsString(Map.of("hashes", written));
    Call call =
        Call.send("POST", "/v1/pdq/", "application/json", body)
            .with("Authorization", authorization);
    JsonNode answers = Json.object(Arachnid.TITLE, http.ask(call).body()).path("scanned_hashes");
    Map<PdqHash, String> known = new HashMap<>();
    for (PdqHash hash : hashes) {
      String word = classification(answers.path(written(hash)));
      if (!word.equals(UNKNOWN)) {
        known.put(hash, word);
      }
    }
    return known;
  }

  private static String written(PdqHash hash) {
    return Base64.getEncoder().encodeToString(hash.toBytes());
  }

  /** A word that is not known here is a match too: more are announced. */
  private static String classification(JsonNode answer) {
    if (answer.isNull()) {
      return UNKNOWN;
    }
    String word = Json.text(answer, "classification");
    if (word != null && !word.isBlank()) {
      return Text.tidy(word, 64);
    }
    if (answer.isObject()
        && answer.path("classification").isNull()
        && answer.path("match_type").isNull()) {
      return UNKNOWN;
    }
    throw new PeerFailure(Kind.BROKEN, "Arachnid Shield did not answer for every hash.");
  }

  @Override
  public void close() {
    http.close();
  }
}
