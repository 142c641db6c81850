package eu.gardefou.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.exchanges.Stub.Asked;
import eu.gardefou.exchanges.Stub.Reply;
import eu.gardefou.exchanges.peer.Json;
import eu.gardefou.matching.Opinion.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThreatExchangeTest {
  private static final long EARLY = Instant.parse("2026-10-01T08:00:00Z").getEpochSecond();
  private static final String TOKEN = "12345678|a-secret-of-some-length";

  private final Stub stub = new Stub();
  private final List<Map<String, Object>> updates = new ArrayList<>();
  private int pageSize = 500;
  private String token = TOKEN;
  @TempDir Path data;
  private Yard yard;

  @BeforeEach
  void open() {
    stub.answering = this::answer;
    yard = new Yard(data).with("fb_threatexchange", Map.of("privacy_group", "77"), secrets(TOKEN));
  }

  @AfterEach
  void close() {
    yard.close();
    stub.close();
  }

  private Map<String, String> secrets(String secret) {
    return Map.of("api_token", secret, "base_url_override", stub.address() + "/v21.0");
  }

  private Reply answer(Asked asked) {
    if (!token.equals(asked.query().get("access_token"))) {
      return new Reply(
          400, "{\"error\":{\"message\":\"expired\",\"type\":\"OAuthException\",\"code\":190}}");
    }
    long start = Long.parseLong(asked.query().getOrDefault("start_time", "0"));
    int skip = Integer.parseInt(asked.query().getOrDefault("after", "0"));
    List<Map<String, Object>> since = updates.stream().filter(u -> updated(u) >= start).toList();
    Map<String, Object> answer = new TreeMap<>();
    answer.put("data", since.stream().skip(skip).limit(pageSize).toList());
    if (skip + pageSize < since.size()) {
      String next =
          stub.address()
              + "/v21.0/77/threat_updates?access_token=12345678%7Ca-secret-of-some-length"
              + "&start_time="
              + start
              + "&after="
              + (skip + pageSize);
      answer.put("paging", Map.of("next", next, "cursors", Map.of("after", "x")));
    }
    return Reply.ok(Json.MAPPER.writeValueAsString(answer));
  }

  private static long updated(Map<String, Object> update) {
    return update.get("last_updated") instanceof Number number ? number.longValue() : 0;
  }

  private Map<String, Object> update(long id, long at, String type, String indicator) {
    return described(id, at, type, indicator, "MALICIOUS");
  }

  private Map<String, Object> described(
      long id, long at, String type, String indicator, String status, String... tags) {
    Map<String, Object> descriptor =
        Map.of(
            "id", String.valueOf(id + 1000),
            "owner", Map.of("id", "555"),
            "status", status,
            "tags",
                Map.of(
                    "data",
                    IntStream.range(0, tags.length)
                        .mapToObj(i -> Map.of("id", i, "text", tags[i]))
                        .toList()));
    return Map.of(
        "id",
        String.valueOf(id),
        "last_updated",
        at,
        "should_delete",
        false,
        "type",
        type,
        "indicator",
        indicator,
        "descriptors",
        Map.of("data", List.of(descriptor)));
  }

  private static Map<String, Object> tombstone(long id, long at) {
    return Map.of("id", String.valueOf(id), "last_updated", at, "should_delete", true);
  }

  private long now() {
    return yard.clock.instant().getEpochSecond();
  }

  @Test
  void whatIsDeletedStopsToMatchWithinOneCycle() throws Exception {
    updates.add(update(1, EARLY, "HASH_PDQ", Yard.pdq("tombstone")));
    updates.add(update(2, EARLY, "HASH_MD5", Yard.md5("unseen")));
    updates.add(described(3, EARLY, "HASH_MD5", Yard.md5("v"), "MALICIOUS", "media_type_video"));
    updates.add(update(4, EARLY, "HASH_SHA256", Yard.hash("harmless", 64)));
    updates.add(update(5, EARLY, "HASH_PDQ", Yard.pdq("stays")));
    updates.add(update(6, EARLY, "HASH_SOMETHING_NEW", "kept as it is"));
    updates.add(update(7, EARLY, "URI", "https://example.org"));
    assertThat(yard.fetch().items()).isEqualTo(6);
    assertThat(yard.knows("pdq", Yard.pdq("tombstone"))).isTrue();
    assertThat(yard.knows("md5", Yard.md5("unseen"))).isTrue();
    assertThat(yard.knows("video_md5", Yard.md5("v"))).isTrue();
    assertThat(yard.knows("sha256", Yard.hash("harmless", 64))).isTrue();
    assertThat(yard.knows("something_new", "kept as it is")).isTrue();
    updates.add(tombstone(1, now()));
    updates.add(Map.of("id", "2", "last_updated", now(), "descriptors", Map.of("data", List.of())));
    updates.add(tombstone(3, now()));
    updates.add(described(4, now(), "HASH_SHA256", Yard.hash("harmless", 64), "NON_MALICIOUS"));
    assertThat(yard.fetch().lastError()).isNull();
    assertThat(yard.knows("pdq", Yard.pdq("tombstone"))).isFalse();
    assertThat(yard.knows("md5", Yard.md5("unseen"))).isFalse();
    assertThat(yard.knows("video_md5", Yard.md5("v"))).isFalse();
    assertThat(yard.knows("sha256", Yard.hash("harmless", 64))).isFalse();
    assertThat(yard.knows("pdq", Yard.pdq("stays"))).isTrue();
  }

  @Test
  void pagesMayComeInAnyOrderAndTheTokenIsNeverWrittenDown() throws Exception {
    pageSize = 1;
    updates.add(tombstone(1, EARLY + 60));
    updates.add(update(2, EARLY + 60, "HASH_PDQ", Yard.pdq("new")));
    updates.add(update(1, EARLY, "HASH_PDQ", Yard.pdq("gone")));
    updates.add(update(2, EARLY, "HASH_PDQ", Yard.pdq("old")));
    stub.answering =
        asked -> "3".equals(asked.query().get("after")) ? new Reply(-1, "") : answer(asked);
    assertThat(yard.fetch().succeeded()).isFalse();
    String kept =
        yard.sql
            .sql("SELECT checkpoint::text FROM exchanges.exchange")
            .query(String.class)
            .single();
    assertThat(kept).contains("after=3").doesNotContain("secret", "access_token");
    stub.answering = this::answer;
    yard.fetch();
    assertThat(yard.knows("pdq", Yard.pdq("gone"))).isFalse();
    assertThat(yard.knows("pdq", Yard.pdq("new"))).isTrue();
    assertThat(yard.knows("pdq", Yard.pdq("old"))).isFalse();
    stub.asked.clear();
    yard.fetch();
    assertThat(stub.asked.getFirst().query())
        .containsEntry("start_time", String.valueOf(EARLY + 60));
  }

  @Test
  void anExpiredTokenIsToldAndKeepsWhatIsKnown() throws Exception {
    updates.add(update(1, EARLY, "HASH_PDQ", Yard.pdq("a")));
    yard.fetch();
    token = "12345678|another-secret-of-some-length";
    assertThat(yard.fetch().lastError())
        .startsWith("ThreatExchange does not accept the access token")
        .doesNotContain("secret");
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isTrue();
    yard.exchanges.setCredentials("fb_threatexchange", secrets(token), Yard.CURATOR);
    assertThat(yard.fetch().lastError()).isNull();
  }

  @Test
  void aTimeThatIsNoneIsLeftOutAndHoldsUpNobody() throws Exception {
    List<Long> odd = List.of(-1L, Long.MIN_VALUE, Long.MAX_VALUE, 3_093_527_980_800L);
    for (int i = 0; i < odd.size(); i++) {
      updates.add(update(i, odd.get(i), "HASH_PDQ", Yard.pdq("p" + i)));
    }
    updates.add(update(9, now() + 86_400, "HASH_PDQ", Yard.pdq("tomorrow")));
    updates.add(update(10, EARLY, "HASH_PDQ", Yard.pdq("good")));
    stub.answering = this::whole;
    ExchangeStatus status = yard.fetch();
    assertThat(status.lastError()).isNull();
    assertThat(status.skipped()).isEqualTo(4);
    assertThat(status.items()).isEqualTo(6);
    assertThat(status.checkpoint()).isEqualTo(Instant.ofEpochSecond(EARLY));
    for (int i = 0; i < odd.size(); i++) {
      updates.add(tombstone(i, odd.get(i)));
    }
    assertThat(yard.fetch().items()).isEqualTo(2);
    assertThat(yard.knows("pdq", Yard.pdq("p0"))).isFalse();
  }

  /** Every update, whatever was asked for. */
  private Reply whole(Asked asked) {
    return Reply.ok(Json.MAPPER.writeValueAsString(Map.of("data", updates)));
  }

  @Test
  void tombstonesThatWereForgottenAreMadeUpFor() throws Exception {
    IntStream.range(0, 20)
        .forEach(i -> updates.add(update(i, EARLY, "HASH_PDQ", Yard.pdq("p" + i))));
    yard.fetch();
    updates.removeFirst();
    yard.clock.move(Duration.ofDays(86));
    assertThat(yard.fetch().items()).isEqualTo(19);
    assertThat(yard.knows("pdq", Yard.pdq("p0"))).isFalse();
  }

  @Test
  void malformedUpdatesAndPagesElsewhere() throws Exception {
    updates.add(update(1, EARLY, "HASH_PDQ", "beef"));
    updates.add(Map.of("id", "../x", "last_updated", EARLY));
    updates.add(update(2, EARLY, "HASH_PDQ", Yard.pdq("a")));
    ExchangeStatus status = yard.fetch();
    assertThat(status.skipped()).isEqualTo(2);
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isTrue();
    for (String next : List.of("https://elsewhere.example/v21.0/77/threat_updates?after=1", "::")) {
      stub.answering = _ -> Reply.ok("{\"data\":[],\"paging\":{\"next\":\"" + next + "\"}}");
      assertThat(yard.fetch().lastError()).contains("leads elsewhere");
    }
    stub.answering = _ -> new Reply(400, "{\"error\":{\"code\":4}}");
    assertThat(yard.fetch().lastError()).contains("asks for patience");
  }

  @Test
  void opinionsGoBackAsReactions() throws Exception {
    updates.add(update(1, EARLY, "HASH_PDQ", Yard.pdq("a")));
    updates.add(update(2, EARLY, "HASH_PDQ", Yard.pdq("b")));
    yard.fetch();
    yard.banks
        .entries(Yard.BANK)
        .entries()
        .forEach(entry ->
            yard.opinions.give(
                Yard.BANK,
                entry.number(),
                entry.signals().getFirst().value().equals(Yard.pdq("a"))
                    ? Verdict.CONFIRM
                    : Verdict.DISPUTE,
                "",
                Yard.CURATOR));
    stub.asked.clear();
    stub.answering = asked -> asked.method().equals("POST") ? Reply.ok("{}") : answer(asked);
    assertThat(yard.fetch().opinions()).isEqualTo(OpinionStatus.NONE);
    assertThat(stub.asked.stream().filter(asked -> asked.method().equals("POST")))
        .extracting(asked -> asked.path() + " " + asked.body())
        .containsExactlyInAnyOrder(
            "/v21.0/1001 reactions=HELPFUL", "/v21.0/1002 reactions=DISAGREE_WITH_TAGS");
  }

  @Test
  void anUpdateWithoutDescriptorsTakesNothingBack() throws Exception {
    updates.add(update(1, EARLY, "HASH_MD5", Yard.md5("kept")));
    yard.fetch();
    long now = yard.clock.instant().getEpochSecond();
    Map<String, Object> bare = new TreeMap<>(update(1, now, "HASH_MD5", Yard.md5("kept")));
    bare.remove("descriptors");
    updates.add(bare);
    assertThat(yard.fetch().skipped()).isEqualTo(1);
    assertThat(yard.knows("md5", Yard.md5("kept"))).isTrue();
  }
}
