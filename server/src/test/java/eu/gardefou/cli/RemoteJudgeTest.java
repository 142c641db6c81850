package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.gardefou.policy.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long the command line waits for a gate that has no room. */
class RemoteJudgeTest {
  private static final Answer YES = new Answer(200, null, "{\"decision\":\"allow\"}");
  private static final Answer BUSY = busy("3");

  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private RemoteJudge judge;

  private record Answer(int status, @Nullable String retryAfter, String body) {}

  private static Answer busy(@Nullable String retryAfter) {
    return new Answer(503, retryAfter, "{\"detail\":\"All capacity is taken.\"}");
  }

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.createContext("/v1/screen", this::answer);
    server.start();
    URI address = URI.create("http://localhost:" + server.getAddress().getPort());
    judge = new RemoteJudge(address, "gf_test", pauses::add);
  }

  @AfterEach
  void close() {
    judge.close();
    server.stop(0);
  }

  @Test
  void whoHasNoRoomIsAskedAgainWhenTheySaid() {
    answers.addAll(List.of(BUSY, busy("1"), YES));
    assertThat(judge()).containsEntry("decision", "allow");
    assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(1));
    assertThat(asked).hasSize(3).allMatch(body -> body.equals(asked.getFirst()));
  }

  @Test
  void notForEver() {
    for (int i = 0; i < 100; i++) {
      answers.add(BUSY);
    }
    assertThatThrownBy(this::judge)
        .isInstanceOf(Problem.class)
        .hasMessage("The server answered 503: All capacity is taken.");
    assertThat(asked).hasSize(6);
  }

  @Test
  void noPauseIsLongerThanHalfAMinute() {
    answers.addAll(List.of(busy("86400"), YES));
    judge();
    assertThat(pauses).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void whoDoesNotSayWhenIsBelievedAtOnce() {
    for (String unclear : List.of("", "soon", "-1", "Wed, 21 Oct 2026 07:28:00 GMT")) {
      asked.clear();
      answers.add(busy(unclear.isEmpty() ? null : unclear));
      assertThatThrownBy(this::judge).isInstanceOf(Problem.class);
      assertThat(asked).as(unclear).hasSize(1);
    }
    assertThat(pauses).isEmpty();
  }

  @Test
  void otherRefusalsAreNotAskedAgain() {
    answers.add(new Answer(400, "1", "{\"detail\":\"No.\"}"));
    assertThatThrownBy(this::judge).hasMessage("The server answered 400: No.");
    assertThat(asked).hasSize(1);
  }

  @Test
  void aServerOfAnotherKindIsTold() {
    answers.add(new Answer(200, null, "<html>"));
    assertThatThrownBy(this::judge)
        .hasMessage("The server's answer is not JSON; is this a Gardefou address?");
  }

  @Test
  void nobodyThereIsTold() {
    server.stop(0);
    assertThatThrownBy(this::judge)
        .isInstanceOf(Problem.class)
        .hasMessageMatching("The server at http://\\S+/v1/screen does not answer\\.");
  }

  private Map<String, @Nullable Object> judge() {
    return judge.judge(Kind.GENERATE, "a red bicycle", List.of(), List.of());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      Answer answer = answers.remove();
      if (answer.retryAfter() != null) {
        exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
