package eu.gardefou.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

final class EnforcementTest {
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void anActionIsOnRecordWithItsReasons() {
    ActionTaken taken = office.remove("k", "post 7");
    assertThat(office.enforcement.find(taken.id())).contains(taken);
    assertThat(office.enforcement.findByKey("k")).contains(taken);
    assertThat(taken.word()).isEqualTo("remove");
    assertThat(taken.statement()).contains("\"puid\": \"" + taken.id() + "-1\"");
    assertThat(taken.language()).isEqualTo(Locale.FRENCH);
    assertThat(taken.text()).contains("Nous avons retiré le contenu.");
    assertThat(office.outbox.delivery(taken.id()))
        .get()
        .extracting(Delivery::state)
        .isEqualTo(Delivery.State.QUEUED);
  }

  @Test
  void aStatementAboutSomethingElseIsNotEnough() {
    Action.Target target = new Action.Target("k", "post 7", "ada", Locale.ENGLISH);
    for (Action action :
        List.of(
            new Action.DisableAccess(target),
            new Action.RestrictVisibility(target, VisibilityDecision.CONTENT_LABELLED),
            new Action.Demonetise(target),
            new Action.SuspendProvision(target),
            new Action.SuspendAccount(target))) {
      refused(
          EnforcementProblem.Cause.NOT_SAID,
          () -> office.enforcement.act(action, Reasons.removal()));
    }
    assertThat(office.enforcement.findByKey("k")).isEmpty();
  }

  @Test
  void everyKindOfActionIsKept() {
    act("a", new Action.DisableAccess(target("a")), visible(VisibilityDecision.CONTENT_DISABLED));
    for (VisibilityDecision how :
        List.of(
            VisibilityDecision.CONTENT_DEMOTED,
            VisibilityDecision.CONTENT_AGE_RESTRICTED,
            VisibilityDecision.CONTENT_INTERACTION_RESTRICTED,
            VisibilityDecision.CONTENT_LABELLED)) {
      act(how.name(), new Action.RestrictVisibility(target(how.name()), how), visible(how));
    }
    act(
        "b",
        new Action.Demonetise(target("b")),
        new Restriction.Monetary(MonetaryDecision.SUSPENSION, null, null));
    act(
        "c",
        new Action.SuspendProvision(target("c")),
        new Restriction.Provision(ServiceDecision.PARTIAL_SUSPENSION, null));
    act(
        "d",
        new Action.SuspendAccount(target("d")),
        new Restriction.Account(AccountDecision.SUSPENDED, AccountType.BUSINESS, null));
    assertThat(office.enforcement.ofItem("item"))
        .extracting(ActionTaken::word)
        .containsExactly(
            "disable-access",
            "restrict-visibility",
            "restrict-visibility",
            "restrict-visibility",
            "restrict-visibility",
            "demonetise",
            "suspend-service",
            "suspend-account");
  }

  private void act(String key, Action action, Restriction restriction) {
    assertThat(office.enforcement.act(action, Reasons.with(restriction)).key()).isEqualTo(key);
  }

  private static Restriction visible(VisibilityDecision decision) {
    return Restriction.Visibility.of(decision);
  }

  private static Action.Target target(String key) {
    return new Action.Target(key, "item", "ada", Locale.ENGLISH);
  }

  @Test
  void theSameKeyActsOnce() {
    ActionTaken first = office.remove("k", "post 7");
    assertThat(office.remove("k", "post 7")).isEqualTo(first);
    assertThat(office.enforcement.ofItem("post 7")).hasSize(1);
    refused(EnforcementProblem.Cause.KEY_USED, () -> office.remove("k", "post 8"));
    refused(
        EnforcementProblem.Cause.KEY_USED,
        () ->
            office.enforcement.act(
                new Action.Remove(new Action.Target("k", "post 7", "ada", Locale.FRENCH)),
                Reasons.of(Content.Minor.NO, Reasons.classification())));
  }

  @Test
  void theSameKeyActsOnceFromManyThreads() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<ActionTaken>> all =
          IntStream.range(0, 16)
              .mapToObj(_ -> threads.submit(() -> office.remove("k", "post 7")))
              .toList();
      UUID one = all.getFirst().get().id();
      for (Future<ActionTaken> each : all) {
        assertThat(each.get().id()).isEqualTo(one);
      }
    }
    assertThat(office.enforcement.ofItem("post 7")).hasSize(1);
  }

  @Test
  void itIsTheCallersTransaction() {
    assertThatThrownBy(() ->
            office.transactions.executeWithoutResult(_ -> {
              office.remove("k", "post 7");
              throw new IllegalStateException("the caller thinks better of it");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(office.enforcement.findByKey("k")).isEmpty();
    assertThat(office.outbox.deliveries(Delivery.State.QUEUED, 10)).isEmpty();
    assertThat(count("enforcement.statement")).isZero();
  }

  @Test
  void anActionIsTakenBackOnce() {
    ActionTaken removed = office.remove("k", "post 7");
    ActionTaken restored = office.restore("r", removed);
    assertThat(restored.reverses()).isEqualTo(removed.id());
    assertThat(restored.item()).isEqualTo("post 7");
    assertThat(office.enforcement.find(restored.id())).contains(restored);
    assertThat(office.restore("r", removed)).isEqualTo(restored);
    refused(EnforcementProblem.Cause.NOT_REVERSIBLE, () -> office.restore("again", removed));
    refused(EnforcementProblem.Cause.NOT_REVERSIBLE, () -> office.restore("other", restored));
    refused(
        EnforcementProblem.Cause.UNKNOWN,
        () ->
            office.enforcement.restore(
                new Restore(
                    "u", new UUID(7, 7), Restore.Cause.OWN_REVIEW, "why", "bob", Locale.ENGLISH)));
  }

  @Test
  void theDatabaseTakesNoActionWithoutReasons() {
    for (String kind : List.of("remove", "suspend-account", "restore")) {
      assertThatThrownBy(() ->
              office
                  .database
                  .sql()
                  .sql(
                      """
                      INSERT INTO enforcement.action
                        (id, key, digest, kind, item, decided_by, at, language, text)
                      VALUES (gen_random_uuid(), ?, repeat('0', 64), ?, 'x', 'y', now(), 'en', 't')
                      """)
                  .params(kind, kind)
                  .update())
          .as(kind)
          .isInstanceOf(DataIntegrityViolationException.class)
          .hasMessageContaining("has_its_reasons");
    }
  }

  @Test
  void nobodyChangesWhatWasWritten() {
    office.remove("k", "post 7");
    JdbcClient owner = JdbcClient.create(office.database.owner());
    for (String change :
        List.of(
            "UPDATE enforcement.action SET item = 'other'",
            "DELETE FROM enforcement.action",
            "UPDATE enforcement.statement SET minor = 'CONFIRMED'",
            "DELETE FROM enforcement.statement",
            "TRUNCATE enforcement.statement, enforcement.action, enforcement.delivery")) {
      assertThatThrownBy(() -> office.database.sql().sql(change).update())
          .as(change)
          .rootCause()
          .hasMessageContaining("permission denied");
      assertThatThrownBy(
              () -> owner.sql(change + (change.startsWith("T") ? " CASCADE" : "")).update())
          .as(change)
          .rootCause()
          .hasMessageContaining("written once and never changed");
    }
  }

  private long count(String table) {
    return office.database.sql().sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  private static void refused(EnforcementProblem.Cause cause, ThrowingCallable doing) {
    assertThatExceptionOfType(EnforcementProblem.class)
        .isThrownBy(doing)
        .satisfies(problem -> assertThat(problem.reason()).isEqualTo(cause));
  }
}
