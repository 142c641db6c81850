package eu.gardefou.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import eu.gardefou.Drawing;
import eu.gardefou.WholeGate;
import eu.gardefou.access.Caller;
import eu.gardefou.exchanges.ArachnidShield;
import eu.gardefou.exchanges.ExchangeDraft;
import eu.gardefou.exchanges.Exchanges;
import eu.gardefou.matching.Matching;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody else says of a picture counts, and so does that they say nothing. */
final class ElsewhereCheckTest {
  private final Picture picture = new Media(MediaLimits.DEFAULT).decode(Drawing.png(320, 240));
  private WholeGate gate;
  private HttpServer server;
  private ElsewhereCheck check;
  private volatile int status = 200;
  private volatile String said = "null";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] answer = answer().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    gate = WholeGate.start();
    check = new ElsewhereCheck(gate.bean(ArachnidShield.class));
  }

  @AfterEach
  void stop() {
    picture.close();
    gate.close();
    server.stop(0);
  }

  @Test
  void nobodyIsAskedBeforeItIsSwitchedOnAndThenEveryAnswerCounts() {
    assertThat(check.look(Signal.Part.INPUT, 0, picture)).isEmpty();

    Exchanges exchanges = gate.bean(Exchanges.class);
    exchanges.create(
        new ExchangeDraft("shield", "arachnid", "known-abuse", Map.of(), Duration.ofMinutes(15)),
        Caller.LOCAL);
    exchanges.setCredentials(
        "arachnid",
        Map.of(
            "user", "u",
            "password", "p",
            "base_url_override", "http://127.0.0.1:" + server.getAddress().getPort()),
        Caller.LOCAL);
    assertThat(check.look(Signal.Part.INPUT, 0, picture)).isEmpty();

    said = "{\"classification\":\"harmful-abusive-material\",\"match_type\":\"near\"}";
    assertThat(check.look(Signal.Part.OUTPUT, 2, picture))
        .contains(
            new Signal.Match(
                Signal.Part.OUTPUT,
                2,
                "known-abuse",
                "known-abuse",
                "harmful-abusive-material",
                0,
                false));

    status = 500;
    assertThatIllegalStateException().isThrownBy(() -> check.look(Signal.Part.INPUT, 0, picture));
  }

  /** The same for each hash of the picture. */
  private String answer() {
    StringJoiner hashes = new StringJoiner(",", "{\"scanned_hashes\":{", "}}");
    Matching.uprightHashes(picture)
        .forEach(hash ->
            hashes.add("\"" + Base64.getEncoder().encodeToString(hash.toBytes()) + "\":" + said));
    return hashes.toString();
  }
}
