package eu.gardefou.matching;

import static eu.gardefou.matching.Bank.KNOWN_ABUSE;
import static eu.gardefou.matching.Setting.CURATOR;
import static eu.gardefou.matching.Setting.HOTLINE;
import static eu.gardefou.matching.Setting.NOW;
import static eu.gardefou.matching.Setting.flipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.gardefou.access.Caller;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.matching.Incoming.Counts;
import eu.gardefou.matching.Incoming.Put;
import eu.gardefou.matching.Incoming.Withdrawn;
import eu.gardefou.matching.Opinion.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes that exchanges tell of. */
final class IntakeTest {
  private static final PdqHash HASH =
      PdqHash.parse("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22");
  private static final PdqHash OTHER = flipped(HASH, 0, 128);
  private static final PdqHash EMPTY = new PdqHash(0, 0, 0, 0);

  private final Setting setting = new Setting();
  private final Intake intake = setting.intake;
  private final Matching matching = setting.matching;

  @AfterEach
  void close() {
    setting.close();
  }

  @Test
  void whatIsToldActsAndWhatIsWithdrawnDoesNot() {
    assertThat(take(put("a", HASH), put("b", OTHER))).isEqualTo(new Counts(2, 0, 0));
    assertThat(matching.lookUp(HASH)).hasSize(1);

    assertThat(take(new Withdrawn("a"))).isEqualTo(new Counts(0, 0, 1));
    assertThat(matching.lookUp(HASH)).isEmpty();
    assertThat(matching.lookUp(OTHER)).hasSize(1);
  }

  @Test
  void tellingTheSameTwiceChangesNothing() {
    take(put("a", HASH));
    long number = only().number();

    assertThat(take(put("a", HASH), put("a", HASH))).isEqualTo(new Counts(0, 1, 0));
    assertThat(take(new Withdrawn("never told"))).isEqualTo(Counts.NONE);
    assertThat(only().number()).isEqualTo(number);
  }

  @Test
  void anotherHashUnderTheSameKeyReplacesTheFirst() {
    take(put("a", HASH));

    assertThat(take(put("a", OTHER))).isEqualTo(new Counts(1, 0, 1));
    assertThat(matching.lookUp(HASH)).isEmpty();
    assertThat(matching.lookUp(OTHER)).hasSize(1);
  }

  @Test
  void ofOneKeyTheLastChangeInAPageCounts() {
    take(put("a", HASH), new Withdrawn("a"));
    take(new Withdrawn("b"), put("b", OTHER));

    assertThat(matching.lookUp(HASH)).isEmpty();
    assertThat(matching.lookUp(OTHER)).hasSize(1);
  }

  @Test
  void whatCannotBeMatchedHereIsKeptAllTheSame() {
    Signal vendor = Signal.of("ssvh_pdna", "ab12");
    Signal md5 = Signal.of("md5", "a".repeat(32));
    take(
        new Put("a", NewEntry.of(List.of(Signal.of(EMPTY), vendor, md5), HOTLINE)),
        new Put("b", new NewEntry(List.of(vendor), null, HOTLINE, NOW, Metadata.NONE)));

    BankEntry kept = entry("a");
    assertThat(kept.signals()).containsExactly(Signal.of(EMPTY), vendor, md5);
    assertThat(kept.origin()).isEqualTo(new Origin("ncmec", "a"));
    assertThat(entry("b").firstSeen()).isEqualTo(NOW);
    assertThat(matching.lookUp(EMPTY)).isEmpty();
    assertThat(matching.lookUp(vendor, LookUp.EVERYWHERE)).hasSize(2);
    assertThat(matching.lookUp(md5, LookUp.EVERYWHERE)).hasSize(1);
    assertThat(take(new Put("a", NewEntry.of(List.of(md5, vendor, Signal.of(EMPTY)), HOTLINE))))
        .isEqualTo(new Counts(0, 1, 0));
  }

  @Test
  void twoExchangesDoNotTouchEachOther() {
    take(put("a", HASH));
    intake.take(KNOWN_ABUSE, "stopncii", List.of(put("a", HASH)), CURATOR);
    setting.add(KNOWN_ABUSE, HASH);

    take(new Withdrawn("a"));

    assertThat(matching.lookUp(HASH)).hasSize(2);
    intake.withdrawAll(KNOWN_ABUSE, "stopncii", CURATOR);
    assertThat(matching.lookUp(HASH)).hasSize(1);
  }

  @Test
  void whatARoundDoesNotTellIsGoneWhenItEnds() {
    take(put("a", HASH), put("b", OTHER));
    intake.takeInRound(KNOWN_ABUSE, "ncmec", List.of(put("b", OTHER)), 7, CURATOR);
    assertThat(matching.lookUp(HASH)).hasSize(1);
    assertThat(intake.untold(KNOWN_ABUSE, "ncmec", 7)).isEqualTo(1);
    assertThat(intake.count(KNOWN_ABUSE, "ncmec")).isEqualTo(2);

    assertThat(intake.finishRound(KNOWN_ABUSE, "ncmec", 7, CURATOR).withdrawn()).isEqualTo(1);
    assertThat(matching.lookUp(HASH)).isEmpty();
    assertThat(matching.lookUp(OTHER)).hasSize(1);
  }

  @Test
  void aPageIsTakenWholeOrNotAtAllTogetherWithItsCallersWork() {
    var callers = new TransactionTemplate(new DataSourceTransactionManager(setting.database.app()));
    callers.executeWithoutResult(status -> {
      take(put("a", HASH));
      status.setRollbackOnly();
    });
    assertThat(matching.lookUp(HASH)).isEmpty();
    assertThat(entries()).isEmpty();
  }

  @Test
  void whatACuratorHasWithdrawnStaysWithdrawn() {
    take(put("a", HASH));
    setting.banks.withdraw(KNOWN_ABUSE, only().number(), new Caller("person:2"));

    assertThat(take(put("a", HASH))).isEqualTo(new Counts(0, 1, 0));
    assertThat(take(put("a", OTHER))).isEqualTo(new Counts(0, 1, 0));
    assertThat(matching.lookUp(HASH)).isEmpty();
    assertThat(matching.lookUp(OTHER)).isEmpty();
  }

  @Test
  void whatTheSourceTookBackAndTellsAgainActsAgain() {
    take(put("a", HASH));
    take(new Withdrawn("a"));

    assertThat(take(put("a", HASH))).isEqualTo(new Counts(1, 0, 0));
    assertThat(matching.lookUp(HASH)).hasSize(1);
  }

  @Test
  void aRestGoesOnWhenTheSourceTellsMore() {
    take(put("a", HASH));
    setting.banks.rest(KNOWN_ABUSE, only().number(), Instant.MAX, CURATOR);
    Signal md5 = Signal.of("md5", "a".repeat(32));

    take(new Put("a", NewEntry.of(List.of(Signal.of(HASH), md5), HOTLINE)));

    assertThat(matching.lookUp(HASH)).isEmpty();
    assertThat(matching.lookUp(md5, LookUp.EVERYWHERE)).isEmpty();
    assertThat(entry("a").state()).isEqualTo(new EntryState.Resting(Instant.MAX));
  }

  @Test
  void moreThanOneHandfulIsWithdrawnToTheLast() {
    List<Incoming> many = new ArrayList<>();
    Random random = new Random(4);
    for (int k = 0; k < 2_300; k++) {
      PdqHash any =
          new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
      many.add(put("key " + k, any));
    }
    intake.take(KNOWN_ABUSE, "ncmec", many, CURATOR);

    assertThat(intake.withdrawAll(KNOWN_ABUSE, "ncmec", CURATOR).withdrawn()).isEqualTo(2_300);
    assertThat(setting.banks.find(KNOWN_ABUSE).active()).isZero();
  }

  @Test
  void anUnknownBankIsRefused() {
    assertThatExceptionOfType(BankProblem.class)
        .isThrownBy(() -> intake.take("none", "ncmec", List.of(), CURATOR));
  }

  @Test
  void opinionsGoBackToTheExchangeOnce() {
    take(put("a", HASH));
    BankEntry own = setting.add(KNOWN_ABUSE, OTHER);
    setting.opinions.give(KNOWN_ABUSE, entry("a").number(), Verdict.DISPUTE, "a lamp", CURATOR);
    setting.opinions.give(KNOWN_ABUSE, own.number(), Verdict.CONFIRM, "", CURATOR);

    List<Opinion> unsent = setting.opinions.unsent("ncmec", 10);
    assertThat(unsent)
        .singleElement()
        .satisfies(opinion -> {
          assertThat(opinion.origin()).isEqualTo(new Origin("ncmec", "a"));
          assertThat(opinion.verdict()).isEqualTo(Verdict.DISPUTE);
          assertThat(opinion.reason()).isEqualTo("a lamp");
          assertThat(opinion.signals()).containsExactly(Signal.of(HASH));
        });
    setting.opinions.sent(unsent.getFirst());
    assertThat(setting.opinions.unsent("ncmec", 10)).isEmpty();
    assertThat(matching.lookUp(HASH)).hasSize(1);
  }

  @Test
  void randomPagesAgreeWithAPlainMap() {
    Random random = new Random(21);
    Map<String, PdqHash> expected = new HashMap<>();
    for (int page = 0; page < 40; page++) {
      List<Incoming> changes = new ArrayList<>();
      for (int k = random.nextInt(30); k >= 0; k--) {
        String key = "key " + random.nextInt(25);
        PdqHash hash = flipped(HASH, random.nextInt(5) * 50, 64);
        if (random.nextInt(3) == 0) {
          changes.add(new Withdrawn(key));
          expected.remove(key);
        } else {
          changes.add(put(key, hash));
          expected.put(key, hash);
        }
      }
      intake.take(KNOWN_ABUSE, "ncmec", changes, CURATOR);
      for (int from = 0; from < 5; from++) {
        PdqHash query = flipped(HASH, from * 50, 64);
        long near = expected.values().stream().filter(h -> h.distance(query) <= 31).count();
        assertThat(matching.lookUp(query)).hasSize((int) near);
      }
    }
    assertThat(setting.banks.find(KNOWN_ABUSE).active()).isEqualTo(expected.size());
  }

  private Counts take(Incoming... changes) {
    return intake.take(KNOWN_ABUSE, "ncmec", List.of(changes), CURATOR);
  }

  private static Put put(String key, PdqHash hash) {
    return new Put(key, NewEntry.of(List.of(Signal.of(hash)), HOTLINE));
  }

  private List<BankEntry> entries() {
    return setting.banks.entries(KNOWN_ABUSE).entries();
  }

  private BankEntry only() {
    assertThat(entries()).hasSize(1);
    return entries().getFirst();
  }

  /** The latest of this key. */
  private BankEntry entry(String key) {
    return entries().stream()
        .filter(entry -> new Origin("ncmec", key).equals(entry.origin()))
        .max(Comparator.comparingLong(BankEntry::number))
        .orElseThrow();
  }
}
