package eu.gardefou.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Kind;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.robustness.Disguise.Worn;
import eu.gardefou.screening.Canary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows 1 to 5: the same words, spelled, spaced, hidden or encoded otherwise. */
class SpellingTest {
  private static final String SEED = "20261123";

  @Property(seed = SEED)
  void row1CaseSpacingMarksAndRepeats(
      @ForAll("canaries") Seed seed, @ForAll("spacing") Worn disguise) {
    Relation.assertAtLeastAsStrict(seed, disguise.on(seed.text()));
  }

  @Property(seed = SEED)
  void row1InEveryLanguage(@ForAll("mild") Seed seed, @ForAll("plainSpacing") Worn disguise) {
    Relation.assertAtLeastAsStrict(seed, disguise.on(seed.text()));
  }

  @Property(seed = SEED)
  void row2SubstitutedLetters(@ForAll("canaries") Seed seed, @ForAll("substitutes") Worn disguise) {
    Relation.assertAtLeastAsStrict(seed, disguise.on(seed.text()));
  }

  @Property(seed = SEED)
  void row3LettersOfOtherScripts(
      @ForAll("canaries") Seed seed, @ForAll("lookAlikes") Worn disguise) {
    Relation.assertAtLeastAsStrict(seed, disguise.on(seed.text()));
  }

  @Property(seed = SEED)
  void row3InEveryLanguage(@ForAll("mild") Seed seed, @ForAll("styledLetters") Worn disguise) {
    Relation.assertAtLeastAsStrict(seed, disguise.on(seed.text()));
  }

  @Property(seed = SEED)
  void row4HiddenCharacters(@ForAll("any") Seed seed, @ForAll("invisible") Worn disguise) {
    Relation.assertAtLeastAsStrict(seed, disguise.on(seed.text()));
  }

  @Property(seed = SEED)
  void row5Encodings(@ForAll("any") Seed seed, @ForAll("encodings") Worn disguise) {
    Relation.assertAtLeastAsStrict(seed, disguise.on(seed.text()));
  }

  @Property(seed = SEED)
  void row5EncodedTwice(
      @ForAll("any") Seed seed, @ForAll("bytes") Worn inner, @ForAll("bytes") Worn outer) {
    Relation.assertAtLeastAsStrict(seed, outer.on(inner.on(seed.text())));
  }

  @Property(seed = SEED)
  void rows1To6InPairs(
      @ForAll("canaries") Seed seed, @ForAll("inner") Worn inner, @ForAll("outer") Worn outer) {
    Relation.assertAtLeastAsStrict(seed, outer.on(inner.on(seed.text())));
  }

  /** The defence of rows 1, 2, 3 and 5 is that a text is read in other ways than as written. */
  @ParameterizedTest
  @MethodSource("rows")
  void withoutOtherReadingsSomeGetThrough(List<Disguise> row) {
    var random = new Random(1);
    List<String> through = new ArrayList<>();
    for (Disguise disguise : row) {
      for (Seed seed : Seed.canaries()) {
        String worn = disguise.wear().on(seed.text(), random);
        if (Canary.judgeAsWritten(Kind.GENERATE, PromptText.of(worn)).decision().passes()) {
          through.add(worn);
        }
      }
    }
    assertThat(through).isNotEmpty();
  }

  static List<List<Disguise>> rows() {
    return List.of(
        Spelling.SPACING, Spelling.SUBSTITUTES, Spelling.LOOK_ALIKES, Spelling.ENCODINGS);
  }

  /** The defence of row 4: hidden characters are taken out, and whoever brings some is refused. */
  @ParameterizedTest
  @MethodSource("hiding")
  void row4WhereTheyAreNotSeenSomeGetThrough(Disguise disguise) {
    var random = new Random(1);
    List<String> through = new ArrayList<>();
    for (Seed seed : inFewLanguages()) {
      PromptText worn = PromptText.of(disguise.wear().on(seed.text(), random));
      Relation.assertAtLeastAsStrict(seed, worn);
      if (Canary.judgeWithHiddenUnseen(Kind.GENERATE, worn).decision().passes()) {
        through.add(seed.text());
      }
    }
    assertThat(through).isNotEmpty();
  }

  /** All but strokes: those are marks, and marks are ignored on every letter besides. */
  static List<Disguise> hiding() {
    return Spelling.INVISIBLE.stream().filter(d -> !d.name().startsWith("strokes")).toList();
  }

  /** It is for nothing but the disguise: in plain letters that reader refuses them too. */
  @Test
  void row4WhereNothingIsHiddenNoneGetsThrough() {
    for (Seed seed : inFewLanguages()) {
      PromptText plain = PromptText.of(seed.text());
      assertThat(Canary.judgeWithHiddenUnseen(Kind.GENERATE, plain).decision())
          .as(seed.text())
          .isEqualTo(Decision.REFUSE);
    }
  }

  private static List<Seed> inFewLanguages() {
    return Stream.concat(Seed.canaries().stream(), Seed.mildIn("en").stream()).toList();
  }

  /** What once got through. */
  @Test
  void savedInputs() {
    for (String saved : Seed.lines("saved.txt")) {
      assertThat(Relation.decision(saved).passes()).as(saved).isFalse();
    }
  }

  @Provide
  Arbitrary<Seed> canaries() {
    return Arbitraries.of(Seed.canaries());
  }

  @Provide
  Arbitrary<Seed> mild() {
    return Arbitraries.of(Seed.mild());
  }

  @Provide
  Arbitrary<Seed> any() {
    return Arbitraries.oneOf(canaries(), mild());
  }

  @Provide
  Arbitrary<Worn> spacing() {
    return worn(Spelling.SPACING);
  }

  @Provide
  Arbitrary<Worn> plainSpacing() {
    return worn(Spelling.PLAIN_SPACING);
  }

  @Provide
  Arbitrary<Worn> substitutes() {
    return worn(Spelling.SUBSTITUTES);
  }

  @Provide
  Arbitrary<Worn> lookAlikes() {
    return worn(Spelling.LOOK_ALIKES);
  }

  @Provide
  Arbitrary<Worn> styledLetters() {
    return worn(Spelling.STYLED);
  }

  @Provide
  Arbitrary<Worn> invisible() {
    return worn(Spelling.INVISIBLE);
  }

  @Provide
  Arbitrary<Worn> encodings() {
    return worn(Spelling.ENCODINGS);
  }

  @Provide
  Arbitrary<Worn> bytes() {
    return worn(Spelling.BYTES);
  }

  @Provide
  Arbitrary<Worn> inner() {
    return worn(Spelling.WITHIN_ENCODINGS);
  }

  @Provide
  Arbitrary<Worn> outer() {
    return Arbitraries.oneOf(worn(Spelling.INVISIBLE), worn(Spelling.BYTES));
  }

  private static Arbitrary<Worn> worn(List<Disguise> disguises) {
    return Combinators.combine(Arbitraries.of(disguises), Arbitraries.longs().between(0, 1_000_000))
        .as(Worn::new);
  }
}
