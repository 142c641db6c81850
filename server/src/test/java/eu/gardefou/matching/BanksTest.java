package eu.gardefou.matching;

import static eu.gardefou.matching.Bank.KNOWN_ABUSE;
import static eu.gardefou.matching.Bank.PROTECTED_PEOPLE;
import static eu.gardefou.matching.Drawings.faint;
import static eu.gardefou.matching.Drawings.picture;
import static eu.gardefou.matching.Drawings.plain;
import static eu.gardefou.matching.Drawings.raster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import eu.gardefou.access.Caller;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.media.Frame;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adding, withdrawing and listing. */
final class BanksTest {
  private static final Caller CURATOR = new Caller("key:c0ffee");
  private static final Caller OTHER = new Caller("person:2");
  private static final Provenance HOTLINE = new Provenance("hotline", "case 12");
  private static final Instant NOW = Instant.parse("2026-02-01T10:00:00.123456Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final PdqHash HASH =
      PdqHash.parse("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22");

  private final TestDatabase database = TestDatabase.fresh();
  private final Matching matching = new Matching(database.sql(), CLOCK);
  private final Banks banks = new Banks(database.sql(), CLOCK);

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void twoBanksAreThereFromTheStart() {
    assertThat(banks.list())
        .extracting(Bank::name, Bank::radius, Bank::active, Bank::withdrawn)
        .containsExactly(tuple(KNOWN_ABUSE, 31, 0L, 0L), tuple(PROTECTED_PEOPLE, 31, 0L, 0L));
  }

  @Test
  void anEntryTellsWhereItComesFrom() {
    BankEntry entry = banks.add(KNOWN_ABUSE, HASH, 87, HOTLINE, CURATOR);

    assertThat(banks.entries(KNOWN_ABUSE).entries()).containsExactly(entry);
    assertThat(entry.signals()).containsExactly(Signal.of(HASH));
    assertThat(entry.quality()).isEqualTo(87);
    assertThat(entry.source()).isEqualTo("hotline");
    assertThat(entry.note()).isEqualTo("case 12");
    assertThat(entry.addedAt()).isEqualTo(NOW);
    assertThat(entry.addedBy()).isEqualTo("key:c0ffee");
    assertThat(entry.isActive()).isTrue();
    assertThat(entry.id().version()).isEqualTo(7);
    assertThat(entry.id().variant()).isEqualTo(2);
    assertThat(entry.id().getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void aWithdrawalIsAFactAndTheFirstOneStands() {
    BankEntry entry = banks.add(KNOWN_ABUSE, HASH, null, HOTLINE, CURATOR);
    BankEntry first = banks.withdraw(KNOWN_ABUSE, entry.id(), CURATOR);
    Banks later = new Banks(database.sql(), Clock.offset(CLOCK, Duration.ofDays(1)));
    BankEntry second = later.withdraw(KNOWN_ABUSE, entry.id(), OTHER);

    assertThat(first.isActive()).isFalse();
    assertThat(first.state()).isEqualTo(new EntryState.Withdrawn(NOW, "key:c0ffee"));
    assertThat(second).isEqualTo(first);
    assertThat(banks.entries(KNOWN_ABUSE).entries()).containsExactly(first);
    assertThat(banks.list().getFirst().active()).isZero();
    assertThat(banks.list().getFirst().withdrawn()).isEqualTo(1);
  }

  @Test
  void anEntryIsWithdrawnFromItsOwnBankOnly() {
    BankEntry entry = banks.add(KNOWN_ABUSE, HASH, null, HOTLINE, CURATOR);

    refused(
        BankProblem.Cause.UNKNOWN,
        () -> banks.withdraw(PROTECTED_PEOPLE, entry.id(), CURATOR),
        "There is no such entry in this bank.");
    refused(
        BankProblem.Cause.UNKNOWN,
        () -> banks.withdraw(KNOWN_ABUSE, new UUID(1, 2), CURATOR),
        "There is no such entry in this bank.");
    assertThat(matching.lookUp(HASH)).hasSize(1);
  }

  @Test
  void entriesComeInPagesLatestFirst() {
    for (int k = 0; k <= EntryPage.SIZE; k++) {
      Clock clock = Clock.offset(CLOCK, Duration.ofSeconds(k));
      new Banks(database.sql(), clock)
          .add(KNOWN_ABUSE, HASH, null, new Provenance("source " + k, ""), CURATOR);
    }

    EntryPage first = banks.entries(KNOWN_ABUSE);
    banks.add(KNOWN_ABUSE, HASH, null, HOTLINE, CURATOR);
    EntryPage last = banks.entries(KNOWN_ABUSE, first.next());

    assertThat(first.pages()).isEqualTo(2);
    assertThat(first.total()).isEqualTo(51);
    assertThat(first.entries()).hasSize(50).first().extracting("source").isEqualTo("source 50");
    assertThat(last.entries()).extracting(BankEntry::source).containsExactly("source 0");
    assertThat(last.page()).isEqualTo(1);
    assertThat(last.total()).isEqualTo(52);
    assertThat(last.next()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "-1",
        "x",
        "0-0-1",
        "1-0-",
        "1-0-x",
        "1-0--1",
        "1-0-1-1",
        " 1-0-1",
        "01-0-1",
        "1-0-9999999999999999999",
        "999999999-0-1",
        "1-0-\u0661",
      })
  void aPageBeginsWhereAnotherOneSaidAndNowhereElse(String from) {
    String sentence = "This is no place to go on from: take it from the page before, as it is.";
    refused(BankProblem.Cause.INVALID, () -> banks.entries(KNOWN_ABUSE, from), sentence);
    refused(BankProblem.Cause.INVALID, () -> banks.quarantined(from), sentence);
  }

  @Test
  void whoeverChangesABankThatSomebodyElseHasChangedOverwritesNothing() {
    Bank read = banks.find(KNOWN_ABUSE);
    banks.change(KNOWN_ABUSE, read.version(), bank -> bank.withRadius(9), CURATOR);
    BankSettings first = banks.find(KNOWN_ABUSE).settings();

    refused(
        BankProblem.Cause.CHANGED,
        () -> banks.change(KNOWN_ABUSE, read.version(), bank -> bank.withPurpose("x"), CURATOR),
        "Somebody else has changed this bank meanwhile, and nothing was overwritten: read it"
            + " again.");
    assertThat(banks.find(KNOWN_ABUSE).settings()).isEqualTo(first);
    assertThat(banks.find(KNOWN_ABUSE).version()).isNotEqualTo(read.version());
  }

  @Test
  void aChangeInTheMiddleOfAChangeIsNotLost() {
    String version = banks.find(KNOWN_ABUSE).version();
    refused(
        BankProblem.Cause.CHANGED,
        () ->
            banks.change(
                KNOWN_ABUSE,
                version,
                bank -> {
                  banks.change(KNOWN_ABUSE, other -> other.withPurpose("theirs"), CURATOR);
                  return bank.withPurpose("ours");
                },
                CURATOR),
        "Somebody else has changed this bank meanwhile, and nothing was overwritten: read it"
            + " again.");
    assertThat(banks.find(KNOWN_ABUSE).purpose()).isEqualTo("theirs");
  }

  @Test
  void anUnknownBankIsSaidToBeUnknown() {
    String sentence = "There is no bank of this name.";
    refused(BankProblem.Cause.UNKNOWN, () -> banks.entries("nobody"), sentence);
    refused(
        BankProblem.Cause.UNKNOWN,
        () -> banks.add("nobody", HASH, null, HOTLINE, CURATOR),
        sentence);
  }

  @Test
  void aPictureWithoutDetailIsNotAdded() {
    refused(
        BankProblem.Cause.TOO_WEAK,
        () -> banks.add(KNOWN_ABUSE, picture(plain(0x808080)), HOTLINE, CURATOR),
        "The picture has too little detail: its quality is 0, and with less than 50 its hash would"
            + " match pictures that have nothing to do with it.");
    refused(
        BankProblem.Cause.TOO_WEAK,
        () -> banks.add(KNOWN_ABUSE, picture(faint(1)), HOTLINE, CURATOR),
        "too little detail");
    refused(
        BankProblem.Cause.TOO_WEAK,
        () -> banks.add(KNOWN_ABUSE, HASH, 49, HOTLINE, CURATOR),
        "too little detail");
    assertThat(banks.entries(KNOWN_ABUSE).total()).isZero();
  }

  @Test
  void theViewWithDetailIsAddedWhenThePictureAsStoredHasNone() {
    Frame frame = new Frame(List.of(plain(0), raster(1)));

    BankEntry entry = banks.add(KNOWN_ABUSE, picture(plain(0), frame), HOTLINE, CURATOR);

    assertThat(entry.mainSignal().pdq()).isEqualTo(matching.lookUp(picture(1)).hash());
  }

  @Test
  void theHashOfAnEmptyPictureIsNotAdded() {
    refused(
        BankProblem.Cause.TOO_WEAK,
        () -> banks.add(KNOWN_ABUSE, new PdqHash(0, 0, 0, 0x7fffffff), null, HOTLINE, CURATOR),
        "hash of an empty picture");
    banks.add(KNOWN_ABUSE, new PdqHash(0, 0, 0, 0xffffffffL), null, HOTLINE, CURATOR);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void aQualityOutOfRangeIsRefused(int quality) {
    refused(
        BankProblem.Cause.INVALID,
        () -> banks.add(KNOWN_ABUSE, HASH, quality, HOTLINE, CURATOR),
        "A PDQ quality is 0 to 100, not " + quality + ".");
  }

  @Test
  void aSourceIsNeededAndTextsHaveTheirLimits() {
    refused(BankProblem.Cause.INVALID, () -> new Provenance(" ", ""), "The source is missing");
    refused(
        BankProblem.Cause.INVALID,
        () -> new Provenance("s".repeat(201), ""),
        "The source is longer than 200 characters.");
    refused(
        BankProblem.Cause.INVALID,
        () -> new Provenance("s", "n".repeat(2001)),
        "The note is longer than 2000 characters.");
    refused(
        BankProblem.Cause.INVALID,
        () -> new Provenance("s", "a\0b"),
        "The note has characters that cannot be shown.");
  }

  @Test
  void theLongestTextsAreKeptAsTheyAre() {
    Provenance longest = new Provenance("\ud83d\udd0d".repeat(200), "é\n".repeat(999) + "éé");
    banks.add(KNOWN_ABUSE, HASH, null, longest, CURATOR);

    BankEntry kept = banks.entries(KNOWN_ABUSE).entries().getFirst();
    assertThat(kept.source()).isEqualTo(longest.source());
    assertThat(kept.note()).isEqualTo(longest.note());
  }

  private static void refused(BankProblem.Cause cause, ThrowingCallable wish, String sentence) {
    assertThatExceptionOfType(BankProblem.class)
        .isThrownBy(wish)
        .withMessageContaining(sentence)
        .satisfies(problem -> assertThat(problem.reason()).isEqualTo(cause));
  }
}
