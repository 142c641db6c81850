package eu.gardefou.lineage;

import static eu.gardefou.lineage.Setting.asked;
import static eu.gardefou.lineage.Setting.changed;
import static eu.gardefou.lineage.Setting.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What earlier requests mean for the next one. */
final class PastTest {
  private final Setting setting = new Setting();
  private final Looks photo = picture(1);

  @AfterEach
  void close() {
    setting.close();
  }

  @Test
  void theSameRequestIsRefusedByMemoryOnBothNodesWhoeverAsks() {
    UUID refusal = setting.refusedLater("a", "A hat, please!", photo);
    for (String caller : new String[] {"a", "b"}) {
      Asked again = asked(caller, "a  HAT please", photo);
      assertThat(setting.standing(setting.one, again, photo))
          .isEqualTo(new Standing.Remembered(refusal));
      assertThat(setting.standing(setting.two, again, photo))
          .isEqualTo(new Standing.Remembered(refusal));
    }
    assertThat(setting.standing("a", "a boat on a river", photo)).isEqualTo(new Standing.Free());
    assertThat(setting.standing("b", "a hat, please", picture(2))).isEqualTo(new Standing.Free());
  }

  @Test
  void nearlyTheSameWordsOnNearlyTheSamePictureAreTheSameRequest() {
    UUID refusal =
        setting.refusedLater("a", "paint the old house by the sea in warm evening light", photo);
    Looks copy = changed(photo, 0, 20);
    assertThat(
            setting.standing("b", "paint the old house by the sea in a warm evening light!!", copy))
        .isEqualTo(new Standing.Remembered(refusal));
    assertThat(setting.standing("b", "paint the boat green", copy)).isEqualTo(new Standing.Free());
    assertThat(
            setting.standing(
                "b", "paint the old house by the sea in a warm evening light!!", picture(2)))
        .isEqualTo(new Standing.Free());
  }

  @Test
  void wordsThatWereRefusedAsSuchCanBeMended() {
    setting.refused("a", "a red scarf and a see-through shirt", photo);
    assertThat(setting.standing("a", "a red scarf and a blue shirt", photo))
        .isEqualTo(new Standing.Free());
  }

  /** The bank or the policy that refused it may have changed: it is judged anew. */
  @Test
  void aRequestThatWasRefusedAsSuchIsNotRefusedByMemory() {
    setting.refused("a", "a red scarf", photo);
    assertThat(setting.standing("a", "a red scarf", photo)).isEqualTo(new Standing.Free());
  }

  @Test
  void aRefusalIsForgottenAfterAnHour() {
    setting.refusedLater("a", "a hat", photo);
    setting.pass("59 minutes");
    assertThat(setting.standing("a", "a hat", photo)).isInstanceOf(Standing.Remembered.class);
    setting.pass("2 minutes");
    assertThat(setting.standing("a", "a hat", photo)).isEqualTo(new Standing.Free());
  }

  @Test
  void anotherPolicyOrModelIsANewStart() {
    setting.refusedLater("a", "a hat", photo);
    Asked later = asked("a", "a hat", "another policy", photo);
    assertThat(setting.standing(setting.two, later, photo)).isEqualTo(new Standing.Free());
  }

  @Test
  void wordsAloneCountForOneCaller() {
    UUID refusal = setting.refusedLater("a", "a kite over a hill");
    assertThat(setting.standing("a", "A kite... over a hill"))
        .isEqualTo(new Standing.Remembered(refusal));
    assertThat(setting.standing("b", "a kite over a hill")).isEqualTo(new Standing.Free());
    assertThat(setting.standing("a", "a boat on the sea")).isEqualTo(new Standing.Free());
  }

  @Test
  void theRefusalIsQuotedThatIsAnAnswerAndNoCheckThatFailed() {
    Turn turn = setting.turn(asked("a", "a hat", photo), 0, Outcome.OPEN, 0, photo);
    setting.one.stop(turn, UUID.randomUUID(), Outcome.UNASSESSED);
    assertThat(setting.standing("a", "a hat", photo)).isEqualTo(new Standing.Free());
  }

  @Test
  void whoWasRefusedTooOftenWaitsAndNobodyElseDoes() {
    refusals("a", Past.FREE - 1);
    assertThat(setting.standing("a", "a harmless boat", photo)).isEqualTo(new Standing.Free());
    setting.refused("a", "the last one", photo);
    Instant until = until("a");
    assertThat(until).isCloseTo(setting.now().plus(Past.FIRST_WAIT), within(5, ChronoUnit.SECONDS));
    assertThat(setting.standing("b", "a harmless boat", photo)).isEqualTo(new Standing.Free());
    assertThat(setting.standing("a", "a harmless boat", picture(9))).isEqualTo(new Standing.Free());
    setting.pass("61 seconds");
    assertThat(setting.standing("a", "a harmless boat", photo)).isEqualTo(new Standing.Free());
  }

  @Test
  void oneMorePictureOrAnotherOrderIsNoOtherRequest() {
    Looks second = picture(8);
    setting.refusedLater("a", "a hat", photo, second);
    assertThat(setting.standing("b", "a hat", second, photo))
        .isInstanceOf(Standing.Remembered.class);
    assertThat(setting.standing("b", "a hat", photo, second, Looks.NONE))
        .isInstanceOf(Standing.Remembered.class);
    assertThat(setting.standing("b", "a hat", photo)).isEqualTo(new Standing.Free());
  }

  @Test
  void manyKeysSlowEverybodyDownForALittle() {
    for (int key = 0; key < Past.FREE_FOR_ALL - 1; key++) {
      setting.refused("key " + key, "wish " + key, photo);
    }
    assertThat(setting.standing("z", "a harmless boat", photo)).isEqualTo(new Standing.Free());
    setting.refused("one more key", "one more wish", photo);
    assertThat(setting.standing("z", "a harmless boat", photo))
        .isInstanceOf(Standing.Delayed.class);
    assertThat(setting.standing("z", "a harmless boat", picture(9))).isEqualTo(new Standing.Free());
    setting.pass("61 seconds");
    assertThat(setting.standing("z", "a harmless boat", photo)).isEqualTo(new Standing.Free());
  }

  @Test
  void oneCallerCannotLockTheOthersOut() {
    refusals("a", 2 * Past.FREE_FOR_ALL);
    assertThat(setting.standing("b", "a harmless boat", photo)).isEqualTo(new Standing.Free());
  }

  @Test
  void theWaitDoublesAndNeverLastsLongerThanHours() {
    refusals("a", Past.FREE);
    for (int more = 1; more < 14; more++) {
      setting.refused("a", "once more " + more, photo);
      Duration wait = Duration.between(setting.now(), until("a"));
      Duration expected = Past.FIRST_WAIT.multipliedBy(1L << more);
      if (expected.compareTo(Past.LONGEST_WAIT) > 0) {
        expected = Past.LONGEST_WAIT;
      }
      assertThat(wait).isCloseTo(expected, Duration.ofSeconds(20));
    }
  }

  @Test
  void theSameRefusedRequestOverAndOverIsOneRefusal() {
    for (int i = 0; i < 20; i++) {
      setting.refused("a", "the same", photo);
    }
    assertThat(setting.standing("a", "a harmless boat", photo)).isEqualTo(new Standing.Free());
    assertThat(setting.tally("a", "a harmless boat", photo).refusals()).isEqualTo(1);
  }

  @Test
  void aClockThatGoesBackNeitherFreesNorLocksAnybody() {
    refusals("a", Past.FREE);
    setting.pass("-3 hours");
    Instant until = until("a");
    assertThat(until).isBeforeOrEqualTo(setting.now().plus(Past.FIRST_WAIT));
    setting.pass("61 seconds");
    assertThat(setting.standing("a", "a harmless boat", photo)).isEqualTo(new Standing.Free());
  }

  @Test
  void otherWordingsOfARefusedWishAreSlowedDownForTheirCaller() {
    String[] wordings = {
      "a red kite over a green hill",
      "one red kite over the green hill",
      "red kites over a green hill now",
      "my red kite over a green hill there",
      "that red kite over green hills",
    };
    for (String wording : wordings) {
      Turn turn = setting.turn(asked("a", wording), 0, Outcome.OPEN, 0);
      setting.one.stop(turn, UUID.randomUUID(), Outcome.REFUSED);
    }
    setting.pass("30 seconds");
    assertThat(setting.standing("a", "the huge red kite over a green hill of sand"))
        .isInstanceOf(Standing.Delayed.class);
    assertThat(setting.standing("a", "a boat on the sea")).isEqualTo(new Standing.Free());
    assertThat(setting.standing("b", "the huge red kite over a green hill of sand"))
        .isEqualTo(new Standing.Free());
  }

  @Test
  void hintsAddUpOverTurnsAndKeysAndTheSameTurnCountsOnce() {
    hinted("a", "no coat", 0.3);
    hinted("b", "no jumper", 0.3);
    hinted("b", "no jumper", 0.3);
    hinted("c", "brighter", 0.1);
    Tally tally = setting.tally("d", "no hat", photo);
    assertThat(tally.turns()).isEqualTo(3);
    assertThat(tally.refusals()).isZero();
    assertThat(tally.hinted()).isCloseTo(0.6, within(1e-9));
    assertThat(setting.tally("b", "no jumper", photo).hinted()).isCloseTo(0.3, within(1e-9));
    assertThat(setting.tally("d", "no hat", picture(2))).isEqualTo(new Tally(0, 0, 0));
  }

  @Test
  void aChainIsTheSameWhoeverAsks() {
    hinted("a", "no coat", 0.3);
    setting.refused("b", "worse", photo);
    assertThat(setting.tally("a", "no hat", photo)).isEqualTo(setting.tally("c", "no hat", photo));
  }

  @Test
  void nothingPushesRefusalsAndHintsOut() {
    setting.refused("a", "worse", photo);
    hinted("a", "no coat", 0.3);
    for (int i = 0; i < 110; i++) {
      setting.turn(asked("a", "harmless number " + i * 7919, photo), 0, Outcome.OPEN, 0, photo);
    }
    Tally tally = setting.tally("a", "no hat", photo);
    assertThat(tally.refusals()).isEqualTo(1);
    assertThat(tally.hinted()).isEqualTo(0.3);
    assertThat(tally.turns()).isEqualTo(101);
  }

  @Test
  void aDayLaterHintsAndRefusalsAreOver() {
    hinted("a", "no coat", 0.3);
    setting.refused("b", "worse", photo);
    setting.pass("25 hours");
    assertThat(setting.tally("a", "no hat", photo)).isEqualTo(new Tally(0, 0, 0));
  }

  @Test
  void noWordCanBeReadInTheDatabase() {
    setting.refused("a", "zanzibar", photo);
    String row =
        setting
            .sql
            .sql("SELECT t::text || encode(t.words, 'escape') FROM lineage.turn t")
            .query(String.class)
            .single();
    assertThat(row).doesNotContain("zan", "bar");
    assertThat(new Seal(new byte[] {1}).sketch(List.of("zanzibar")))
        .isNotEqualTo(Setting.SEAL.sketch(List.of("zanzibar")));
  }

  private void refusals(String caller, int count) {
    for (int i = 0; i < count; i++) {
      setting.refused(caller, "try number " + i, photo);
    }
  }

  private void hinted(String caller, String words, double hint) {
    setting.turn(asked(caller, words, photo), hint, Outcome.OPEN, 0, photo);
  }

  private Instant until(String caller) {
    Standing standing = setting.standing(caller, "a harmless boat", photo);
    assertThat(standing).isInstanceOf(Standing.Delayed.class);
    return ((Standing.Delayed) standing).until();
  }
}
