package eu.gardefou.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.access.Caller;
import eu.gardefou.notices.Queue.Place;
import eu.gardefou.notices.Queue.Waiting;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QueueTest {
  private static final Duration CLAIM = Duration.ofMinutes(30);
  private final Desk desk = new Desk();
  private final Queue queue = new Queue(desk.sql, desk.transactions, desk.clock, CLAIM);

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theMostUrgentComeFirstThenTheFirstDueThenThoseWithAKey() {
    UUID other = about("other", Submitter.PUBLIC);
    UUID anybody = about("intimate", Submitter.PUBLIC);
    desk.clock.move(Duration.ofMinutes(20));
    UUID flagger = about("intimate", Submitter.of(new Caller("key:1")));
    desk.clock.move(Duration.ofMinutes(-30));
    UUID earlier = about("intimate", Submitter.PUBLIC);
    desk.clock.move(Duration.ofMinutes(20));
    UUID minor = about("minor", Submitter.PUBLIC);
    assertThat(ids(queue.page(Place.FIRST, null, 10)))
        .containsExactly(minor, earlier, flagger, anybody, other);
    desk.work.review(minor, Desk.ADA, "next");
    desk.work.decide(minor, Outcome.ACTION_LAW, Desk.ADA, "illegal");
    assertThat(ids(queue.page(Place.FIRST, null, 10))).doesNotContain(minor).hasSize(4);
  }

  private UUID about(String category, Submitter by) {
    Draft draft = NoticeFormTest.read("{\"category\": \"" + category + "\"}");
    return desk.notices.receive(draft, by).stored().id();
  }

  @Test
  void pagesHoldEveryCaseOnce() {
    for (int i = 0; i < 25; i++) {
      desk.receive(Examples.ANONYMOUS);
    }
    List<UUID> seen = new ArrayList<>();
    List<Waiting> page = queue.page(Place.FIRST, null, 10);
    while (!page.isEmpty()) {
      seen.addAll(ids(page));
      page = queue.page(page.getLast().place(), null, 10);
    }
    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void aClaimedCaseIsNobodyElsesUntilItIsGivenBackOrTheTimeIsOver() {
    UUID id = desk.complete();
    queue.claim(id, Desk.ADA);
    assertThatThrownBy(() -> queue.claim(id, Desk.BEA)).isInstanceOf(NoticeProblem.class);
    assertThatThrownBy(() -> queue.release(id, Desk.BEA)).isInstanceOf(NoticeProblem.class);
    assertThat(queue.page(Place.FIRST, Desk.BEA, 10)).isEmpty();
    assertThat(queue.page(Place.FIRST, null, 10).getFirst().claimedBy()).isEqualTo("person:1");
    assertThat(queue.page(Place.FIRST, Desk.ADA, 10)).hasSize(1);
    queue.release(id, Desk.ADA);
    queue.claim(id, Desk.BEA);
    desk.clock.move(CLAIM.minusSeconds(1));
    assertThatThrownBy(() -> queue.claim(id, Desk.ADA)).isInstanceOf(NoticeProblem.class);
    queue.claim(id, Desk.BEA);
    desk.clock.move(CLAIM);
    assertThat(queue.page(Place.FIRST, Desk.ADA, 10).getFirst().claimedBy()).isNull();
    queue.claim(id, Desk.ADA);
    assertThat(desk.notices.events(id))
        .extracting(Event::kind)
        .containsSubsequence(
            Event.Kind.CLAIMED, Event.Kind.RELEASED, Event.Kind.CLAIMED, Event.Kind.CLAIMED);
  }

  @Test
  void ofManyWhoClaimAtOnceOneGetsIt() throws Exception {
    UUID id = desk.complete();
    int claimed = 0;
    try (var people = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> claims = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Caller person = new Caller("person:" + i);
        claims.add(() -> succeeds(id, person));
      }
      for (var one : people.invokeAll(claims)) {
        claimed += one.get() ? 1 : 0;
      }
    }
    assertThat(claimed).isEqualTo(1);
  }

  private boolean succeeds(UUID id, Caller person) {
    try {
      queue.claim(id, person);
      return true;
    } catch (NoticeProblem taken) {
      return false;
    }
  }

  @Test
  void aDecidedCaseIsNotClaimed() {
    UUID id = desk.complete();
    desk.work.review(id, Desk.ADA, "next");
    desk.work.decide(id, Outcome.NO_ACTION, Desk.ADA, "lawful");
    assertThatThrownBy(() -> queue.claim(id, Desk.ADA)).isInstanceOf(NoticeProblem.class);
  }

  @Test
  void aPageOfAHundredThousandIsReadFromTheIndexWithoutASortOrAScan() {
    fill(100_000);
    Place middle = queue.page(Place.FIRST, null, 200).getLast().place();
    Place far = new Place(1, desk.clock.instant().plus(Duration.ofDays(20)), 0, new UUID(0, 0));
    for (Place place : List.of(Place.FIRST, middle, far)) {
      String text =
          queue
              .statement("EXPLAIN (ANALYZE, BUFFERS) " + Queue.PAGE, place, null, 50)
              .query(String.class)
              .list()
              .stream()
              .map(String::valueOf)
              .collect(Collectors.joining("\n"));
      assertThat(text).contains("notice_queue").doesNotContain("Seq Scan", "Sort");
      // Rows that were read and thrown away would grow with the queue.
      assertThat(text).contains("Index Cond").doesNotContain("Rows Removed by Filter");
    }
    assertThat(new HashSet<>(ids(queue.page(far, null, 50)))).hasSize(50);
    assertThat(queue.counts().stream().mapToLong(Queue.Count::open).sum()).isEqualTo(100_000);
  }

  /** As many open cases, of every severity, due at different times. */
  private void fill(int cases) {
    OffsetDateTime now = Rows.time(desk.clock.instant());
    desk.owner()
        .sql(
            """
            INSERT INTO notices.notice (id, link_digest, code_digest, received_at, submitter,
              distrust, state, severity, wish, explanation, good_faith, not_consented, missing,
              unread, due_at, due_hour)
            SELECT gen_random_uuid(), encode(sha256(n::text::bytea), 'hex'), encode(sha256('x'), 'hex'), ?, 'public', n % 2,
              'ACKNOWLEDGED', n % 3, 'PAGE', 'x', true, true, '{}', '{}',
              ?::timestamptz + n * interval '1 minute',
              floor(extract(epoch FROM ?::timestamptz + n * interval '1 minute') / 3600)
            FROM generate_series(1, ?) AS n
            """)
        .params(now, now, now, cases)
        .update();
    desk.owner().sql("ANALYZE notices.notice").update();
  }

  private static List<UUID> ids(List<Waiting> page) {
    return page.stream().map(Waiting::id).toList();
  }
}
