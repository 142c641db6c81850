package eu.gardefou.exchanges;

import static eu.gardefou.exchanges.NcmecStub.md5;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.exchanges.Stub.Asked;
import eu.gardefou.exchanges.Stub.Reply;
import eu.gardefou.matching.BankEntry;
import eu.gardefou.matching.Opinion.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NcmecTest {
  private static final Instant EARLY = Instant.parse("2026-10-01T08:00:00Z");

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
  void everyKindOfFingerprintIsKept() throws Exception {
    list.put(
            "image",
            "image1",
            EARLY,
            md5("a")
                + "<sha1>%s</sha1><pdq>%s</pdq><pdna>vendor,1,2</pdna><netclean>xyz</netclean>"
                    .formatted(Yard.hash("a", 40), Yard.pdq("a").toUpperCase(Locale.ROOT)))
        .put(
            "video",
            "video1",
            EARLY,
            md5("v")
                + "<sha1>%s</sha1><tmk-pdqf rel=\"self\" href=\"/v2/x\"/><ssvh-pdna>q</ssvh-pdna>"
                    .formatted(Yard.hash("v", 40)));
    ExchangeStatus status = yard.fetch();
    assertThat(status.lastError()).isNull();
    assertThat(status.upToDate()).isTrue();
    assertThat(status.items()).isEqualTo(2);
    assertThat(yard.knows("md5", Yard.md5("a"))).isTrue();
    assertThat(yard.knows("sha1", Yard.hash("a", 40))).isTrue();
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isTrue();
    assertThat(yard.knows("photodna", "vendor,1,2")).isTrue();
    assertThat(yard.knows("netclean", "xyz")).isTrue();
    assertThat(yard.knows("video_md5", Yard.md5("v"))).isTrue();
    assertThat(yard.knows("video_sha1", Yard.hash("v", 40))).isTrue();
    assertThat(yard.knows("ssvh_pdna", "q")).isTrue();
    assertThat(yard.knows("md5", Yard.md5("v"))).as("a video's file is no picture's").isFalse();
  }

  @Test
  void whatIsDeletedStopsToMatchWithinOneCycle() throws Exception {
    list.put("image", "a", EARLY, md5("a")).put("video", "v", EARLY, md5("v"));
    list.put("image", "b", EARLY, md5("b"));
    yard.fetch();
    assertThat(yard.knows("md5", Yard.md5("a"))).isTrue();
    Instant now = yard.clock.instant();
    list.deleted("image", "a", now).deleted("video", "v", now);
    ExchangeStatus status = yard.fetch();
    assertThat(status.lastError()).isNull();
    assertThat(status.items()).isEqualTo(1);
    assertThat(yard.knows("md5", Yard.md5("a"))).isFalse();
    assertThat(yard.knows("video_md5", Yard.md5("v"))).isFalse();
    assertThat(yard.knows("md5", Yard.md5("b"))).isTrue();
  }

  @Test
  void pagesMayComeInAnyOrderAndTellThingsTwice() throws Exception {
    list.pageSize = 1;
    list.deleted("image", "gone", EARLY.plusSeconds(60))
        .put("image", "there", EARLY.plusSeconds(90), md5("new"))
        .put("image", "gone", EARLY, md5("gone"))
        .put("image", "there", EARLY, md5("old"))
        .put("image", "there", EARLY.plusSeconds(90), md5("new"))
        .put("image", "same", EARLY, md5("same"))
        .deleted("image", "same", EARLY)
        .put("image", "same", EARLY, md5("same"));
    for (int cycle = 0; cycle < 3; cycle++) {
      assertThat(yard.fetch().lastError()).isNull();
      assertThat(yard.knows("md5", Yard.md5("gone"))).isFalse();
      assertThat(yard.knows("md5", Yard.md5("new"))).isTrue();
      assertThat(yard.knows("md5", Yard.md5("old"))).isFalse();
      assertThat(yard.knows("md5", Yard.md5("same"))).as("a withdrawal wins").isFalse();
    }
    assertThat(yard.banks.find(Yard.BANK).active()).isEqualTo(1);
    assertThat(yard.banks.find(Yard.BANK).withdrawn()).isEqualTo(1);
  }

  @Test
  void malformedEntriesAreSkippedCountedAndTold() throws Exception {
    list.put("image", "good", EARLY, md5("good"));
    list.put("image", "half", EARLY, md5("half") + "<pdq>beef</pdq>");
    list.put("image", "bad", EARLY, "<md5>no hash</md5>");
    list.put("image", "", EARLY, md5("nameless"));
    list.list.add(
        new NcmecStub.Listed(
            "images", EARLY, "<sculpture><member id=\"1\"/><id>s</id></sculpture>"));
    ExchangeStatus status = yard.fetch();
    assertThat(status.succeeded()).isTrue();
    assertThat(status.skipped()).isEqualTo(5);
    assertThat(status.lastSkipped()).isEqualTo("An entry is of an unknown kind.");
    assertThat(yard.knows("md5", Yard.md5("good"))).isTrue();
    assertThat(yard.knows("md5", Yard.md5("half"))).as("its other hash counts").isTrue();
    assertThat(yard.knows("md5", Yard.md5("nameless"))).isFalse();
  }

  @Test
  void anExpiredKeyIsToldAndKeepsWhatIsKnown() throws Exception {
    list.put("image", "a", EARLY, md5("a"));
    yard.fetch();
    list.password = "second";
    ExchangeStatus status = yard.fetch();
    assertThat(status.succeeded()).isFalse();
    assertThat(status.upToDate()).isFalse();
    assertThat(status.lastError())
        .startsWith("NCMEC does not accept the credentials (status 401)")
        .doesNotContain("someone", "first");
    assertThat(yard.knows("md5", Yard.md5("a"))).isTrue();
    stub.asked.clear();
    yard.exchanges.setCredentialsOf("source", list.secrets("second"), Yard.CURATOR);
    assertThat(yard.fetch().lastError()).isNull();
    Instant from = Instant.parse(stub.asked.getFirst().query().get("from"));
    assertThat(from).as("it goes on from where it was").isAfter(EARLY);
  }

  @Test
  void opinionsGoBackAsFeedback() throws Exception {
    list.put("image", "image1", EARLY, md5("a") + "<pdq>" + Yard.pdq("a") + "</pdq>");
    list.put("video", "video/1", EARLY, md5("v"));
    yard.fetch();
    for (BankEntry entry : yard.banks.entries(Yard.BANK).entries()) {
      boolean video = entry.signals().getFirst().type().name().startsWith("video");
      Verdict verdict = video ? Verdict.DISPUTE : Verdict.CONFIRM;
      yard.opinions.give(Yard.BANK, entry.number(), verdict, "it is a drawing", Yard.CURATOR);
    }
    stub.answering =
        asked -> {
          if (asked.path().endsWith("/reasons")) {
            return Reply.ok(
                "<availableFeedbackReasons xmlns=\""
                    + NcmecStub.NAMESPACE
                    + "\"><reason"
                    + " guid=\"01234567-abcd-0123-4567-012345678900\" name=\"Example\" type=\"Md5\"/>"
                    + "</availableFeedbackReasons>");
          }
          return asked.method().equals("PUT")
              ? Reply.ok("<submissionResult/>")
              : list.answer(asked);
        };
    stub.asked.clear();
    assertThat(yard.fetch().opinions()).isEqualTo(OpinionStatus.NONE);
    List<Asked> sent = stub.asked.stream().filter(asked -> asked.method().equals("PUT")).toList();
    assertThat(sent)
        .extracting(Asked::path)
        .containsExactlyInAnyOrder(
            "/v2/entries/42/image1/PDQ/feedback", "/v2/entries/42/video%2F1/MD5/feedback");
    assertThat(sent)
        .extracting(Asked::body)
        .anyMatch(body -> body.contains("<affirmative/>"))
        .anyMatch(body -> body.contains("<guid>01234567-abcd-0123-4567-012345678900</guid>"))
        .noneMatch(body -> body.contains("drawing"));
    stub.asked.clear();
    yard.fetch();
    assertThat(stub.asked).noneMatch(asked -> asked.method().equals("PUT"));
  }

  @Test
  void reasonsThatCannotBeReadAreNoRefusal() throws Exception {
    list.put("image", "image1", EARLY, md5("a"));
    yard.fetch();
    BankEntry entry = yard.banks.entries(Yard.BANK).entries().getFirst();
    yard.opinions.give(Yard.BANK, entry.number(), Verdict.DISPUTE, "no", Yard.CURATOR);
    stub.answering =
        asked -> asked.path().endsWith("/reasons") ? new Reply(400, "") : list.answer(asked);
    OpinionStatus status = yard.fetch().opinions();
    assertThat(status.refused()).isZero();
    assertThat(status.waiting()).isEqualTo(1);
    assertThat(status.last()).contains("status 400");
  }

  @Test
  void anOpinionThatCannotBeGivenHoldsUpNoOther() throws Exception {
    list.put("image", "image1", EARLY, md5("a")).put("image", "image2", EARLY, md5("b"));
    yard.fetch();
    List<BankEntry> entries = yard.banks.entries(Yard.BANK).entries();
    yard.opinions.give(Yard.BANK, entries.getFirst().number(), Verdict.DISPUTE, "no", Yard.CURATOR);
    yard.opinions.give(Yard.BANK, entries.getLast().number(), Verdict.CONFIRM, "", Yard.CURATOR);
    stub.answering =
        asked -> {
          if (asked.path().endsWith("/reasons")) {
            return new Reply(404, "");
          }
          return asked.method().equals("PUT") ? Reply.ok("<ok/>") : list.answer(asked);
        };
    stub.asked.clear();
    assertThat(yard.fetch().opinions())
        .isEqualTo(
            new OpinionStatus(
                1, 0, "NCMEC has no reasons for a dispute of this entry's kinds of fingerprint."));
    assertThat(stub.asked).filteredOn(asked -> asked.method().equals("PUT")).hasSize(1);
  }
}
