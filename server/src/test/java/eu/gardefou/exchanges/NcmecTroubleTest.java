package eu.gardefou.exchanges;

import static eu.gardefou.exchanges.NcmecStub.md5;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.exchanges.Stub.Asked;
import eu.gardefou.exchanges.Stub.Reply;
import eu.gardefou.matching.BankEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes wrong between here and NCMEC loses nothing and lets nothing half through. */
final class NcmecTroubleTest {
  private static final Instant EARLY = Instant.parse("2026-10-01T08:00:00Z");

  private static final String[] ODD_TIMES = {
    "+99999-01-01T00:00:00Z",
    "+999999999-12-31T23:59:59Z",
    "-0001-01-01T00:00:00Z",
    "-999999999-01-01T00:00:00Z",
    "1965-01-01T00:00:00Z",
    "9999-12-31T23:59:59-18:00",
    "yesterday"
  };

  private final NcmecStub list = new NcmecStub();
  private final Stub stub = list.stub;
  @TempDir Path data;
  private Yard yard;

  @BeforeEach
  void open() {
    yard = list.yard(data);
  }

  @AfterEach
  void close() {
    yard.close();
    list.close();
  }

  @Test
  void anEntryWithSeveralHashesIsKnownByAllOfThemAndHoldsUpNobody() throws Exception {
    String three = pdq("one") + pdq("two") + pdq("three") + md5("a");
    list.put("image", "a", EARLY, three).put("image", "b", EARLY, md5("b"));
    assertThat(yard.fetch().lastError()).isNull();
    for (String word : List.of("one", "two", "three")) {
      assertThat(yard.knows("pdq", Yard.pdq(word))).as(word).isTrue();
    }
    assertThat(yard.knows("md5", Yard.md5("b"))).isTrue();

    list.deleted("image", "a", yard.clock.instant());
    assertThat(yard.fetch().lastError()).isNull();
    for (String word : List.of("one", "two", "three")) {
      assertThat(yard.knows("pdq", Yard.pdq(word))).as(word).isFalse();
    }
    assertThat(yard.knows("md5", Yard.md5("a"))).isFalse();
  }

  private static String pdq(String word) {
    return "<pdq>" + Yard.pdq(word) + "</pdq>";
  }

  @Test
  void aBreakInTheMiddleGoesOnWithTheSamePage() throws Exception {
    list.pageSize = 1;
    list.put("image", "a", EARLY, md5("a"))
        .put("image", "b", EARLY, md5("b"))
        .put("image", "c", EARLY, md5("c"));
    stub.answering =
        asked -> asked.query().containsKey("start") ? new Reply(-1, "") : list.answer(asked);
    assertThat(yard.fetch().lastError()).contains("could not be reached");
    assertThat(yard.knows("md5", Yard.md5("a"))).isTrue();
    stub.asked.clear();
    stub.answering = list::answer;
    assertThat(yard.fetch().items()).isEqualTo(3);
    assertThat(stub.asked.getFirst().query()).containsEntry("start", "1");
  }

  @Test
  void addressesOfPagesAreGivenUpAfterTwelveHours() throws Exception {
    list.pageSize = 1;
    list.put("image", "a", EARLY, md5("a")).put("image", "b", EARLY, md5("b"));
    stub.answering =
        asked -> asked.query().containsKey("start") ? new Reply(500, "") : list.answer(asked);
    yard.fetch();
    yard.clock.move(Duration.ofHours(12));
    stub.asked.clear();
    stub.answering = list::answer;
    assertThat(yard.fetch().items()).isEqualTo(2);
    assertThat(stub.asked.getFirst().query()).doesNotContainKey("start").containsKey("from");
  }

  /** The connection to the database dies with half of a page written, as with kill -9. */
  @Test
  void nothingOfAPageIsKeptUnlessAllOfItIs() throws Exception {
    list.pageSize = 2;
    list.put("image", "a", EARLY, md5("a")).put("image", "b", EARLY, md5("b"));
    list.put("image", "c", EARLY, md5("c")).put("image", "d", EARLY, md5("d"));
    JdbcClient owner = JdbcClient.create(yard.database.owner());
    owner
        .sql(
            """
            CREATE FUNCTION matching.die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN new; END $$
            """)
        .update();
    owner
        .sql(
            "CREATE TRIGGER die AFTER INSERT ON matching.signal FOR EACH ROW WHEN (new.value = '"
                + Yard.md5("d")
                + "') EXECUTE FUNCTION matching.die()")
        .update();
    assertThat(yard.fetch().succeeded()).isFalse();
    assertThat(yard.knows("md5", Yard.md5("a"))).as("the page before").isTrue();
    assertThat(yard.knows("md5", Yard.md5("c"))).as("the half page").isFalse();
    assertThat(yard.exchanges.find("source").status().items()).isEqualTo(2);
    owner.sql("DROP TRIGGER die ON matching.signal").update();
    stub.asked.clear();
    assertThat(yard.fetch().items()).isEqualTo(4);
    assertThat(stub.asked.getFirst().query()).containsEntry("start", "2");
    assertThat(yard.knows("md5", Yard.md5("d"))).isTrue();
  }

  @Test
  void windowsShrinkWhenTheyHoldTooMuchAndLeaveNoGap() throws Exception {
    list.pageSize = 2;
    list.announced = 400_000;
    for (int i = 0; i < 40; i++) {
      list.put("image", "i" + i, EARLY.plus(Duration.ofHours(i * 7L)), md5("i" + i));
    }
    ExchangeStatus status = yard.fetch();
    assertThat(status.lastError()).isNull();
    assertThat(status.items()).isEqualTo(40);
    Instant known = Instant.EPOCH;
    for (Asked asked : stub.asked) {
      Instant from = Instant.parse(asked.query().get("from"));
      assertThat(from).isBeforeOrEqualTo(known);
      boolean whole = !list.answer(asked).body().contains("<paging>");
      Instant to = Instant.parse(asked.query().get("to"));
      known = whole && to.isAfter(known) ? to : known;
    }
    assertThat(known).isEqualTo(yard.clock.instant().minusSeconds(5));
  }

  @Test
  void theTimeZoneOfTheMachinePlaysNoPart() throws Exception {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      list.put("image", "a", EARLY, md5("a"));
      ExchangeStatus status = yard.fetch();
      assertThat(stub.last().query())
          .containsEntry("from", "1970-01-01T00:00:00Z")
          .containsEntry("to", yard.clock.instant().minusSeconds(5).toString());
      assertThat(status.completed()).isEqualTo(yard.clock.instant());
      BankEntry entry = yard.banks.entries(Yard.BANK).entries().getFirst();
      assertThat(entry.firstSeen()).isEqualTo(EARLY);
      list.deleted("image", "a", yard.clock.instant());
      yard.fetch();
      assertThat(yard.knows("md5", Yard.md5("a"))).isFalse();
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void aTimeThatIsNoneIsLeftOutAndHoldsUpNobody() throws Exception {
    for (String time : List.of(ODD_TIMES)) {
      listed("<image>" + named("p" + time) + time(time) + prints("p" + time) + "</image>");
    }
    list.put("image", "good", EARLY, md5("good"));
    ExchangeStatus status = yard.fetch();
    assertThat(status.lastError()).isNull();
    assertThat(status.skipped()).isEqualTo(ODD_TIMES.length);
    assertThat(status.lastSkipped()).startsWith("A time is none of the years");
    assertThat(yard.knows("md5", Yard.md5("good"))).isTrue();
    for (String time : ODD_TIMES) {
      assertThat(yard.knows("md5", Yard.md5("p" + time))).as(time).isTrue();
      listed("<deletedImage>" + named("p" + time) + time(time) + "</deletedImage>");
    }
    assertThat(yard.fetch().lastError()).isNull();
    for (String time : ODD_TIMES) {
      assertThat(yard.knows("md5", Yard.md5("p" + time))).as(time).isFalse();
    }
  }

  private void listed(String xml) {
    // As the list's own clock sees it.
    list.list.add(new NcmecStub.Listed("images", yard.clock.instant(), xml));
  }

  private static String named(String id) {
    return "<member id=\"42\"/><id>" + id + "</id>";
  }

  private static String time(String time) {
    return "<timestamp>" + time + "</timestamp>";
  }

  private static String prints(String word) {
    return "<fingerprints>" + md5(word) + "</fingerprints>";
  }

  @Test
  void aClockThatRanAheadLosesNoWindow() throws Exception {
    // The stub, as every server, tells the real time.
    Instant real = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    yard.clock.move(Duration.between(yard.clock.instant(), real));
    list.put("image", "a", EARLY, md5("a"));
    yard.clock.move(Duration.ofDays(365));
    assertThat(yard.fetch().lastError()).isNull();
    yard.clock.move(Duration.ofDays(-365));
    list.put("image", "b", real.plusSeconds(60), md5("b"));
    assertThat(yard.fetch().lastError()).isNull();
    assertThat(yard.knows("md5", Yard.md5("b"))).isTrue();
  }

  @Test
  void entitiesAndPagesElsewhereAreRefused() throws Exception {
    list.put("image", "a", EARLY, md5("a"));
    yard.fetch();
    List<String> hostile =
        List.of(
            "<!DOCTYPE q [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><queryResult>&a;</queryResult>",
            "<!DOCTYPE q [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><queryResult>&b;</queryResult>",
            "<queryResult><images>",
            "<html/>",
            "",
            "<a>".repeat(100_000),
            "<queryResult><paging><next>https://elsewhere.example/v2/entries?start=1</next></paging>"
                + "</queryResult>",
            "<queryResult><paging><next>//elsewhere.example/v2/entries?start=1</next></paging>"
                + "</queryResult>");
    for (String xml : hostile) {
      stub.answering = _ -> Reply.ok(xml);
      assertThat(yard.fetch().lastError())
          .as(xml.substring(0, Math.min(60, xml.length())))
          .startsWith("NCMEC sent ");
      assertThat(yard.knows("md5", Yard.md5("a"))).isTrue();
    }
  }
}
