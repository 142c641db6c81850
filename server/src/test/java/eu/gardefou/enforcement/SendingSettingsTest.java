package eu.gardefou.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is sent in the clear or unsigned, and what is configured is run. */
final class SendingSettingsTest {
  private static final Duration TIME = Duration.ofSeconds(10);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://platform.example/hook",
        "ftp://platform.example",
        "https://user@platform.example",
        "/hook"
      })
  void addressesThatSecretsShouldNotGoToAreRefused(String url) {
    assertThatThrownBy(() -> webhook(URI.create(url), Office.SECRET, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gardefou.webhook.url");
    assertThatThrownBy(() ->
            new TransparencySettings(URI.create(url), TransparencyStub.TOKEN, List.of(), TIME))
        .hasMessageContaining("gardefou.transparency-database.url");
  }

  @Test
  void anAddressNeedsItsSecret() {
    URI url = URI.create("https://platform.example/hook");
    assertThatThrownBy(() -> webhook(url, "too-short", List.of())).hasMessageContaining("openssl");
    assertThatThrownBy(() -> new TransparencySettings(url, " ", List.of(), TIME))
        .hasMessageContaining("token");
    assertThatThrownBy(() -> new TransparencySettings(url, "a\nb", List.of(), TIME))
        .hasMessageContaining("token");
    assertThatThrownBy(() -> new WebhookSettings(null, "", List.of(), Duration.ofMinutes(1)))
        .hasMessageContaining("gardefou.webhook.time");
    assertThatCode(() -> webhook(null, "", List.of())).doesNotThrowAnyException();
    assertThatCode(() ->
            webhook(URI.create("http://10.2.0.9/hook"), Office.SECRET, List.of("10.2.0.0/16")))
        .doesNotThrowAnyException();
  }

  @Test
  void secretsAreNotSaid() {
    URI url = URI.create("https://platform.example/hook");
    assertThat(webhook(url, Office.SECRET, List.of()).toString()).doesNotContain(Office.SECRET);
    assertThat(new TransparencySettings(url, TransparencyStub.TOKEN, List.of(), TIME).toString())
        .doesNotContain(TransparencyStub.TOKEN);
  }

  @Test
  void theScheduleRunsItsJobs() throws InterruptedException {
    CountDownLatch ran = new CountDownLatch(2);
    try (Office office = new Office();
        Schedule schedule =
            new Schedule(
                office.database.app(),
                List.of(
                    new Schedule.Job("one", ran::countDown),
                    new Schedule.Job("two", ran::countDown)),
                office.clock)) {
      schedule.start();
      assertThat(ran.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aRunThatAClockPutOffIsBroughtBackAndAnotherStays() {
    Schedule.Job far = new Schedule.Job("far", () -> {});
    Schedule.Job near = new Schedule.Job("near", () -> {});
    try (Office office = new Office();
        Schedule schedule = new Schedule(office.database.app(), List.of(far, near), office.clock)) {
      Instant soon = office.clock.instant().plusSeconds(2);
      plan(office, "enforcement-far", office.clock.instant().plus(Duration.ofDays(400)));
      plan(office, "enforcement-near", soon);
      schedule.mend();
      assertThat(schedule.next(far)).contains(office.clock.instant());
      assertThat(schedule.next(near)).contains(soon);
    }
  }

  /** As another node left it. */
  private static void plan(Office office, String task, Instant at) {
    office
        .database
        .sql()
        .sql(
            """
            INSERT INTO enforcement.scheduled_tasks
              (task_name, task_instance, execution_time, picked, version)
            VALUES (?, 'recurring', ?, false, 1)
            """)
        .params(task, at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static WebhookSettings webhook(@Nullable URI url, String secret, List<String> networks) {
    return new WebhookSettings(url, secret, networks, TIME);
  }
}
