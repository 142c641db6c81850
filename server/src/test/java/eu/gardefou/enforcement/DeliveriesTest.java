package eu.gardefou.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.fetch.Sender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DeliveriesTest {
  private final Office office = new Office();
  private final Platform platform = new Platform();
  private final Deliveries deliveries = office.deliveries(platform.url());

  @AfterEach
  void close() {
    platform.close();
    office.close();
  }

  @Test
  void thePlatformIsToldSignedWithReasons() throws Exception {
    ActionTaken removed = office.remove("k", "post 7");
    deliveries.run();
    Platform.Call call = platform.calls.getFirst();
    assertThat(call.key()).isEqualTo(removed.id().toString());
    JsonNode body = JsonMapper.shared().readTree(call.body());
    assertThat(body.at("/id").asString()).isEqualTo(removed.id().toString());
    assertThat(body.at("/action").asString()).isEqualTo("remove");
    assertThat(body.at("/item").asString()).isEqualTo("post 7");
    assertThat(body.at("/reasons/language").asString()).isEqualTo("fr");
    assertThat(body.at("/reasons/text").asString()).contains("Nous avons retiré le contenu.");
    assertThat(body.at("/statement/decision_visibility/0").asString())
        .isEqualTo("DECISION_VISIBILITY_CONTENT_REMOVED");
    assertThat(call.body()).doesNotContain("ada");
    String seconds = Long.toString(office.clock.instant().getEpochSecond());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Office.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] expected = mac.doFinal((seconds + "." + call.body()).getBytes(StandardCharsets.UTF_8));
    assertThat(call.signature())
        .isEqualTo("t=" + seconds + ",v1=" + HexFormat.of().formatHex(expected));
    assertThat(state(removed)).isEqualTo(Delivery.State.DELIVERED);
  }

  @Test
  void theExampleOfTheDocumentationIsRight() {
    String signature =
        new Signature(Office.SECRET)
            .of(
                Instant.ofEpochSecond(1_795_341_600L),
                "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(docs()).contains(signature).contains(Office.SECRET);
  }

  private static String docs() {
    try {
      return Files.readString(Path.of("../docs/webhooks.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aPlatformThatIsDownForDaysMissesNothing() {
    platform.status = 503;
    List<String> acted = new ArrayList<>();
    for (int hour = 0; hour < 72; hour++) {
      acted.add(office.remove("k" + hour, "post " + hour % 5).id().toString());
      deliveries.run();
      office.clock.move(Duration.ofHours(1));
    }
    assertThat(office.outbox.deliveries(Delivery.State.QUEUED, 1_000)).hasSize(72);
    platform.status = 204;
    platform.calls.clear();
    deliveries.run();
    assertThat(platform.keys()).containsExactlyInAnyOrderElementsOf(acted);
    assertThat(office.outbox.deliveries(Delivery.State.DELIVERED, 1_000)).hasSize(72);
  }

  @Test
  void aPlatformThatNobodyAnswersForIsTriedOnceARunAndToldAllWhenItIsBack() {
    ActionTaken first = office.remove("a", "post 1");
    office.remove("b", "post 2");
    Deliveries nowhere = office.deliveries(URI.create("http://127.0.0.1:1/"));
    nowhere.run();
    assertThat(office.outbox.delivery(first.id()).orElseThrow().tries()).isEqualTo(1);
    assertThat(office.outbox.delivery(first.id()).orElseThrow().lastStatus()).isNull();
    nowhere.run();
    office.remove("c", "post 3");
    office.clock.move(Duration.ofSeconds(5));
    deliveries.run();
    assertThat(platform.calls).hasSize(3);
  }

  @Test
  void whatFailsIsTriedLaterAndLater() {
    platform.status = 500;
    office.remove("k", "post 7");
    List<Long> waits = new ArrayList<>();
    for (int second = 0, last = 0; waits.size() < 8; second++) {
      int before = platform.calls.size();
      deliveries.run();
      if (platform.calls.size() > before) {
        waits.add((long) second - last);
        last = second;
      }
      office.clock.move(Duration.ofSeconds(1));
    }
    assertThat(waits).containsExactly(0L, 5L, 10L, 20L, 40L, 80L, 160L, 320L);
  }

  @Test
  void aClockThatRanAheadHoldsNothingUp() {
    platform.status = 500;
    ActionTaken removed = office.remove("k", "post 7");
    office.clock.move(Duration.ofDays(300));
    deliveries.run();
    office.clock.move(Duration.ofDays(-300));
    platform.status = 204;
    deliveries.run();
    assertThat(state(removed)).isEqualTo(Delivery.State.DELIVERED);
  }

  @Test
  void whatIsRefusedForGoodIsVisibleHoldsUpItsItemAloneAndIsSentAgainOnRequest() {
    platform.refusing = "post 7";
    ActionTaken removed = office.remove("k", "post 7");
    ActionTaken restored = office.restore("r", removed);
    ActionTaken other = office.remove("o", "post 8");
    for (int i = 0; i < 12; i++) {
      deliveries.run();
      office.clock.move(Duration.ofMinutes(10));
    }
    Delivery failed = office.outbox.deliveries(Delivery.State.FAILED, 10).getFirst();
    assertThat(failed.action()).isEqualTo(removed.id());
    assertThat(failed.lastStatus()).isEqualTo(422);
    assertThat(failed.lastAnswer()).isEqualTo("status 422");
    assertThat(state(other)).isEqualTo(Delivery.State.DELIVERED);
    assertThat(state(restored)).isEqualTo(Delivery.State.QUEUED);
    assertThat(platform.keys()).doesNotContain(restored.id().toString());
    platform.refusing = "\0";
    platform.calls.clear();
    deliveries.run();
    assertThat(platform.calls).isEmpty();
    office.outbox.resend(removed.id());
    deliveries.run();
    assertThat(platform.keys()).containsExactly(removed.id().toString(), restored.id().toString());
    assertThatThrownBy(() -> office.outbox.resend(new UUID(1, 1)))
        .isInstanceOf(EnforcementProblem.class);
  }

  @Test
  void whatWasDeliveredIsNotSentAgainOnceSomethingCameAfterIt() {
    ActionTaken removed = office.remove("k", "post 7");
    deliveries.run();
    ActionTaken restored = office.restore("r", removed);
    overtaken(removed);
    deliveries.run();
    overtaken(removed);
    platform.calls.clear();
    deliveries.run();
    assertThat(platform.calls).isEmpty();
    office.outbox.resend(restored.id());
    office.outbox.resend(office.remove("o", "post 8").id());
    deliveries.run();
    assertThat(platform.calls).hasSize(2);
  }

  private void overtaken(ActionTaken action) {
    assertThatExceptionOfType(EnforcementProblem.class)
        .isThrownBy(() -> office.outbox.resend(action.id()))
        .satisfies(
            problem -> assertThat(problem.reason()).isEqualTo(EnforcementProblem.Cause.OVERTAKEN));
    assertThat(state(action)).isEqualTo(Delivery.State.DELIVERED);
  }

  @Test
  void aRedirectIsNotFollowed() {
    platform.status = 302;
    ActionTaken removed = office.remove("k", "post 7");
    deliveries.run();
    assertThat(platform.calls).hasSize(1);
    assertThat(office.outbox.delivery(removed.id()).orElseThrow().lastStatus()).isEqualTo(302);
    assertThat(state(removed)).isEqualTo(Delivery.State.QUEUED);
  }

  @Test
  void aPrivateAddressIsRefusedUnlessItIsConfigured() {
    ActionTaken removed = office.remove("k", "post 7");
    try (Sender careful = new Sender(List.of(), Duration.ofSeconds(10))) {
      Webhook webhook = new Webhook(platform.url(), Office.SECRET, careful, office.clock);
      new Deliveries(office.database.sql(), webhook, office.transactions, office.clock).run();
    }
    assertThat(platform.calls).isEmpty();
    assertThat(state(removed)).isEqualTo(Delivery.State.QUEUED);
  }

  @Test
  void whoStopsBetweenAnswerAndRecordSendsItAgain() {
    ActionTaken removed = office.remove("k", "post 7");
    // The answer came; the commit of what came of it does not.
    office.transactions.executeWithoutResult(status -> {
      deliveries.run();
      status.setRollbackOnly();
    });
    assertThat(platform.calls).hasSize(1);
    assertThat(state(removed)).isEqualTo(Delivery.State.QUEUED);
    deliveries.run();
    assertThat(platform.keys()).containsExactly(removed.id().toString(), removed.id().toString());
    assertThat(new HashSet<>(platform.calls)).hasSize(1);
    assertThat(state(removed)).isEqualTo(Delivery.State.DELIVERED);
  }

  @Test
  void twoNodesSendNothingTwiceAndKeepTheOrder() throws Exception {
    List<String> ofOneItem = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ActionTaken taken = office.remove("k" + i, i % 2 == 0 ? "popular" : "post " + i);
      if (i % 2 == 0) {
        ofOneItem.add(taken.id().toString());
      }
    }
    try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        runs.add(nodes.submit(() -> office.deliveries(platform.url()).run()));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    }
    deliveries.run();
    assertThat(platform.keys()).hasSize(40).doesNotHaveDuplicates();
    assertThat(platform.keys().stream().filter(ofOneItem::contains))
        .containsExactlyElementsOf(ofOneItem);
  }

  private Delivery.State state(ActionTaken action) {
    return office.outbox.delivery(action.id()).orElseThrow().state();
  }
}
