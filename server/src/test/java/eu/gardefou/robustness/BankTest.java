package eu.gardefou.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.access.Caller;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.matching.Bank;
import eu.gardefou.matching.BankEntry;
import eu.gardefou.matching.BankKind;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.matching.BankSettings;
import eu.gardefou.matching.Banks;
import eu.gardefou.matching.Matching;
import eu.gardefou.matching.Provenance;
import eu.gardefou.matching.UnguardedBanks;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Kind;
import eu.gardefou.robustness.Edits.Done;
import eu.gardefou.screening.CanaryGate;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Rows 15 and 21: pictures that shall not be known again, and banks that shall know too much. */
class BankTest {
  private static final String SEED = "20261123";
  private static final int PATTERNS = 8;
  private static final Caller CURATOR = new Caller("key:test");
  private static final Provenance SOURCE = new Provenance("hotline", "");
  private static @Nullable Setting setting;

  private record Setting(TestDatabase database, Banks banks, Matching matching, CanaryGate gate) {
    static Setting make() {
      TestDatabase database = TestDatabase.fresh();
      var matching = new Matching(database.sql(), Clock.systemUTC());
      var banks = new Banks(database.sql(), Clock.systemUTC());
      for (long seed = 0; seed < PATTERNS; seed++) {
        add(banks, Bank.KNOWN_ABUSE, Edits.pattern(seed));
      }
      return new Setting(database, banks, matching, CanaryGate.with(matching));
    }
  }

  @BeforeContainer
  static void start() {
    setting = Setting.make();
  }

  @AfterContainer
  static void stop() {
    setting().database().close();
  }

  private static Setting setting() {
    Setting made = setting;
    if (made == null) {
      throw new IllegalStateException("not started");
    }
    return made;
  }

  @Property(tries = 120, seed = SEED)
  void row15AnEditOfAKnownPicture(
      @ForAll @LongRange(max = PATTERNS - 1) long pattern, @ForAll("edits") Done edit) {
    assertKnown(edit.to(Edits.pattern(pattern)));
  }

  @Property(tries = 120, seed = SEED)
  void row15TwoEditsOfAKnownPicture(
      @ForAll @LongRange(max = PATTERNS - 1) long pattern,
      @ForAll("usualEdits") Done first,
      @ForAll("usualEdits") Done second) {
    assertKnown(second.to(first.to(Edits.pattern(pattern))));
  }

  private static void assertKnown(BufferedImage image) {
    assertThat(decision(image)).isEqualTo(Decision.REFUSE_AND_REPORT);
  }

  @Property(tries = 30, seed = SEED)
  void row15AnotherPatternIsNotKnown(@ForAll @IntRange(min = 1_000, max = 9_999) int other) {
    assertThat(decision(Edits.pattern(other))).isEqualTo(Decision.ALLOW);
  }

  /** The defence is that more than the picture as stored is looked up. */
  @Property(tries = 1, seed = SEED)
  void row15AsStoredAloneItWouldBeMissed() {
    List<String> missed = new ArrayList<>();
    for (Edits.Edit edit : Edits.ALL) {
      for (long pattern = 0; pattern < PATTERNS; pattern++) {
        BufferedImage edited = new Done(edit, pattern).to(Edits.pattern(pattern));
        try (Picture picture = decoded(edited)) {
          PdqHash stored = setting().matching().lookUp(picture).hash();
          if (setting().matching().lookUp(stored).isEmpty()) {
            missed.add(edit.name());
          }
        }
      }
    }
    assertThat(missed).contains("mirrored", "turned", "bordered");
  }

  /** What has nothing to be told apart by would match half of the world. */
  @Property(tries = 30, seed = SEED)
  void row21APlainPictureIsNotEnrolled(@ForAll @IntRange(max = 0xFFFFFF) int colour) {
    BufferedImage plain = plain(colour, 64, 64);
    assertThatThrownBy(() -> add(setting().banks(), Bank.PROTECTED_PEOPLE, plain))
        .isInstanceOf(BankProblem.class);
  }

  /** The defence is that it is not taken: once it is in, nothing else of that colour passes. */
  @Property(tries = 10, seed = SEED)
  void row21WereItEnrolledOthersWouldBeRefused(@ForAll @IntRange(max = 0xFFFFFF) int colour) {
    BufferedImage other = plain(colour, 120, 80);
    assertThat(decision(other)).isEqualTo(Decision.ALLOW);
    try (Picture picture = decoded(plain(colour, 64, 64))) {
      var unguarded = new UnguardedBanks(setting().database().sql());
      BankEntry entry = unguarded.add(Bank.PROTECTED_PEOPLE, picture, SOURCE, CURATOR);
      assertThat(decision(other)).isEqualTo(Decision.REFUSE);
      setting().banks().withdraw(Bank.PROTECTED_PEOPLE, entry.id(), CURATOR);
    }
  }

  private static BufferedImage plain(int colour, int width, int height) {
    var plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      plain.setRGB(i % width, i / width, colour);
    }
    return plain;
  }

  /** Whoever enrols edits of a picture that is known to be harmless gains nothing over it. */
  @Property(tries = 20, seed = SEED)
  void row21AHarmlessPictureStaysHarmless(
      @ForAll @IntRange(min = 100, max = 119) int common, @ForAll("edits") Done edit) {
    BufferedImage harmless = Edits.pattern(common);
    add(setting().banks(), harmlessBank(), harmless);
    add(setting().banks(), Bank.PROTECTED_PEOPLE, edit.to(harmless));
    assertThat(decision(harmless)).isEqualTo(Decision.ALLOW);
  }

  /** The defence is that it is known as harmless: otherwise whoever enrols it has it refused. */
  @Property(tries = 10, seed = SEED)
  void row21WhatIsNotKnownAsHarmlessWouldBeRefused(
      @ForAll @IntRange(min = 200, max = 219) int common) {
    BufferedImage unknown = Edits.pattern(common);
    assertThat(decision(unknown)).isEqualTo(Decision.ALLOW);
    BankEntry entry = add(setting().banks(), Bank.PROTECTED_PEOPLE, unknown);
    assertThat(decision(unknown)).isEqualTo(Decision.REFUSE);
    setting().banks().withdraw(Bank.PROTECTED_PEOPLE, entry.id(), CURATOR);
  }

  private static String harmlessBank() {
    return setting().banks().list().stream()
        .map(Bank::name)
        .filter("harmless"::equals)
        .findAny()
        .orElseGet(() ->
            setting().banks().make(BankSettings.of("harmless", BankKind.SUPPRESS), CURATOR).name());
  }

  private static BankEntry add(Banks banks, String bank, BufferedImage image) {
    try (Picture picture = decoded(image)) {
      return banks.add(bank, picture, SOURCE, CURATOR);
    }
  }

  private static Picture decoded(BufferedImage image) {
    return new Media(MediaLimits.DEFAULT).decode(Edits.png(image));
  }

  private static Decision decision(BufferedImage image) {
    return setting()
        .gate()
        .request(Kind.EDIT, "a bluer sky", List.of(Edits.png(image)), null)
        .decision();
  }

  @Provide
  Arbitrary<Done> edits() {
    return done(Edits.ALL);
  }

  @Provide
  Arbitrary<Done> usualEdits() {
    return done(Edits.USUAL);
  }

  private static Arbitrary<Done> done(List<Edits.Edit> edits) {
    return Combinators.combine(Arbitraries.of(edits), Arbitraries.longs().between(0, 1_000_000))
        .as(Done::new);
  }
}
