package eu.gardefou.matching;

import static eu.gardefou.matching.Bank.KNOWN_ABUSE;
import static eu.gardefou.matching.Setting.CURATOR;
import static eu.gardefou.matching.Setting.NOW;
import static eu.gardefou.matching.Setting.flipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.matching.BankProblem.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a bank, and what follows from it at the very next look-up. */
final class BankKindsTest {
  private static final PdqHash HASH =
      PdqHash.parse("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22");

  private final Setting setting = new Setting();
  private final Banks banks = setting.banks;
  private final Matching matching = setting.matching;

  @AfterEach
  void close() {
    setting.close();
  }

  @ParameterizedTest
  @EnumSource(BankKind.class)
  void aBankIsMadeAsItWasAskedFor(BankKind kind) {
    BankSettings wish =
        new BankSettings(
            "COOP_ORG_7", kind, "Why.", 12, "a hotline", "Article 16", 0.25, Instant.MAX, "note");

    Bank bank = banks.make(wish, CURATOR);

    assertThat(bank.settings()).isEqualTo(wish);
    assertThat(banks.find("COOP_ORG_7")).isEqualTo(bank);
    assertThat(banks.list()).hasSize(3).contains(bank);
  }

  @Test
  void aNameIsTakenOnlyOnce() {
    banks.make(BankSettings.of("one", BankKind.OTHER), CURATOR);
    banks.make(BankSettings.of("two", BankKind.OTHER), CURATOR);

    refused(Cause.TAKEN, () -> banks.make(BankSettings.of("one", BankKind.OTHER), CURATOR));
    refused(Cause.TAKEN, () -> banks.change("two", bank -> bank.named("one"), CURATOR));
    assertThat(banks.find("two").name()).isEqualTo("two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-a", "a b", "a/b", "ä", "a.b", "../up"})
  void aNameHasLettersDigitsAndLines(String name) {
    refused(Cause.INVALID, () -> BankSettings.of(name, BankKind.OTHER));
    refused(Cause.INVALID, () -> BankSettings.of("x".repeat(65), BankKind.OTHER));
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    BankSettings bank = BankSettings.of("b", BankKind.OTHER);
    refused(Cause.INVALID, () -> bank.withRadius(64));
    refused(Cause.INVALID, () -> bank.withRadius(-1));
    refused(Cause.INVALID, () -> bank.withShare(1.01));
    refused(Cause.INVALID, () -> bank.withShare(-0.01));
    refused(Cause.INVALID, () -> bank.withShare(Double.NaN));
  }

  @Test
  void aRenamedBankKeepsItsEntriesAndTheOldNameIsFree() {
    String bank = setting.bank(BankKind.OTHER);
    setting.add(bank, HASH);

    banks.change(bank, settings -> settings.named("renamed"), CURATOR);

    assertThat(matching.lookUp(HASH)).extracting(BankMatch::bank).containsExactly("renamed");
    banks.make(BankSettings.of(bank, BankKind.OTHER), CURATOR);
    assertThat(matching.lookUp(HASH)).hasSize(1);
  }

  @Test
  void theRadiusOfABankIsItsOwn() {
    String bank = setting.bank(BankKind.OTHER);
    setting.add(bank, HASH);
    setting.add(KNOWN_ABUSE, HASH);
    PdqHash near = flipped(HASH, 0, 20);
    banks.change(bank, settings -> settings.withRadius(19), CURATOR);
    assertThat(matching.lookUp(near)).extracting(BankMatch::bank).containsExactly(KNOWN_ABUSE);

    banks.change(bank, settings -> settings.withRadius(20), CURATOR);
    assertThat(matching.lookUp(near)).hasSize(2);
  }

  @Test
  void aClosedBankMatchesNothingAndItsNameBeginsAnew() {
    String bank = setting.bank(BankKind.STAY_DOWN);
    BankEntry entry = setting.add(bank, HASH);
    setting.add(bank, Signal.of("md5", "0".repeat(32)));
    assertThat(matching.lookUp(HASH)).hasSize(1);

    banks.close(bank, CURATOR);

    assertThat(matching.lookUp(HASH)).isEmpty();
    Signal md5 = Signal.of("md5", "0".repeat(32));
    assertThat(matching.lookUp(md5, new LookUp(Set.of(), 0, true))).isEmpty();
    refused(Cause.UNKNOWN, () -> banks.entry(bank, entry.id()));
    setting.bank(BankKind.STAY_DOWN);
    assertThat(matching.lookUp(HASH)).isEmpty();
    assertThat(banks.entries(bank).total()).isZero();
  }

  @Test
  void theTwoBanksThatAreAlwaysThereStay() {
    refused(Cause.BUILT_IN, () -> banks.close(KNOWN_ABUSE, CURATOR));
    refused(Cause.BUILT_IN, () -> banks.change(KNOWN_ABUSE, bank -> bank.named("x"), CURATOR));
    Bank changed = banks.change(KNOWN_ABUSE, bank -> bank.withRadius(20), CURATOR);
    assertThat(changed.radius()).isEqualTo(20);
    assertThat(changed.kind()).isEqualTo(BankKind.KNOWN_ABUSE);
  }

  @Test
  void aDisabledBankAnswersAgainWhenItsTimeHasCome() {
    String bank = setting.bank(BankKind.OTHER);
    setting.add(bank, HASH);
    Instant later = NOW.plusSeconds(60);
    banks.change(bank, settings -> settings.disabledUntil(later), CURATOR);

    assertThat(matching.lookUp(HASH)).isEmpty();
    assertThat(hits(new LookUp(Set.of(), 0, true))).containsExactly(bank);
    setting.clock.move(Duration.ofSeconds(60));
    assertThat(matching.lookUp(HASH)).hasSize(1);
  }

  @Test
  void aShareSparesTheLookUpsOfThoseWhoSampleAndNeverTheGateway() {
    String bank = setting.bank(BankKind.OTHER);
    setting.add(bank, HASH);
    banks.change(bank, settings -> settings.withShare(0.25), CURATOR);

    assertThat(hits(new LookUp(Set.of(), 0.25, false))).containsExactly(bank);
    assertThat(hits(new LookUp(Set.of(), 0.26, false))).isEmpty();
    banks.change(bank, settings -> settings.withShare(0), CURATOR);
    assertThat(hits(LookUp.EVERYWHERE)).containsExactly(bank);
    assertThat(matching.lookUp(HASH)).hasSize(1);
  }

  @Test
  void onlyTheBanksThatWereNamedAreAsked() {
    String bank = setting.bank(BankKind.OTHER);
    setting.add(bank, HASH);
    setting.add(KNOWN_ABUSE, HASH);

    assertThat(hits(new LookUp(Set.of(bank), 0, false))).containsExactly(bank);
    assertThat(hits(LookUp.EVERYWHERE)).containsExactlyInAnyOrder(bank, KNOWN_ABUSE);
  }

  @Test
  void countsAreKeptWithEveryChange() {
    String bank = setting.bank(BankKind.OTHER);
    BankEntry first = setting.add(bank, HASH);
    setting.add(bank, HASH);
    setting.add(KNOWN_ABUSE, HASH);
    banks.withdraw(bank, first.id(), CURATOR);
    banks.withdraw(bank, first.id(), CURATOR);
    banks.rest(bank, first.number(), Instant.MAX, CURATOR);

    assertThat(banks.find(bank).active()).isEqualTo(1);
    assertThat(banks.find(bank).withdrawn()).isEqualTo(1);
    assertThat(banks.find(KNOWN_ABUSE).active()).isEqualTo(1);
  }

  @Test
  void whatWasDoneToABankIsOnRecord() {
    String bank = setting.bank(BankKind.OTHER);
    banks.change(bank, settings -> settings.withRadius(3), CURATOR);
    banks.close(bank, CURATOR);

    assertThat(setting.events())
        .containsExactly("made by key:c0ffee", "changed by key:c0ffee", "closed by key:c0ffee");
  }

  private List<String> hits(LookUp wish) {
    return matching.lookUp(Signal.of(HASH), wish).stream().map(Hit::bank).toList();
  }

  private static void refused(Cause cause, ThrowingCallable wish) {
    assertThatExceptionOfType(BankProblem.class)
        .isThrownBy(wish)
        .satisfies(problem -> assertThat(problem.reason()).isEqualTo(cause));
  }
}
