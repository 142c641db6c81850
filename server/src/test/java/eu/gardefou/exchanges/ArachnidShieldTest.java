package eu.gardefou.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.exchanges.ArachnidShield.Answer;
import eu.gardefou.exchanges.Stub.Reply;
import eu.gardefou.exchanges.peer.Json;
import eu.gardefou.hashing.PdqHash;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArachnidShieldTest {
  private static final PdqHash ONE = PdqHash.parse(Yard.pdq("one"));
  private static final PdqHash TWO = PdqHash.parse(Yard.pdq("two"));

  private final Stub stub = new Stub();
  private final CountDownLatch end = new CountDownLatch(1);
  @TempDir Path data;
  private Yard yard;

  @BeforeEach
  void open() {
    yard = new Yard(data);
  }

  @AfterEach
  void close() {
    end.countDown();
    yard.close();
    stub.close();
  }

  private void switchOn() {
    yard.with(
        "arachnid",
        Map.of("timeout_millis", "700"),
        Map.of("user", "someone", "password", "first", "base_url_override", stub.address()));
  }

  private static String written(PdqHash hash) {
    return Base64.getEncoder().encodeToString(hash.toBytes());
  }

  private void answers(String one, String two) {
    String body =
        "{\"scanned_hashes\":{\"%s\":%s,\"%s\":%s}}"
            .formatted(written(ONE), one, written(TWO), two);
    stub.answering = _ -> Reply.ok(body);
  }

  private Answer ask() throws InterruptedException {
    return yard.shield.ask(List.of(ONE, TWO));
  }

  @Test
  void isOffUntilSomebodySwitchesItOn() throws Exception {
    assertThat(ask()).isInstanceOf(Answer.Off.class);
    switchOn();
    yard.exchanges.enable("source", false, Yard.CURATOR);
    assertThat(ask()).isInstanceOf(Answer.Off.class);
    assertThat(stub.asked).isEmpty();
  }

  @Test
  void sendsHashesAndNothingElse() throws Exception {
    switchOn();
    answers(
        "{\"classification\":\"csam\",\"match_type\":\"near\",\"near_match_details\":null}",
        "{\"classification\":\"no-known-match\",\"match_type\":null,\"near_match_details\":null}");
    assertThat(ask()).isEqualTo(new Answer.Assessed(Yard.BANK, Map.of(ONE, "csam")));
    assertThat(stub.last().path()).isEqualTo("/v1/pdq/");
    assertThat(stub.last().header("Authorization"))
        .isEqualTo("Basic " + NcmecStub.base64("someone:first"));
    assertThat(Json.MAPPER.readTree(stub.last().body()))
        .isEqualTo(Json.MAPPER.valueToTree(Map.of("hashes", List.of(written(ONE), written(TWO)))));
    assertThat(yard.exchanges.find("source").status().succeeded()).isTrue();
  }

  @Test
  void nullMeansUnknownAndANewWordIsAMatch() throws Exception {
    switchOn();
    answers("null", "{\"classification\":\"something-new\",\"match_type\":\"near\"}");
    assertThat(ask()).isEqualTo(new Answer.Assessed(Yard.BANK, Map.of(TWO, "something-new")));
  }

  @Test
  void whateverKeepsItFromAnsweringIsNotAssessed() throws Exception {
    switchOn();
    List<Reply> bad =
        List.of(
            new Reply(401, ""),
            new Reply(500, ""),
            new Reply(429, ""),
            new Reply(302, "", Map.of("Location", stub.address() + "/v1/pdq/")),
            new Reply(-1, ""),
            Reply.ok(""),
            Reply.ok("{}"),
            Reply.ok("{\"scanned_hashes\":{}}"),
            Reply.ok("{\"scanned_hashes\":{\"%s\":null}}".formatted(written(ONE))),
            Reply.ok(
                "{\"scanned_hashes\":{\"%s\":null,\"%s\":{}}}"
                    .formatted(written(ONE), written(TWO).replace('=', 'x'))));
    for (Reply reply : bad) {
      stub.answering = _ -> reply;
      assertThat(ask()).as("%s", reply).isInstanceOf(Answer.NotAssessed.class);
      assertThat(yard.exchanges.find("source").status().succeeded()).isFalse();
    }
    stub.answering =
        _ -> {
          await();
          return Reply.ok("{}");
        };
    assertThat(ask())
        .isInstanceOfSatisfying(
            Answer.NotAssessed.class, late -> assertThat(late.why()).contains("did not answer"));
    yard.exchanges.setCredentials("arachnid", Map.of(), Yard.CURATOR);
    assertThat(ask()).isInstanceOf(Answer.NotAssessed.class);
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
