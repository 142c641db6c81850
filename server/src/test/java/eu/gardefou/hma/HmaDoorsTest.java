package eu.gardefou.hma;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Keys;
import eu.gardefou.access.Scope;
import eu.gardefou.database.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who is let in, with the quick way and the long one alike, and what others hear. */
@ExtendWith(OutputCaptureExtension.class)
final class HmaDoorsTest {
  private static final String HASH =
      "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

  /** The quick way answers this. */
  private static final String QUICK = "/m/lookup?signal_type=pdq&signal=" + HASH;

  /** The same question, which only the long way answers. */
  private static final String LONG = QUICK + "&seed=";

  private final HmaGate hma = HmaGate.shared();

  @ParameterizedTest
  @ValueSource(strings = {QUICK, LONG, "/h/hash", "/c/banks", "/site-map", "/openapi/openapi.json"})
  void withoutAGoodKeyNobodyIsLetIn(String path) {
    String other = hma.gate.key(Scope.AUDIT, Scope.SCREEN, Scope.GATEWAY);
    String with = path.contains("?") ? "&" : "?";
    for (String wrong :
        List.of("", with + "api_key=", with + "api_key=gf_x", with + "key=" + hma.key)) {
      HttpResponse<String> refused = ask(path + wrong);
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body()).startsWith("{\"message\":\"");
    }
    assertThat(ask(path, "X-API-Key", other).statusCode()).isEqualTo(403);
    assertThat(ask(path, "X-API-Key", hma.key, "X-API-Key", hma.key).statusCode()).isEqualTo(401);
    assertThat(ask(path, "X-API-Key", hma.key).statusCode()).isNotIn(401, 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {QUICK, LONG})
  void aRevokedKeyIsRefusedAtTheVeryNextQuestion(String path) {
    String secret = hma.gate.key(Scope.MATCH);
    assertThat(ask(path + "&api_key=" + secret).statusCode()).isEqualTo(200);
    assertThat(hma.gate.bean(Keys.class).revoke(secret.substring(3, 15))).isTrue();
    assertThat(ask(path + "&api_key=" + secret).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {QUICK, LONG})
  void withoutADatabaseNobodyIsTold(String path) {
    TestDatabase.stopServer();
    try {
      HttpResponse<String> answer = hma.get(path);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).startsWith("{\"message\":\"");
      assertThat(hma.get("/status").statusCode()).isEqualTo(503);
      assertThat(hma.get("/status/live").statusCode()).isEqualTo(200);
    } finally {
      TestDatabase.startServer();
    }
  }

  @Test
  void theQuickWayAnswersAsTheLongOneDoes() {
    String bank = hma.newBank();
    String other = hma.newBank();
    for (String each : List.of(bank, bank, other)) {
      hma.send("POST", "/c/bank/" + each + "/signal", "{\"pdq\":\"" + HASH + "\"}");
    }
    HttpResponse<String> quick = hma.get(QUICK);
    HttpResponse<String> slow = hma.get(LONG);

    assertThat(HmaGate.json(quick)).isEqualTo(HmaGate.json(slow));
    assertThat(quick.headers().firstValue("Content-Type")).contains("application/json");
    for (String name : List.of("Cache-Control", "X-Content-Type-Options")) {
      assertThat(quick.headers().firstValue(name)).as(name).isPresent();
    }
    for (String question :
        List.of("signal_type=pdq&signal=x", "signal_type=x&signal=x", "signal_type=md5&signal=")) {
      assertThat(hma.get("/m/lookup?" + question).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void aSecondSlashIsTakenAtTheBeginningOnly() {
    assertThat(hma.get("//c/banks").statusCode()).isEqualTo(200);
    assertThat(hma.get("/" + QUICK).statusCode()).isEqualTo(200);
    assertThat(hma.get("//status").statusCode()).isEqualTo(200);
    assertThat(hma.get("/c//banks").statusCode()).isEqualTo(400);
    assertThat(hma.get("///c/banks").statusCode()).isEqualTo(400);
    assertThat(ask("//c/banks").statusCode()).isEqualTo(401);
  }

  @Test
  void whatIsNotServedSaysSoInUpstreamsWords() {
    for (String path : List.of("/c/nothing", "/m/nothing", "/h", "/h/nothing/more")) {
      HttpResponse<String> answer = hma.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).startsWith("{\"message\":\"");
    }
    assertThat(hma.send("DELETE", "/c/banks", null).statusCode()).isEqualTo(404);
  }

  @Test
  void aKeyInTheQueryIsWrittenDownNowhere(CapturedOutput output) throws IOException {
    String secret = hma.gate.key(Scope.MATCH, Scope.CURATE);
    for (String path :
        List.of(
            "/m/lookup?signal=x&signal_type=pdq", "/c/nothing?", "/h/hash?url=x", "/c//banks?")) {
      assertThat(ask(path + "&api_key=" + secret).body()).doesNotContain(secret);
    }
    assertThat(raw("GET /m/lookup?signal={^}&api_key=" + secret + " HTTP/1.1\r\nHost: a\r\n\r\n"))
        .contains(" 400 ")
        .doesNotContain(secret);
    assertThat(output.getAll()).doesNotContain(secret);
  }

  private HttpResponse<String> ask(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(hma.gate.address(path));
    return hma.gate.send((headers.length == 0 ? request : request.headers(headers)).build());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", hma.gate.address("/").getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
