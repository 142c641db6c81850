package eu.gardefou.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.exchanges.Stub.Asked;
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

  private final Stub stub = new Stub();
  private final List<Map<String, Object>> records = new ArrayList<>();
  private int pageSize = 800;
  private String key = "first";
  @TempDir Path data;
  private Yard yard;

  @BeforeEach
  void open() {
    stub.answering = this::answer;
    yard = new Yard(data, BankKind.PROTECTED_PEOPLE).with("stopncii", Map.of(), secrets("first"));
  }

  @AfterEach
  void close() {
    yard.close();
    stub.close();
  }

  private Map<String, String> secrets(String fetchKey) {
    return Map.of(
        "fetch_function_key",
        fetchKey,
        "subscription_key",
        "sub",
        "feedback_function_key",
        "back",
        "base_url_override",
        stub.address());
  }

  private Reply answer(Asked asked) {
    if (!asked.header("x-functions-key").equals(key)
        || !asked.header("Ocp-Apim-Subscription-Key").equals("sub")) {
      return new Reply(401, "");
    }
    long start = Long.parseLong(asked.query().get("startTimestamp"));
    int skip = Integer.parseInt(asked.query().getOrDefault("nextPageToken", "0"));
    List<Map<String, Object>> since =
        records.stream().filter(record -> since(record, start)).toList();
    List<Map<String, Object>> page = since.stream().skip(skip).limit(pageSize).toList();
    boolean more = skip + pageSize < since.size();
    return Reply.ok(
        Json.MAPPER.writeValueAsString(
            Map.of(
                "count",
                page.size(),
                "nextPageToken",
                more ? String.valueOf(skip + pageSize) : "",
                "nextSetTimestamp",
                yard.clock.instant().getEpochSecond(),
                "hasMoreRecords",
                more,
                "hashRecords",
                page)));
  }

  private static boolean since(Map<String, Object> record, long start) {
    return !(record.get("lastModtimestamp") instanceof Number time)
        || time.longValue() < 0
        || time.longValue() >= start;
  }

  private void put(long at, String type, String hash, String status, Map<String, String> cases) {
    records.add(
        Map.of(
            "lastModtimestamp", at,
            "signalType", type,
            "hashValue", hash,
            "hashStatus", status,
            "caseNumbers", cases,
            "CSPFeedbacks", List.of()));
  }

  private long now() {
    return yard.clock.instant().getEpochSecond();
  }

  @Test
  void whatAPersonTakesBackStopsToMatchWithinOneCycle() throws Exception {
    List<String> words = List.of("status", "deleted", "cases", "one", "stays");
    words.forEach(w -> put(EARLY, "ImagePDQ", Yard.pdq(w), "Active", Map.of("1", "Active")));
    put(EARLY, "VideoMD5", Yard.md5("video"), "Active", Map.of("9", "Active"));
    assertThat(yard.fetch().items()).isEqualTo(6);
    words.forEach(word -> assertThat(yard.knows("pdq", Yard.pdq(word))).isTrue());
    String upper = Yard.pdq("status").toUpperCase(Locale.ROOT);
    put(now(), "ImagePDQ", upper, "Withdrawn", Map.of("1", "Active"));
    put(now(), "ImagePDQ", Yard.pdq("deleted"), "Deleted", Map.of());
    put(now(), "ImagePDQ", Yard.pdq("cases"), "Active", Map.of("1", "Withdrawn", "2", "Deleted"));
    put(now(), "ImagePDQ", Yard.pdq("one"), "Active", Map.of("1", "Withdrawn", "2", "Active"));
    put(now(), "VideoMD5", Yard.md5("video"), "Withdrawn", Map.of());
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
    pageSize = 1;
    put(EARLY + 60, "ImagePDQ", Yard.pdq("a"), "Withdrawn", Map.of());
    put(EARLY, "ImagePDQ", Yard.pdq("a"), "Active", Map.of("1", "Active"));
    put(EARLY + 60, "ImagePDQ", Yard.pdq("b"), "Active", Map.of("1", "Active"));
    put(EARLY, "ImagePDQ", Yard.pdq("b"), "Withdrawn", Map.of());
    put(EARLY + 60, "ImagePDQ", Yard.pdq("b"), "Active", Map.of("1", "Active"));
    yard.fetch();
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isFalse();
    assertThat(yard.knows("pdq", Yard.pdq("b"))).isTrue();
    assertThat(yard.banks.find(Yard.BANK).active()).isEqualTo(1);
  }

  @Test
  void malformedRecordsAreSkippedCountedAndTold() throws Exception {
    put(EARLY, "ImagePDQ", Yard.pdq("known"), "Active", Map.of("1", "Active"));
    yard.fetch();
    put(now(), "ImagePDQ", "beef", "Active", Map.of());
    put(now(), "ImagePDQ", Yard.pdq("known"), "Levitating", Map.of());
    put(now(), "Sculpture", "x", "Active", Map.of());
    put(now(), "URL", "https://example.org", "Active", Map.of());
    records.add(Map.of("hashValue", 12));
    put(now(), "ImagePDQ", Yard.pdq("good"), "Received", Map.of());
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
      put(time, "ImagePDQ", Yard.pdq("p" + time), "Active", Map.of());
    }
    put(EARLY, "ImagePDQ", Yard.pdq("good"), "Active", Map.of());
    ExchangeStatus status = yard.fetch();
    assertThat(status.lastError()).isNull();
    assertThat(status.skipped()).isEqualTo(4);
    assertThat(yard.knows("pdq", Yard.pdq("good"))).isTrue();
    for (long time : odd) {
      assertThat(yard.knows("pdq", Yard.pdq("p" + time))).as("%d", time).isTrue();
      put(time, "ImagePDQ", Yard.pdq("p" + time), "Withdrawn", Map.of());
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
    stub.answering = this::answer;
    put(now() + 60, "ImagePDQ", Yard.pdq("later"), "Active", Map.of());
    yard.fetch();
    assertThat(yard.knows("pdq", Yard.pdq("later"))).isTrue();
  }

  @Test
  void anExpiredKeyIsToldAndKeepsWhatIsKnown() throws Exception {
    put(EARLY, "ImagePDQ", Yard.pdq("a"), "Active", Map.of("1", "Active"));
    yard.fetch();
    key = "second";
    assertThat(yard.fetch().lastError()).contains("does not accept the credentials");
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isTrue();
    yard.exchanges.setCredentials("stopncii", secrets("second"), Yard.CURATOR);
    assertThat(yard.fetch().lastError()).isNull();
  }

  @Test
  void anOldCheckpointIsGivenUpAndWhatIsMissingThenIsGone() throws Exception {
    IntStream.range(0, 20)
        .forEach(i -> put(EARLY, "ImagePDQ", Yard.pdq("p" + i), "Active", Map.of("1", "Active")));
    yard.fetch();
    records.removeFirst();
    assertThat(yard.fetch().items()).isEqualTo(20);
    yard.clock.move(Duration.ofDays(31));
    pageSize = 7;
    stub.asked.clear();
    assertThat(yard.fetch().items()).isEqualTo(19);
    assertThat(stub.asked.getFirst().query()).containsEntry("startTimestamp", "10");
    assertThat(yard.knows("pdq", Yard.pdq("p0"))).isFalse();
    assertThat(yard.knows("pdq", Yard.pdq("p1"))).isTrue();
  }

  @Test
  void whatAClockThatRanAheadHasWrittenIsAsGoodAsOld() throws Exception {
    IntStream.range(0, 20)
        .forEach(i -> put(EARLY, "ImagePDQ", Yard.pdq("p" + i), "Active", Map.of("1", "Active")));
    yard.clock.move(Duration.ofDays(400));
    yard.fetch();
    yard.clock.move(Duration.ofDays(-400));
    records.removeFirst();
    assertThat(yard.fetch().items()).isEqualTo(19);
    assertThat(yard.knows("pdq", Yard.pdq("p0"))).isFalse();
  }

  @Test
  void aListThatIsSuddenlyEmptyTakesNobodysProtectionAway() throws Exception {
    put(EARLY, "ImagePDQ", Yard.pdq("a"), "Active", Map.of("1", "Active"));
    put(EARLY, "ImagePDQ", Yard.pdq("b"), "Active", Map.of("1", "Active"));
    yard.fetch();
    records.clear();
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
    put(EARLY, "ImagePDQ", Yard.pdq("a").toUpperCase(Locale.ROOT), "Active", Map.of("1", "Active"));
    yard.fetch();
    long entry = yard.banks.entries(Yard.BANK, 0).entries().getFirst().number();
    yard.opinions.give(Yard.BANK, entry, Verdict.CONFIRM, "seen", Yard.CURATOR);
    yard.opinions.give(Yard.BANK, entry, Verdict.DISPUTE, "not", Yard.CURATOR);
    List<String> bodies = new ArrayList<>();
    stub.answering =
        asked -> {
          if (!asked.path().equals("/SubmitFeedback")) {
            return answer(asked);
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
