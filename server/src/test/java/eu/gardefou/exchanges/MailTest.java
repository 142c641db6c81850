package eu.gardefou.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.exchanges.Stub.Asked;
import eu.gardefou.exchanges.Stub.Reply;
import eu.gardefou.matching.BankEntry;
import eu.gardefou.matching.Opinion.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No opinion that its source does not take holds up another. */
final class MailTest {
  private static final List<String> WORDS = List.of("a", "b", "c", "d", "e");

  private final StopNciiStub list = new StopNciiStub();
  private final Stub stub = list.stub;
  @TempDir Path data;
  private Yard yard;

  /** What the source says to an opinion on the hash of a word. */
  private Function<String, Reply> hearing = _ -> Reply.ok("{}");

  @BeforeEach
  void open() throws Exception {
    yard = new Yard(data);
    stub.answering = this::answer;
    WORDS.forEach(word -> list.put(20, "ImagePDQ", Yard.pdq(word), "Active", Map.of()));
    yard.with("stopncii", Map.of(), list.secrets("first"));
    yard.fetch();
    for (BankEntry entry : yard.banks.entries(Yard.BANK).entries()) {
      yard.opinions.give(Yard.BANK, entry.number(), Verdict.CONFIRM, "", Yard.CURATOR);
    }
    stub.asked.clear();
  }

  @AfterEach
  void close() {
    yard.close();
    list.close();
  }

  private Reply answer(Asked asked) {
    if (asked.path().equals("/SubmitFeedback")) {
      return hearing.apply(word(asked));
    }
    return list.answer(asked);
  }

  private static String word(Asked asked) {
    return WORDS.stream()
        .filter(word -> asked.body().contains(Yard.pdq(word)))
        .findFirst()
        .orElseThrow();
  }

  /** Whose opinions were sent since it was last asked. */
  private List<String> sent() {
    List<String> words =
        stub.asked.stream()
            .filter(asked -> asked.path().equals("/SubmitFeedback"))
            .map(MailTest::word)
            .toList();
    stub.asked.clear();
    return words;
  }

  /** A cycle in the same moment as the last one. */
  private OpinionStatus again() throws InterruptedException {
    return yard.exchanges.fetchHere("source").orElseThrow().status().opinions();
  }

  @Test
  void whatIsRefusedIsSetAsideAndTheOthersGoOn() throws Exception {
    hearing =
        word ->
            switch (word) {
              case "a" -> new Reply(400, "");
              case "c" -> new Reply(404, "");
              default -> Reply.ok("{}");
            };
    ExchangeStatus status = yard.fetch();
    assertThat(sent()).containsExactlyInAnyOrderElementsOf(WORDS);
    assertThat(status.succeeded()).isTrue();
    assertThat(status.opinions().refused()).isEqualTo(2);
    assertThat(status.opinions().waiting()).isZero();
    assertThat(status.opinions().last()).startsWith("StopNCII did not take the opinion (status 40");
    assertThat(yard.fetch().opinions().refused()).isEqualTo(2);
    assertThat(sent()).isEmpty();
  }

  @Test
  void whatFailsIsTriedAgainLaterEveryTimeAndHoldsUpNobody() throws Exception {
    hearing = word -> word.equals("b") ? new Reply(500, "") : Reply.ok("{}");
    OpinionStatus failing = yard.fetch().opinions();
    assertThat(sent()).containsExactlyInAnyOrderElementsOf(WORDS);
    assertThat(failing.waiting()).isEqualTo(1);
    assertThat(failing.last()).contains("status 500");
    again();
    assertThat(sent()).as("it waits").isEmpty();
    for (int cycle = 0; cycle < 9; cycle++) {
      yard.fetch();
    }
    assertThat(sent()).as("of nine cycles").containsExactly("b", "b", "b", "b", "b", "b");
    hearing = _ -> Reply.ok("{}");
    yard.clock.move(Duration.ofDays(1));
    assertThat(yard.fetch().opinions()).isEqualTo(OpinionStatus.NONE);
    assertThat(sent()).containsExactly("b");
  }

  @Test
  void aSourceThatFailsAltogetherIsLeftAloneAndEverybodyGetsATurn() throws Exception {
    hearing = _ -> new Reply(-1, "");
    assertThat(yard.fetch().succeeded()).as("the entries were read").isTrue();
    List<String> first = sent();
    assertThat(first).hasSize(3);
    assertThat(again().waiting()).isEqualTo(5);
    assertThat(sent()).hasSize(2).doesNotContainAnyElementsOf(first);
  }

  @Test
  void thoseThatAlwaysFailDoNotHoldUpTheOthers() throws Exception {
    hearing = _ -> new Reply(500, "");
    yard.fetch();
    List<String> poison = sent();
    hearing = word -> poison.contains(word) ? new Reply(500, "") : Reply.ok("{}");
    yard.clock.move(Duration.ofDays(2));
    assertThat(yard.fetch().opinions().waiting()).isEqualTo(3);
    assertThat(sent()).hasSize(5);
  }

  /** Of what failed before, that whose last try is longest ago comes first. */
  @Test
  void amongThoseThatFailEverybodyGetsATurn() throws Exception {
    hearing = _ -> new Reply(500, "");
    yard.fetch();
    List<String> first = sent();
    yard.fetch();
    List<String> second = sent();
    yard.clock.move(Duration.ofDays(2));
    yard.fetch();
    List<String> third = sent();
    yard.clock.move(Duration.ofDays(2));
    yard.fetch();
    assertThat(third).containsAll(without(first, second));
    assertThat(sent()).containsAll(without(second, third));
  }

  private static List<String> without(List<String> words, List<String> others) {
    return words.stream().filter(word -> !others.contains(word)).toList();
  }

  /** A quota that is used up is 403 with some, too. */
  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aKeyThatIsNotAcceptedLosesNoOpinion(int status) throws Exception {
    hearing = _ -> new Reply(status, "");
    assertThat(yard.fetch().opinions().refused()).isZero();
    hearing = _ -> Reply.ok("{}");
    assertThat(yard.fetch().opinions()).isEqualTo(OpinionStatus.NONE);
  }

  @Test
  void aSourceThatAsksForPatienceGetsIt() throws Exception {
    hearing = _ -> new Reply(429, "", Map.of("Retry-After", "7200"));
    yard.fetch();
    assertThat(sent()).hasSize(1);
    hearing = _ -> Reply.ok("{}");
    yard.fetch();
    assertThat(sent()).hasSize(4);
    yard.clock.move(Duration.ofHours(2));
    yard.fetch();
    assertThat(sent()).hasSize(1);
  }

  @Test
  void whatAClockThatRanAheadPutOffIsTriedAgain() throws Exception {
    hearing = _ -> new Reply(500, "");
    yard.clock.move(Duration.ofDays(400));
    yard.fetch();
    yard.clock.move(Duration.ofDays(-400));
    hearing = _ -> Reply.ok("{}");
    assertThat(yard.fetch().opinions()).isEqualTo(OpinionStatus.NONE);
  }
}
