package eu.gardefou.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.policy.Signal.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the names in a rule say of the signals. */
class ContentTest {
  private static void holds(String when, Signal... signals) {
    Policy policy = Policies.load(SmallPolicy.floor(SmallPolicy.rule("r", when, "mark")), "p");
    assertThat(policy.judge(Kind.EDIT, Consent.NONE, List.of(signals)).rules())
        .as(when)
        .startsWith("r");
  }

  private static Signal score(int index, String model, String measure, double value) {
    return new Signal.Score(Part.INPUT, index, measure, value, model, "v1");
  }

  private static Signal explicit(int index, String model, double value) {
    return score(index, model, "explicit", value);
  }

  private static Signal result(String measure, double value) {
    return new Signal.Score(Part.OUTPUT, 0, measure, value, "one", "v1");
  }

  private static Signal face(double youngest) {
    return new Signal.Face(Part.INPUT, 0, 0.8, youngest, "ages", "v1");
  }

  private static Signal text(String concept, double strength) {
    return new Signal.Text(concept, strength, "en:1", "en");
  }

  @Test
  void nothingFoundIsZeroAndNoFaceIsOlderThanAnybody() {
    holds(
        "content.kind == 'edit' && consent == 'none' && content.text.sexualised == 0.0"
            + " && content.text.covered && content.input.count == 0"
            + " && content.output.explicit == 0.0 && content.input.youngest == 200.0"
            + " && !content.input.age_unknown && size(content.missing) == 0"
            + " && content.match.banks == [] && content.rise.explicit == 0.0");
  }

  @Test
  void theStrongestFindingOfAConceptCounts() {
    holds(
        "content.text.undress == 0.7 && content.text.named_person == 0.4"
            + " && content.text.hidden_text == 0.1 && content.text.sexualised == 0.7",
        text("undress", 0.3),
        text("undress", 0.7),
        text("revealing", 0.6),
        text("named-person", 0.4),
        text("hidden-text", 0.1));
  }

  @Test
  void anAncestorThatOtherModelsScoredIsLeftOutAndTheOthersCount() {
    Signal now = result("explicit", 0.75);
    holds("content.climb.explicit == 0.5", now, ancestor(0, 0.25, "v1"), ancestor(1, 0.5, "v0"));
    holds("content.climb.explicit == 0.0", now, ancestor(0, 0.25, "v0"));
  }

  private static Signal ancestor(int index, double value, String version) {
    return new Signal.Ancestor(index, false, "explicit", value, "one", version);
  }

  @Test
  void agreementIsWhatTwoModelsReachOnTheSamePicture() {
    holds(
        "content.input.explicit == 0.9 && content.input.explicit_agreed == 0.4"
            + " && content.input.count == 2",
        explicit(0, "one", 0.9),
        explicit(0, "two", 0.1),
        explicit(1, "one", 0.4),
        explicit(1, "two", 0.8));
  }

  @Test
  void threeModelsAgreeOnWhatTheSecondStrictestSays() {
    holds(
        "content.input.explicit_agreed == 0.6",
        explicit(0, "one", 0.2),
        explicit(0, "two", 0.6),
        explicit(0, "three", 0.7));
  }

  @Test
  void oneModelDoesNotAgreeWithItself() {
    holds(
        "content.input.explicit_agreed == 0.2",
        explicit(0, "one", 0.9),
        explicit(0, "one", 0.8),
        explicit(0, "two", 0.2));
  }

  @Test
  void aModelThatIsAloneHasTheWord() {
    holds("content.input.explicit_agreed == 0.9", explicit(0, "one", 0.9));
  }

  @Test
  void suggestiveIsCountedApart() {
    holds(
        "content.input.suggestive == 0.9 && content.input.suggestive_agreed == 0.3"
            + " && content.input.explicit == 0.1",
        explicit(0, "one", 0.1),
        score(0, "one", "suggestive", 0.9),
        score(0, "two", "suggestive", 0.3));
  }

  @Test
  void facesAreCountedWithTheYoungestAndWhetherAnAgeIsUnknown() {
    holds(
        "content.input.faces == 3 && content.input.youngest == 19.0 && content.input.age_unknown"
            + " && content.output.faces == 0",
        explicit(0, "one", 0),
        face(40),
        face(19),
        face(Double.NaN));
  }

  @Test
  void theRiseIsWhatTheOutputHasMoreThanTheInput() {
    holds(
        "content.rise.explicit == 0.25 && content.rise.explicit_agreed == 0.5",
        explicit(0, "one", 0.5),
        explicit(0, "two", 0.25),
        result("explicit", 0.75));
    holds("content.rise.explicit == 0.0", explicit(0, "one", 0.5), result("explicit", 0.25));
    holds("content.rise.explicit == 0.0", explicit(0, "one", 0.5));
    holds("content.rise.explicit == 0.25", result("explicit", 0.25));
  }

  @Test
  void noOtherPictureHidesTheRiseOverThePictureWithAFace() {
    holds(
        "content.rise.explicit == 0.5 && content.rise.suggestive_agreed == 0.75",
        explicit(0, "one", 0.25),
        face(40),
        explicit(1, "one", 0.75),
        explicit(2, "one", 0.75),
        new Signal.Face(Part.INPUT, 2, 0.8, 40, "ages", "v1"),
        result("explicit", 0.75),
        result("suggestive", 0.75));
  }

  @Test
  void withoutAFaceTheRiseIsOverTheInputThatHasMost() {
    holds(
        "content.rise.explicit == 0.25",
        explicit(0, "one", 0.5),
        explicit(1, "one", 0.0),
        result("explicit", 0.75));
  }

  @Test
  void agreementEqualsASlowCountOfPairs() {
    Random random = new Random(9);
    for (int i = 0; i < 40; i++) {
      List<Signal.Score> scores = new ArrayList<>();
      int count = 2 + random.nextInt(8);
      for (int s = 0; s < count; s++) {
        scores.add(
            new Signal.Score(
                Part.INPUT,
                s % 2,
                "explicit",
                random.nextInt(101) / 100.0,
                "model-" + random.nextInt(3),
                "v1"));
      }
      holds(
          "content.input.explicit_agreed == " + slowAgreement(scores),
          scores.toArray(Signal[]::new));
    }
  }

  /** For each pair of scores of one picture by two models: the lower; of those the highest. */
  private static double slowAgreement(List<Signal.Score> scores) {
    double agreed = 0;
    for (Signal.Score a : scores) {
      boolean alone = true;
      for (Signal.Score b : scores) {
        if (a.index() == b.index() && !a.model().equals(b.model())) {
          alone = false;
          agreed = Math.max(agreed, Math.min(a.value(), b.value()));
        }
      }
      agreed = alone ? Math.max(agreed, a.value()) : agreed;
    }
    return agreed;
  }

  @Test
  void matchesNameTheirBanks() {
    holds(
        "content.match.banks == ['known-abuse', 'own'] && content.match.known_abuse"
            + " && !content.match.protected_people",
        explicit(0, "one", 0),
        match("own", "other", false),
        match("known-abuse", "known-abuse", false));
  }

  @Test
  void aMatchMeansWhatItsBankIsForAndAnUnknownKindIsNeverNothing() {
    holds("content.match.stay_down && !content.match.other", match("b", "stay-down", false));
    holds("content.match.other && !content.match.known_abuse", match("known-abuse", "x", false));
  }

  @Test
  void aMatchWithAnEntryInQuarantineIsOnlyThat() {
    holds(
        "content.match.quarantined && !content.match.known_abuse && content.match.banks == ['b']",
        match("b", "known-abuse", true));
  }

  private static Signal match(String bank, String kind, boolean quarantined) {
    return new Signal.Match(Part.INPUT, 0, bank, kind, "e", 1, quarantined);
  }

  @Test
  void aPictureThatCannotBeHashedIsCountedAndIsNotMissing() {
    holds(
        "content.input.unhashable == 1 && size(content.missing) == 0",
        explicit(0, "one", 0),
        new Signal.Unhashable(Part.INPUT, 0, 3));
  }

  @Test
  void whatDidNotAssessIsMissing() {
    holds(
        "content.missing == ['matching', 'prompts'] && !content.text.covered",
        new Signal.NotAssessed(Part.TEXT, "prompts", "failed"),
        new Signal.NotAssessed(Part.INPUT, "matching", "failed"),
        new Signal.NotAssessed(Part.OUTPUT, "matching", "failed"),
        new Signal.LanguageNotCovered());
  }

  @Test
  void whatMakesNoSenseIsMissing() {
    holds("content.missing == ['prompts']", text("undress", Double.NaN));
    holds("content.missing == ['prompts']", text("a-concept-of-tomorrow", 0.1));
    holds("content.missing == ['vision']", explicit(0, "one", 0), explicit(0, "two", Double.NaN));
    holds("content.missing == ['vision']", face(40));
    holds("content.missing == ['vision']", explicit(1, "one", 0));
    holds("content.missing == ['vision']", score(0, "one", "suggestive", 0.2));
  }

  /** Somebody who looks adult to one model and like nothing to another is not surely adult. */
  @Test
  void anUnknownAgeStaysUnknownBesideANumber() {
    Signal.Face face = new Signal.Face(Part.INPUT, 0, 0.8, 40, true, "ages", "v1");
    Pictures input = ContentView.of(Kind.EDIT, List.of(face)).input();
    assertThat(input.ageUnknown()).isTrue();
    assertThat(input.youngest()).isEqualTo(40);
  }
}
