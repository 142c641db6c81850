package eu.gardefou.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.exchanges.Stub.Reply;
import eu.gardefou.exchanges.peer.Json;
import eu.gardefou.matching.BankKind;
import eu.gardefou.matching.Opinion.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StopNciiTest {
  private static final long EARLY = Instant.parse("2026-10-01T08:00:00Z").getEpochSecond();

  private final StopNciiStub list = new StopNciiStub();
  private final Stub stub = list.stub;
  @TempDir Path data;
  private Yard yard;

  @BeforeEach
  void open() {
    yard =
        new Yard(data, BankKind.PROTECTED_PEOPLE).with("stopncii", Map.of(), list.secrets("first"));
    list.now = this::now;
  }

  @AfterEach
  void close() {
    yard.close();
    list.close();
  }

  private long now() {
    return yard.clock.instant().getEpochSecond();
  }

  @Test
  void whatAPersonTakesBackStopsToMatchWithinOneCycle() throws Exception {
    List<String> words = List.of("status", "deleted", "cases", "one", "stays");
    words.forEach(w -> list.put(EARLY, "ImagePDQ", Yard.pdq(w), "Active", Map.of("1", "Active")));
    list.put(EARLY, "VideoMD5", Yard.md5("video"), "Active", Map.of("9", "Active"));
    assertThat(yard.fetch().items()).isEqualTo(6);
    words.forEach(word -> assertThat(yard.knows("pdq", Yard.pdq(word))).isTrue());
    String upper = Yard.pdq("status").toUpperCase(Locale.ROOT);
    list.put(now(), "ImagePDQ", upper, "Withdrawn", Map.of("1", "Active"));
    list.put(now(), "ImagePDQ", Yard.pdq("deleted"), "Deleted", Map.of());
    list.put(
        now(), "ImagePDQ", Yard.pdq("cases"), "Active", Map.of("1", "Withdrawn", "2", "Deleted"));
    list.put(now(), "ImagePDQ", Yard.pdq("one"), "Active", Map.of("1", "Withdrawn", "2", "Active"));
    list.put(now(), "VideoMD5", Yard.md5("video"), "Withdrawn", Map.of());
    assertThat(yard.fetch().lastError()).isNull();
    assertThat(yard.knows("pdq", Yard.pdq("status"))).isFalse();
    assertThat(yard.knows("pdq", Yard.pdq("deleted"))).isFalse();
    assertThat(yard.knows("pdq", Yard.pdq("cases"))).isFalse();
    assertThat(yard.knows("video_md5", Yard.md5("video"))).isFalse();
    assertThat(yard.knows("pdq", Yard.pdq("one"))).as("another person's case").isTrue();
    assertThat(yard.knows("pdq", Yard.pdq("stays"))).isTrue();
  }

  @Test
  void aLaterWordHoldsWhicheverPageItIsOn() throws Exception {
    list.pageSize = 1;
    list.put(EARLY + 60, "ImagePDQ", Yard.pdq("a"), "Withdrawn", Map.of());
    list.put(EARLY, "ImagePDQ", Yard.pdq("a"), "Active", Map.of("1", "Active"));
    list.put(EARLY + 60, "ImagePDQ", Yard.pdq("b"), "Active", Map.of("1", "Active"));
    list.put(EARLY, "ImagePDQ", Yard.pdq("b"), "Withdrawn", Map.of());
    list.put(EARLY + 60, "ImagePDQ", Yard.pdq("b"), "Active", Map.of("1", "Active"));
    yard.fetch();
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isFalse();
    assertThat(yard.knows("pdq", Yard.pdq("b"))).isTrue();
    assertThat(yard.banks.find(Yard.BANK).active()).isEqualTo(1);
  }

  @Test
  void malformedRecordsAreSkippedCountedAndTold() throws Exception {
    list.put(EARLY, "ImagePDQ", Yard.pdq("known"), "Active", Map.of("1", "Active"));
    yard.fetch();
    list.put(now(), "ImagePDQ", "beef", "Active", Map.of());
    list.put(now(), "ImagePDQ", Yard.pdq("known"), "Levitating", Map.of());
    list.put(now(), "Sculpture", "x", "Active", Map.of());
    list.put(now(), "URL", "https://example.org", "Active", Map.of());
    list.records.add(Map.of("hashValue", 12));
    list.put(now(), "ImagePDQ", Yard.pdq("good"), "Received", Map.of());
    ExchangeStatus status = yard.fetch();
    assertThat(status.succeeded()).isTrue();
    assertThat(status.skipped()).isEqualTo(4);
    assertThat(status.lastSkipped()).isNotBlank();
    assertThat(yard.knows("pdq", Yard.pdq("good"))).isTrue();
    assertThat(yard.knows("pdq", Yard.pdq("known"))).isTrue();
  }

  @Test
  void aTimeThatIsNoneIsLeftOutAndHoldsUpNobody() throws Exception {
    List<Long> odd = List.of(-1L, Long.MIN_VALUE, Long.MAX_VALUE, 3_093_527_980_800L);
    for (long time : odd) {
      list.put(time, "ImagePDQ", Yard.pdq("p" + time), "Active", Map.of());
    }
    list.put(EARLY, "ImagePDQ", Yard.pdq("good"), "Active", Map.of());
    ExchangeStatus status = yard.fetch();
    assertThat(status.lastError()).isNull();
    assertThat(status.skipped()).isEqualTo(4);
    assertThat(yard.knows("pdq", Yard.pdq("good"))).isTrue();
    for (long time : odd) {
      assertThat(yard.knows("pdq", Yard.pdq("p" + time))).as("%d", time).isTrue();
      list.put(time, "ImagePDQ", Yard.pdq("p" + time), "Withdrawn", Map.of());
    }
    yard.exchanges.startOver("source");
    assertThat(yard.fetch().lastError()).isNull();
    for (long time : odd) {
      assertThat(yard.knows("pdq", Yard.pdq("p" + time))).as("%d", time).isFalse();
    }
  }

  @Test
  void aListThatClaimsToBeReadIntoTheFutureIsReadOnFromNow() throws Exception {
    stub.answering =
        _ ->
            Reply.ok(
                "{\"nextSetTimestamp\":99999999999,\"hasMoreRecords\":false,\"hashRecords\":[]}");
    assertThat(yard.fetch().checkpoint()).isEqualTo(yard.clock.instant());
    stub.answering = list::answer;
    list.put(now() + 60, "ImagePDQ", Yard.pdq("later"), "Active", Map.of());
    yard.fetch();
    assertThat(yard.knows("pdq", Yard.pdq("later"))).isTrue();
  }

  @Test
  void anExpiredKeyIsToldAndKeepsWhatIsKnown() throws Exception {
    list.put(EARLY, "ImagePDQ", Yard.pdq("a"), "Active", Map.of("1", "Active"));
    yard.fetch();
    list.key = "second";
    assertThat(yard.fetch().lastError()).contains("does not accept the credentials");
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isTrue();
    yard.exchanges.setCredentials("stopncii", list.secrets("second"), Yard.CURATOR);
    assertThat(yard.fetch().lastError()).isNull();
  }

  @Test
  void anOldCheckpointIsGivenUpAndWhatIsMissingThenIsGone() throws Exception {
    IntStream.range(0, 20)
        .forEach(
            i -> list.put(EARLY, "ImagePDQ", Yard.pdq("p" + i), "Active", Map.of("1", "Active")));
    yard.fetch();
    list.records.removeFirst();
    assertThat(yard.fetch().items()).isEqualTo(20);
    yard.clock.move(Duration.ofDays(31));
    list.pageSize = 7;
    stub.asked.clear();
    assertThat(yard.fetch().items()).isEqualTo(19);
    assertThat(stub.asked.getFirst().query()).containsEntry("startTimestamp", "10");
    assertThat(yard.knows("pdq", Yard.pdq("p0"))).isFalse();
    assertThat(yard.knows("pdq", Yard.pdq("p1"))).isTrue();
  }

  @Test
  void whatAClockThatRanAheadHasWrittenIsAsGoodAsOld() throws Exception {
    IntStream.range(0, 20)
        .forEach(
            i -> list.put(EARLY, "ImagePDQ", Yard.pdq("p" + i), "Active", Map.of("1", "Active")));
    yard.clock.move(Duration.ofDays(400));
    yard.fetch();
    yard.clock.move(Duration.ofDays(-400));
    list.records.removeFirst();
    assertThat(yard.fetch().items()).isEqualTo(19);
    assertThat(yard.knows("pdq", Yard.pdq("p0"))).isFalse();
  }

  @Test
  void aListThatIsSuddenlyEmptyTakesNobodysProtectionAway() throws Exception {
    list.put(EARLY, "ImagePDQ", Yard.pdq("a"), "Active", Map.of("1", "Active"));
    list.put(EARLY, "ImagePDQ", Yard.pdq("b"), "Active", Map.of("1", "Active"));
    yard.fetch();
    list.records.clear();
    yard.clock.move(Duration.ofDays(31));
    ExchangeStatus held = yard.fetch();
    assertThat(held.heldBack()).isEqualTo(2);
    assertThat(held.lastError()).contains("2 of 2 entries").contains("confirms");
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isTrue();
    assertThat(yard.fetch().heldBack()).as("still so in the next cycle").isEqualTo(2);
    yard.exchanges.allowWithdrawals("source");
    ExchangeStatus allowed = yard.fetch();
    assertThat(allowed.lastError()).isNull();
    assertThat(allowed.items()).isZero();
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isFalse();
  }

  @Test
  void aPageWithoutAnEndIsGivenUp() throws Exception {
    stub.answering =
        _ ->
            Reply.ok(
                "{\"nextPageToken\":\"same\",\"nextSetTimestamp\":1,\"hasMoreRecords\":true,"
                    + "\"hashRecords\":[]}");
    assertThat(yard.fetch().lastError()).contains("again and again");
    for (String body :
        List.of("[]", "{", "", "{\"hashRecords\":7}", "{\"a\":" + "[".repeat(5_000))) {
      stub.answering = _ -> Reply.ok(body);
      assertThat(yard.fetch().lastError()).startsWith("StopNCII sent ");
    }
  }

  @Test
  void opinionsGoBackInTheWordsOfTheSource() throws Exception {
    list.put(
        EARLY, "ImagePDQ", Yard.pdq("a").toUpperCase(Locale.ROOT), "Active", Map.of("1", "Active"));
    yard.fetch();
    long entry = yard.banks.entries(Yard.BANK).entries().getFirst().number();
    yard.opinions.give(Yard.BANK, entry, Verdict.CONFIRM, "seen", Yard.CURATOR);
    yard.opinions.give(Yard.BANK, entry, Verdict.DISPUTE, "not", Yard.CURATOR);
    List<String> bodies = new ArrayList<>();
    stub.answering =
        asked -> {
          if (!asked.path().equals("/SubmitFeedback")) {
            return list.answer(asked);
          }
          assertThat(asked.header("x-functions-key")).isEqualTo("back");
          bodies.add(asked.body());
          return Reply.ok("{}");
        };
    assertThat(yard.fetch().opinions()).isEqualTo(OpinionStatus.NONE);
    assertThat(bodies).hasSize(2);
    assertThat(Json.MAPPER.readTree(bodies.getFirst()))
        .isEqualTo(
            Json.MAPPER.readTree(
                "{\"count\":1,\"hashFeedbacks\":[{\"hashValue\":\""
                    + Yard.pdq("a").toUpperCase(Locale.ROOT)
                    + "\",\"tags\":[],\"feedbackValue\":\"Blocked\"}]}"));
    assertThat(bodies.get(1)).contains("\"NotBlocked\"");
  }
}
