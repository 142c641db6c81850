package eu.gardefou.matching;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.WholeGate;
import eu.gardefou.access.Scope;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes on one database, as people meet them: what one is told, the other knows. */
@EnabledIf("eu.gardefou.WholeGate#hasModels")
final class TwoNodesTest {
  private static final String BANK = "/v1/banks/protected-people/entries";
  private static final String PICTURE =
      "data:image/png;base64," + Base64.getEncoder().encodeToString(Drawings.png(1));

  private static WholeGate one;
  private static WholeGate two;
  private static String key;

  @BeforeAll
  static void start() {
    one = WholeGate.start();
    two = one.beside();
    key = one.key(Scope.SCREEN, Scope.CURATE);
  }

  @AfterAll
  static void stop() {
    two.close();
    one.close();
  }

  @Test
  void aWithdrawnConsentActsOnTheVeryNextRequestOnBothNodes() {
    assertThat(protects(one)).isFalse();
    assertThat(protects(two)).isFalse();

    for (List<WholeGate> turn : List.of(List.of(one, two), List.of(two, one))) {
      String hash = lookUp(turn.getFirst());
      String body = "{\"pdq\":\"" + hash + "\",\"source\":\"the person\"}";
      String entry =
          json(turn.getFirst().post(BANK, key, "application/json", bytes(body)))
              .get("id")
              .asString();
      assertThat(protects(turn.getLast())).isTrue();
      assertThat(protects(turn.getFirst())).isTrue();

      HttpResponse<String> withdrawal =
          turn.getLast()
              .post(BANK + "/" + entry + "/withdrawal", key, "application/json", bytes(""));
      assertThat(withdrawal.statusCode()).isEqualTo(200);
      assertThat(protects(turn.getFirst())).isFalse();
      assertThat(protects(turn.getLast())).isFalse();
    }
  }

  /** Whether an edit of the picture is refused because of the bank. */
  private static boolean protects(WholeGate node) {
    String edit =
        "{\"kind\":\"edit\",\"prompt\":\"make the sky bluer\",\"images\":[\"" + PICTURE + "\"]}";
    JsonNode answer = json(node.post("/v1/screen", key, "application/json", bytes(edit)));
    boolean refused = answer.get("decision").asString().equals("refuse");
    assertThat(answer.get("signals").findValuesAsString("kind").contains("protected-people"))
        .isEqualTo(refused);
    return refused;
  }

  private static String lookUp(WholeGate node) {
    byte[] png = Drawings.png(1);
    String head =
        "--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n\r\n";
    byte[] start = bytes(head);
    byte[] end = bytes("\r\n--b--\r\n");
    byte[] body = new byte[start.length + png.length + end.length];
    System.arraycopy(start, 0, body, 0, start.length);
    System.arraycopy(png, 0, body, start.length, png.length);
    System.arraycopy(end, 0, body, start.length + png.length, end.length);
    return json(node.post("/v1/banks/look-up", key, "multipart/form-data; boundary=b", body))
        .get("pdq")
        .asString();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
