package eu.gardefou.matching;

import static eu.gardefou.matching.Bank.KNOWN_ABUSE;
import static eu.gardefou.matching.Bank.PROTECTED_PEOPLE;
import static eu.gardefou.matching.Drawings.faint;
import static eu.gardefou.matching.Drawings.mirrored;
import static eu.gardefou.matching.Drawings.picture;
import static eu.gardefou.matching.Drawings.plain;
import static eu.gardefou.matching.Drawings.raster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.gardefou.access.Caller;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.media.Frame;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

final class MatchingTest {
  private static final Caller CURATOR = new Caller("key:c0ffee");
  private static final Provenance HOTLINE = new Provenance("hotline", "case 12");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-01T10:00:00Z"), ZoneOffset.UTC);
  private static final PdqHash HASH =
      PdqHash.parse("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22");

  private final TestDatabase database = TestDatabase.fresh();
  private final Matching matching = new Matching(database.sql(), CLOCK);
  private final Banks banks = new Banks(database.sql(), CLOCK);
  private final Matching otherNode = new Matching(database.sql(), CLOCK);
  private final Banks otherBanks = new Banks(database.sql(), CLOCK);

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void emptyBanksMatchNothing() {
    MatchFindings findings = matching.lookUp(picture(1));

    assertThat(findings.hashable()).isTrue();
    assertThat(findings.quality()).isGreaterThanOrEqualTo(50);
    assertThat(findings.matches()).isEmpty();
  }

  @Test
  void anAddedPictureMatchesOnTheVeryNextLookUp() {
    assertThat(matching.lookUp(picture(1)).matches()).isEmpty();

    BankEntry entry = banks.add(KNOWN_ABUSE, picture(1), HOTLINE, CURATOR);

    assertThat(matching.lookUp(picture(1)).matches())
        .containsExactly(
            new BankMatch(
                KNOWN_ABUSE, BankKind.KNOWN_ABUSE, entry.id(), 0, Variant.AS_GIVEN, false));
    assertThat(matching.lookUp(picture(2)).matches()).isEmpty();
  }

  @Test
  void aWithdrawnEntryStopsToActOnTheVeryNextLookUp() {
    BankEntry entry = banks.add(KNOWN_ABUSE, picture(1), HOTLINE, CURATOR);
    BankEntry kept = banks.add(PROTECTED_PEOPLE, picture(1), HOTLINE, CURATOR);
    assertThat(matching.lookUp(picture(1)).matches()).hasSize(2);

    banks.withdraw(KNOWN_ABUSE, entry.id(), CURATOR);

    assertThat(matching.lookUp(picture(1)).matches())
        .extracting(BankMatch::entry)
        .containsExactly(kept.id());
  }

  @Test
  void anotherNodesEntriesAndWithdrawalsActOnTheVeryNextLookUp() {
    assertThat(matching.lookUp(picture(1)).matches()).isEmpty();

    BankEntry entry = otherBanks.add(KNOWN_ABUSE, picture(1), HOTLINE, CURATOR);
    assertThat(matching.lookUp(picture(1)).matches()).hasSize(1);

    otherBanks.withdraw(KNOWN_ABUSE, entry.id(), CURATOR);
    assertThat(matching.lookUp(picture(1)).matches()).isEmpty();
  }

  @Test
  void nearCopiesMatchInAllEightPoses() {
    banks.add(KNOWN_ABUSE, picture(raster(Drawings.discs(1, 640, 480))), HOTLINE, CURATOR);
    Raster smaller = raster(1);

    List<Raster> poses =
        Stream.of(smaller, mirrored(smaller))
            .flatMap(pose -> Stream.iterate(pose, Drawings::turned).limit(4))
            .toList();
    assertThat(poses).hasSize(8);
    for (Raster pose : poses) {
      assertThat(matching.lookUp(picture(pose)).matches())
          .singleElement()
          .satisfies(match -> assertThat(match.distance()).isLessThanOrEqualTo(31));
    }
  }

  @Test
  void aPictureIsLookedUpAsStoredAndInEveryViewOfEveryFrame() {
    BankEntry known = banks.add(KNOWN_ABUSE, picture(1), HOTLINE, CURATOR);
    Frame harmless = new Frame(List.of(raster(2)));

    List<Picture> hidden =
        List.of(
            picture(raster(1), harmless),
            picture(raster(2), harmless, new Frame(List.of(raster(1)))),
            picture(raster(2), new Frame(List.of(raster(2), raster(3), raster(1)))));

    for (Picture picture : hidden) {
      assertThat(matching.lookUp(picture).matches())
          .extracting(BankMatch::entry)
          .containsExactly(known.id());
    }
    assertThat(matching.lookUp(picture(raster(2), harmless, harmless)).matches()).isEmpty();
  }

  @Test
  void theRadiusIsThirtyOneBits() {
    banks.add(KNOWN_ABUSE, HASH, null, HOTLINE, CURATOR);

    assertThat(matching.lookUp(flipped(HASH, 31)))
        .extracting(BankMatch::distance)
        .containsExactly(31);
    assertThat(matching.lookUp(flipped(HASH, 32))).isEmpty();
  }

  @Test
  void aBanksOwnRadiusCountsFromTheMomentItIsChanged() {
    banks.add(KNOWN_ABUSE, HASH, null, HOTLINE, CURATOR);
    assertThat(matching.lookUp(flipped(HASH, 20))).hasSize(1);

    owner("UPDATE matching.bank SET radius = 10 WHERE name = 'known-abuse'");

    assertThat(matching.lookUp(flipped(HASH, 20))).isEmpty();
    assertThat(matching.lookUp(flipped(HASH, 10))).hasSize(1);
  }

  @Test
  void theNearestMatchComesFirst() {
    banks.add(KNOWN_ABUSE, flipped(HASH, 9), null, HOTLINE, CURATOR);
    banks.add(PROTECTED_PEOPLE, flipped(HASH, 2), null, HOTLINE, CURATOR);
    banks.add(KNOWN_ABUSE, flipped(HASH, 4), null, HOTLINE, CURATOR);

    assertThat(matching.lookUp(HASH)).extracting(BankMatch::distance).containsExactly(2, 4, 9);
  }

  @Test
  void aPlainPictureIsNotHashableAndThatIsSaid() {
    MatchFindings findings = matching.lookUp(picture(plain(0xffffff)));

    assertThat(findings.hashable()).isFalse();
    assertThat(findings.quality()).isZero();
    assertThat(findings.matches()).isEmpty();
  }

  @Test
  void aFaintPictureIsNotHashableAndStillMatchesWhatItIsNear() {
    Picture faint = picture(faint(1));
    PdqHash itsHash = matching.lookUp(faint).hash();
    banks.add(KNOWN_ABUSE, itsHash, null, HOTLINE, CURATOR);

    MatchFindings findings = matching.lookUp(faint);

    assertThat(findings.hashable()).isFalse();
    assertThat(findings.quality()).isLessThan(50);
    assertThat(findings.matches()).extracting(BankMatch::distance).containsExactly(0);
  }

  @Test
  void oneFrameWithoutDetailMakesAnAnimationNotHashable() {
    Frame good = new Frame(List.of(raster(1)));
    Frame weak = new Frame(List.of(plain(0), faint(2)));
    Frame seenOnOneBackground = new Frame(List.of(plain(0), raster(2)));

    assertThat(matching.lookUp(picture(raster(1), good, weak)).hashable()).isFalse();
    assertThat(matching.lookUp(picture(raster(1), good, seenOnOneBackground)).hashable()).isTrue();
  }

  @Test
  void manyNodesAndChangesAgreeWithAPlainList() {
    Random random = new Random(99);
    List<BankEntry> acting = new ArrayList<>();
    for (int step = 0; step < 120; step++) {
      Banks node = random.nextBoolean() ? banks : otherBanks;
      if (acting.isEmpty() || random.nextInt(3) > 0) {
        PdqHash near = flipped(HASH, random.nextInt(70));
        acting.add(node.add(KNOWN_ABUSE, near, null, HOTLINE, CURATOR));
      } else {
        BankEntry gone = acting.remove(random.nextInt(acting.size()));
        node.withdraw(KNOWN_ABUSE, gone.id(), CURATOR);
      }
      PdqHash query = flipped(HASH, random.nextInt(70));

      UUID[] expected =
          acting.stream()
              .filter(entry -> entry.mainSignal().pdq().distance(query) <= 31)
              .map(BankEntry::id)
              .toArray(UUID[]::new);
      for (Matching any : List.of(matching, otherNode)) {
        assertThat(any.lookUp(query))
            .extracting(BankMatch::entry)
            .containsExactlyInAnyOrder(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDatabaseThatDoesNotAnswerIsAnExceptionAndNeverAnOldAnswer(boolean lookedUpBefore) {
    if (lookedUpBefore) {
      matching.lookUp(picture(1));
    }
    TestDatabase.stopServer();
    try {
      assertThatExceptionOfType(DataAccessException.class)
          .isThrownBy(() -> matching.lookUp(picture(1)));
    } finally {
      TestDatabase.startServer();
    }
  }

  private void owner(String statement) {
    JdbcClient.create(database.owner()).sql(statement).update();
  }

  /** The hash with as many bits flipped, always the same ones. */
  private static PdqHash flipped(PdqHash hash, int bits) {
    byte[] bytes = hash.toBytes();
    for (int k = 0; k < bits; k++) {
      int bit = k * 37 % 256;
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
    return PdqHash.fromBytes(bytes);
  }
}
