package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.gateway.ModerationCategories.Category;
import eu.gardefou.policy.Consent;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Reason;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.Part;
import eu.gardefou.policy.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the categories of a moderation say. */
final class ModerationCategoriesTest {
  private static final List<String> TEXT = List.of("text");
  private static final List<String> BOTH = List.of("text", "image");

  @Test
  void wordsCountAsWhatTheyAskFor() {
    Map<String, Category> said =
        judged(Kind.GENERATE, TEXT, word("undress", 0.9), word("named-person", 0.7));
    assertThat(got(said, "sexual")).isEqualTo(new Category(true, 0.9, TEXT));
    assertThat(got(said, "gateway/undress").applies()).isTrue();
    assertThat(got(said, "gateway/named-person").applies()).isTrue();
    assertThat(got(said, "gateway/identity").applies()).isTrue();
    assertThat(got(said, "sexual/minors").applies()).isFalse();
    assertThat(got(said, "gateway/real-person")).isEqualTo(new Category(false, 0, List.of()));
  }

  @Test
  void aRuleIsAtLeastAsGoodAsHalfAScore() {
    Map<String, Category> said =
        judged(Kind.GENERATE, TEXT, word("undress", 0.3), word("minor", 0.6));
    assertThat(got(said, "sexual/minors")).isEqualTo(new Category(true, 0.5, TEXT));
    assertThat(got(said, "sexual").score()).isEqualTo(0.3);
  }

  @Test
  void minorsAreSeenInPicturesToo() {
    Map<String, Category> said =
        judged(
            Kind.EDIT,
            BOTH,
            score("one", 0.8),
            score("two", 0.7),
            new Signal.Face(Part.INPUT, 0, 0.9, 15, "faces", "v"));
    assertThat(got(said, "sexual/minors")).isEqualTo(new Category(true, 0.7, TEXT));
    assertThat(got(said, "gateway/minor-apparent").score()).isEqualTo(1);
    assertThat(got(said, "gateway/real-person"))
        .isEqualTo(new Category(true, 0.9, List.of("image")));
  }

  @Test
  void anUnknownAgeIsNotAdult() {
    Map<String, Category> said =
        judged(
            Kind.UPLOAD,
            BOTH,
            score("one", 0.1),
            new Signal.Face(Part.INPUT, 0, 0.9, Double.NaN, "faces", "v"));
    assertThat(got(said, "gateway/minor-apparent"))
        .isEqualTo(new Category(false, 0.5, List.of("image")));
  }

  @Test
  void ordinaryContentHasScoresAndNothingThatApplies() {
    Map<String, Category> said =
        judged(
            Kind.EDIT,
            BOTH,
            score("one", 0.1),
            score("two", 0.1),
            word("minor", 0.9),
            new Signal.Face(Part.INPUT, 0, 0.9, 40, "faces", "v"));
    assertThat(said.values()).noneMatch(Category::applies);
    assertThat(got(said, "gateway/minor-mentioned").score()).isEqualTo(0.9);
    assertThat(got(said, "gateway/real-person").score()).isEqualTo(0.9);
  }

  @Test
  void whatWasNotAssessedIsFlaggedAndNotSaidToHaveBeenLookedAt() {
    Map<String, Category> said =
        judged(
            Kind.EDIT,
            BOTH,
            word("person", 0.9),
            new Signal.NotAssessed(Part.INPUT, "some-model", "timeout"));
    assertThat(got(said, "gateway/not-assessed").applies()).isTrue();
    assertThat(got(said, "sexual").inputs()).isEqualTo(TEXT);
    assertThat(got(said, "gateway/real-person").inputs()).isEmpty();
    assertThat(got(said, "gateway/known-match").inputs()).containsExactly("image");

    said = judged(Kind.EDIT, BOTH, new Signal.NotAssessed(Part.INPUT, "matching", "failed"));
    assertThat(got(said, "gateway/not-assessed").applies()).isTrue();
    assertThat(got(said, "gateway/known-match").inputs()).isEmpty();
    assertThat(got(said, "gateway/real-person").inputs()).containsExactly("image");

    said = judged(Kind.GENERATE, TEXT, new Signal.NotAssessed(Part.TEXT, "prompts", "failed"));
    assertThat(got(said, "gateway/not-assessed").applies()).isTrue();
    assertThat(got(said, "sexual").inputs()).isEmpty();
  }

  @Test
  void wordsThatStandInAPictureCountAsWords() {
    Signal seen = new Signal.Text("undress", 0.9, "en:x", "en", Part.INPUT, "ocr");
    Map<String, Category> said = judged(Kind.EDIT, List.of("image"), score("one", 0), seen);
    assertThat(got(said, "gateway/undress")).isEqualTo(new Category(true, 0.9, List.of("image")));
    Signal unread = new Signal.NotAssessed(Part.INPUT, "reading", "no-program");
    said = judged(Kind.EDIT, List.of("image"), score("one", 0), unread);
    assertThat(got(said, "gateway/undress").inputs()).isEmpty();
    assertThat(got(said, "gateway/real-person").inputs()).containsExactly("image");
    assertThat(got(said, "gateway/not-assessed").applies()).isTrue();
  }

  @Test
  void matchesAreNamedByWhatTheyMean() {
    Map<String, Category> said = judged(Kind.UPLOAD, BOTH, score("one", 0), match("known-abuse"));
    assertThat(got(said, "gateway/known-match")).isEqualTo(new Category(true, 1, List.of("image")));
    said = judged(Kind.UPLOAD, BOTH, score("one", 0), match("stay-down"));
    assertThat(got(said, "gateway/removed-match").applies()).isTrue();
    assertThat(got(said, "gateway/known-match").applies()).isFalse();
  }

  @Test
  void aRuleOfTheOperatorsOwnCategoryIsNeverLost() {
    for (String category : List.of("canary", "", "violence", "gateway/undress")) {
      Reason reason = new Reason("own", Decision.REFUSE, category, "No.");
      var verdict = new Verdict(Decision.REFUSE, List.of(reason), "0".repeat(64));
      Map<String, Category> said = ModerationCategories.of(verdict, List.of(), TEXT);
      String key = category.equals("violence") ? "violence" : "gateway/other-rule";
      assertThat(got(said, key).applies()).as(category).isTrue();
    }
  }

  /** Whatever is found: a flagged result says why, one that is not says nothing against it. */
  @Test
  void flaggedIsTheSameAsAnyCategory() {
    Random random = new Random(5);
    for (int i = 0; i < 3_000; i++) {
      List<Signal> signals = random(random);
      Kind kind = List.of(Kind.values()).get(random.nextInt(3));
      Verdict verdict = Policies.builtIn().judge(kind, Consent.NONE, signals);
      Map<String, Category> said = ModerationCategories.of(verdict, signals, BOTH);
      assertThat(said.values().stream().anyMatch(Category::applies))
          .as("%s", signals)
          .isEqualTo(!verdict.decision().passes());
      assertThat(said.values()).allMatch(one -> one.score() >= 0 && one.score() <= 1);
    }
  }

  private static List<Signal> random(Random random) {
    List<String> concepts = List.of("sexual", "undress", "revealing", "minor", "hidden-text");
    double value = random.nextInt(30) == 0 ? Double.NaN : random.nextDouble();
    List<Signal> choices =
        List.of(
            word(concepts.get(random.nextInt(concepts.size())), value),
            new Signal.LanguageNotCovered(),
            score("one", value),
            score("two", random.nextDouble()),
            new Signal.Face(Part.INPUT, 0, 0.9, 10 + random.nextInt(40), "faces", "v"),
            match(List.of("known-abuse", "other", "odd").get(random.nextInt(3))),
            new Signal.NotAssessed(Part.INPUT, "matching", "failed"));
    return choices.stream().filter(_ -> random.nextInt(4) == 0).toList();
  }

  private static Map<String, Category> judged(Kind kind, List<String> inputs, Signal... signals) {
    Verdict verdict = Policies.builtIn().judge(kind, Consent.NONE, List.of(signals));
    return ModerationCategories.of(verdict, List.of(signals), inputs);
  }

  private static Category got(Map<String, Category> said, String key) {
    return Objects.requireNonNull(said.get(key), key);
  }

  private static Signal word(String concept, double strength) {
    return new Signal.Text(concept, strength, "en:x", "en");
  }

  private static Signal score(String model, double value) {
    return new Signal.Score(Part.INPUT, 0, "explicit", value, model, "v");
  }

  private static Signal match(String kind) {
    return new Signal.Match(Part.INPUT, 0, kind, kind, "e", 0, false);
  }
}
