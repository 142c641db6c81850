package eu.gardefou.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.Discs;
import eu.gardefou.Drawing;
import eu.gardefou.access.Caller;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Signal;
import eu.gardefou.prompts.PromptText;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests that follow each other, through the whole pipeline and on two nodes. */
final class ChainsTest {
  private static final byte[] PHOTO = Discs.png(1);

  private final ChainedScreening gate = new ChainedScreening();
  private final Screening one = gate.screening();
  private final Screening two = gate.screening();

  @AfterEach
  void close() {
    gate.close();
  }

  private RequestOutcome ask(Screening node, String caller, String words, byte[]... pictures) {
    return ask(node, caller, Kind.EDIT, words, pictures);
  }

  private RequestOutcome ask(
      Screening node, String caller, Kind kind, String words, byte[]... pictures) {
    var inputs = Stream.of(pictures).map(gate.media::decode).toList();
    return node.screen(
        new Submission(kind, PromptText.of(words), inputs, null),
        new Asker(new Caller(caller), "/test"));
  }

  private static ResultOutcome answer(Screening node, RequestOutcome outcome, byte[]... pictures) {
    assertThat(outcome.verdict().reasons()).isEmpty();
    return node.screenResult((RequestOutcome.Cleared) outcome, List.of(pictures), List.of());
  }

  private byte[] picture(long seed, double explicit) {
    return gate.picture(seed, explicit);
  }

  private static byte[] canary() {
    BufferedImage image = Discs.draw(99, 320, 240);
    image.setRGB(0, 0, FakeScreening.CANARY_COLOUR);
    return Discs.file(image, "png");
  }

  private static List<String> rules(ResultOutcome outcome) {
    return outcome.verdict().rules();
  }

  private static List<String> rules(RequestOutcome outcome) {
    return outcome.verdict().rules();
  }

  @Test
  void stepsThatAreHarmlessOneByOneAreRefusedWhenTheirSumIsNot() {
    byte[] last = picture(100, 0.05);
    for (int step = 1; step <= 4; step++) {
      Screening node = step % 2 == 0 ? one : two;
      byte[] next = picture(100 + step, 0.05 + 0.1 * step);
      RequestOutcome asked = ask(node, "key " + step, "step number " + step, last);
      ResultOutcome result = answer(node, asked, next);
      if (step < 4) {
        assertThat(result).isInstanceOf(ResultOutcome.Released.class);
      } else {
        assertThat(rules(result)).containsExactly("lineage-climb");
      }
      last = next;
    }
    // The same step alone, of a picture that nobody has seen, is a small one.
    RequestOutcome alone = ask(one, "key", "step number 4", picture(200, 0.35));
    assertThat(answer(one, alone, picture(201, 0.45))).isInstanceOf(ResultOutcome.Released.class);
  }

  @Test
  void aLongOrdinarySessionIsAllowedToItsEnd() {
    byte[] last = PHOTO;
    String[] wishes = {"a bluer sky", "another background", "a little crop", "warmer colours"};
    for (int turn = 0; turn < 30; turn++) {
      byte[] next = picture(300 + turn, 0.05 + 0.01 * (turn % 7));
      String wish = wishes[turn % wishes.length] + " number " + turn;
      assertThat(answer(one, ask(one, "a", wish, last), next))
          .isInstanceOf(ResultOutcome.Released.class);
      last = next;
    }
    assertThat(ask(one, "a", "one more", last).signals()).contains(new Signal.Lineage(30, 0, 0, 0));
  }

  @Test
  void hintsAddUpAcrossTurnsAndKeys() {
    for (int turn = 0; turn < 3; turn++) {
      String words = "garment number " + turn + " undress=0.3";
      assertThat(rules(ask(one, "key " + turn, words, PHOTO))).isEmpty();
    }
    assertThat(rules(ask(two, "another key", "the fourth undress=0.3", PHOTO)))
        .containsExactly("lineage-hints");
    assertThat(rules(ask(two, "another key", "a bluer sky", PHOTO))).isEmpty();
    assertThat(rules(ask(two, "another key", "the fourth undress=0.3", Discs.png(2)))).isEmpty();
  }

  @Test
  void afterARefusalNoHintPassesAndHarmlessWordsDo() {
    assertThat(rules(ask(one, "a", "undress=0.9", PHOTO))).isNotEmpty();
    assertThat(rules(ask(two, "b", "a coat undress=0.3", PHOTO)))
        .containsExactly("hint-after-refusal");
    assertThat(rules(ask(two, "b", "a bluer sky", PHOTO))).isEmpty();
  }

  @Test
  void aRefusedResultIsRefusedAgainWithoutSamplingForEveryKeyOnEveryNode() {
    RequestOutcome first = ask(one, "a", "paint the old house by the sea", PHOTO);
    ResultOutcome refused = answer(one, first, canary());
    assertThat(rules(refused)).contains("sexual-output");
    List<RequestOutcome> again =
        List.of(
            ask(two, "b", "paint the old house by the sea", PHOTO),
            ask(two, "b", "Please paint the old house, by the sea!", PHOTO),
            ask(two, "a", "Paint the old houses by the sea", PHOTO));
    for (RequestOutcome outcome : again) {
      assertThat(outcome).isInstanceOf(RequestOutcome.Stopped.class);
      assertThat(outcome.verdict().reasons()).isEqualTo(refused.verdict().reasons());
    }
    assertThat(rules(ask(two, "b", "a green boat", PHOTO))).isEmpty();
    gate.means = "another model";
    assertThat(rules(ask(two, "b", "paint the old house by the sea", PHOTO))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mirrored", "turned", "smaller", "bordered", "jpeg"})
  void aPictureIsTheSameHoweverItIsDressedUp(String change) {
    RequestOutcome first = ask(one, "a", "paint the old house", PHOTO);
    answer(one, first, canary());
    assertThat(ask(two, "b", "paint the old house", dressedUp(change)))
        .isInstanceOf(RequestOutcome.Stopped.class);
    assertThat(ask(two, "b", "paint the old house", Discs.png(7)))
        .isInstanceOf(RequestOutcome.Cleared.class);
  }

  private static byte[] dressedUp(String change) {
    BufferedImage image = Discs.draw(1, 320, 240);
    return switch (change) {
      case "mirrored" ->
          Discs.file(
              Discs.changed(image, 320, 240, new AffineTransform(-1, 0, 0, 1, 320, 0)), "png");
      case "turned" ->
          Discs.file(
              Discs.changed(image, 240, 320, new AffineTransform(0, 1, -1, 0, 240, 0)), "png");
      case "smaller" ->
          Discs.file(
              Discs.changed(image, 200, 150, AffineTransform.getScaleInstance(0.625, 0.625)),
              "png");
      case "bordered" ->
          Discs.file(
              Discs.changed(image, 400, 300, AffineTransform.getTranslateInstance(40, 30)), "png");
      default -> Discs.file(image, "jpeg");
    };
  }

  @Test
  void whatWasRefusedWhileItWasMadeIsNotDelivered() {
    RequestOutcome slow = ask(one, "a", "paint the old house", PHOTO);
    RequestOutcome quick = ask(two, "b", "paint the old house", PHOTO);
    assertThat(rules(answer(two, quick, canary()))).contains("sexual-output");
    assertThat(rules(answer(one, slow, Discs.png(5)))).contains("sexual-output");
  }

  @Test
  void manyAtOnceAreNoWayAroundTheBudget() {
    List<RequestOutcome> burst = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      burst.add(ask(one, "a", wish(i), PHOTO));
    }
    for (RequestOutcome asked : burst.subList(0, 5)) {
      answer(one, asked, canary());
    }
    assertThat(rules(answer(two, burst.get(5), Discs.png(5)))).containsExactly("refused-too-often");
    RequestOutcome later = ask(two, "a", "a harmless boat", PHOTO);
    assertThat(rules(later)).containsExactly("refused-too-often");
    assertThat(later.verdict().decision()).isEqualTo(Decision.REFUSE);
    assertThat(later.verdict().reasons().getFirst().text()).contains("Try again after 20");
    assertThat(rules(ask(two, "b", "a harmless boat", PHOTO))).isEmpty();
    assertThat(rules(ask(two, "a", "a harmless boat", Discs.png(2)))).isEmpty();
  }

  private static String wish(int i) {
    return List.of(
            "a tall ship",
            "green hills",
            "an old tram",
            "my kitchen",
            "five owls",
            "rain",
            "a fair",
            "yellow leaves")
        .get(i);
  }

  @Test
  void whoeverAsksTheSignalsAreTheSame() {
    ask(one, "a", "a coat undress=0.3", PHOTO);
    ask(one, "b", "undress=0.9", PHOTO);
    List<Signal> signals = ask(one, "a", "a bluer sky", PHOTO).signals();
    assertThat(ask(two, "c", "a bluer sky", PHOTO).signals()).isEqualTo(signals);
    assertThat(signals).contains(new Signal.Lineage(1, 1, 0.3, 0));
  }

  @Test
  void flatPicturesAreInNoChain() {
    ask(one, "a", "a coat undress=0.3", Drawing.png(320, 240));
    ask(one, "a", "undress=0.9", Drawing.png(320, 240));
    assertThat(ask(one, "b", "a bluer sky", Drawing.png(320, 240)).signals())
        .noneMatch(Signal.Lineage.class::isInstance)
        .noneMatch(Signal.Ancestor.class::isInstance);
  }

  @Test
  void anUploadIsInNoChain() {
    for (int i = 0; i < 3; i++) {
      ask(one, "a", Kind.UPLOAD, "a coat undress=0.3", PHOTO);
    }
    assertThat(ask(one, "a", "a bluer sky", PHOTO).signals())
        .noneMatch(Signal.Lineage.class::isInstance)
        .noneMatch(Signal.Ancestor.class::isInstance);
  }

  @Test
  void anOpinionKnowsTheChainAndIsNoTurnOfIt() {
    ask(one, "a", "a coat undress=0.3", PHOTO);
    Asker asker = Asker.forOpinion(new Caller("b"), "/v1/moderations");
    for (int i = 0; i < 3; i++) {
      var words = PromptText.of("try " + i + " undress=0.9");
      var submission = new Submission(Kind.EDIT, words, List.of(gate.media.decode(PHOTO)), null);
      assertThat(one.screen(submission, asker).signals())
          .contains(new Signal.Lineage(1, 0, 0.3, 0));
    }
    assertThat(ask(two, "b", "a bluer sky", PHOTO).signals())
        .contains(new Signal.Lineage(1, 0, 0.3, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"picture", "turn", "step"})
  void withoutTheChainsNothingPassesAndTheDecisionIsOnRecord(String table) {
    answer(one, ask(one, "a", "a hat", PHOTO), Discs.png(5));
    JdbcClient owner = JdbcClient.create(gate.database.owner());
    for (String right : List.of("SELECT", "INSERT")) {
      owner.sql("REVOKE " + right + " ON lineage." + table + " FROM gardefou_app").update();
      RequestOutcome outcome = ask(one, "a", "a scarf " + right, Discs.png(8));
      assertThat(rules(outcome)).containsExactly("check-missing");
      assertThat(outcome.signals())
          .contains(new Signal.NotAssessed(Signal.Part.INPUT, "lineage", "failed"));
      assertThat(
              gate.database
                  .sql()
                  .sql("SELECT decision FROM evidence.decision WHERE id = ?")
                  .param(outcome.decision())
                  .query(String.class)
                  .single())
          .isEqualTo("refuse");
      assertThat(allowed(gate)).isEqualTo(2);
      owner.sql("GRANT " + right + " ON lineage." + table + " TO gardefou_app").update();
    }
    assertThat(rules(ask(one, "a", "a scarf", Discs.png(8)))).isEmpty();
  }

  /** Decisions that let something pass; what could not be remembered leaves none behind. */
  private static long allowed(ChainedScreening gate) {
    return gate.database
        .sql()
        .sql("SELECT count(*) FROM evidence.decision WHERE decision = 'allow'")
        .query(Long.class)
        .single();
  }

  @Test
  void aResultThatCannotBeRememberedIsNotDelivered() {
    RequestOutcome asked = ask(one, "a", "a hat", PHOTO);
    JdbcClient owner = JdbcClient.create(gate.database.owner());
    owner.sql("REVOKE UPDATE ON lineage.turn FROM gardefou_app").update();
    owner.sql("REVOKE UPDATE (result) ON lineage.turn FROM gardefou_app").update();
    ResultOutcome result = answer(one, asked, Discs.png(5));
    assertThat(result).isInstanceOf(ResultOutcome.Stopped.class);
    assertThat(rules(result)).containsExactly("check-missing");
  }

  @Test
  void aDecisionThatIsNotOnRecordIsNotRememberedEither() {
    JdbcClient owner = JdbcClient.create(gate.database.owner());
    owner
        .sql("ALTER TABLE evidence.decision ADD CONSTRAINT no CHECK (surface <> '/test') NOT VALID")
        .update();
    assertThatThrownBy(() -> ask(one, "a", "undress=0.9", PHOTO))
        .isInstanceOf(DataAccessException.class);
    owner.sql("ALTER TABLE evidence.decision DROP CONSTRAINT no").update();
    assertThat(owner.sql("SELECT count(*) FROM lineage.turn").query(Long.class).single()).isZero();
  }
}
