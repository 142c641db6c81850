package eu.gardefou.matching;

import static eu.gardefou.matching.Bank.KNOWN_ABUSE;
import static eu.gardefou.matching.Drawings.picture;
import static eu.gardefou.matching.Drawings.raster;
import static eu.gardefou.matching.Setting.CURATOR;
import static eu.gardefou.matching.Setting.HOTLINE;
import static eu.gardefou.matching.Setting.flipped;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.media.Frame;
import eu.gardefou.media.Picture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Harmless pictures overrule what they are mistaken for, and nothing else. */
final class SuppressTest {
  private static final PdqHash HASH =
      PdqHash.parse("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22");
  private static final LookUp RAW = new LookUp(Set.of(), 0, true);

  private final Setting setting = new Setting();
  private final Matching matching = setting.matching;
  private String harmless;

  @BeforeEach
  void make() {
    harmless = setting.bank(BankKind.SUPPRESS);
  }

  @AfterEach
  void close() {
    setting.close();
  }

  @Test
  void overrulesWhereItIsAtLeastAsNear() {
    setting.add(KNOWN_ABUSE, HASH);
    setting.add(harmless, flipped(HASH, 0, 20));

    assertThat(matching.lookUp(flipped(HASH, 0, 10))).isEmpty();
    assertThat(matching.lookUp(flipped(HASH, 0, 9))).hasSize(1);
    assertThat(matching.lookUp(HASH)).extracting(BankMatch::bank).containsExactly(KNOWN_ABUSE);
  }

  @Test
  void whatItOverrulesIsTold() {
    BankEntry entry = setting.banks.add(KNOWN_ABUSE, picture(1), HOTLINE, CURATOR);
    MatchFindings before = matching.lookUp(picture(1));
    assertThat(before.overruled()).isEmpty();
    setting.banks.add(harmless, picture(1), HOTLINE, CURATOR);

    MatchFindings after = matching.lookUp(picture(1));
    assertThat(after.matches()).isEmpty();
    assertThat(after.overruled())
        .containsExactly(new OverruledMatch(before.matches().getFirst(), harmless));
    assertThat(after.overruled().getFirst().match().entry()).isEqualTo(entry.id());
  }

  /** It goes on record with every decision about a popular look. */
  @Test
  void ofManyThatItOverrulesTheNearestAreTold() {
    for (int bits = 0; bits < 20; bits++) {
      setting.add(KNOWN_ABUSE, flipped(HASH, 0, bits));
    }
    setting.add(harmless, HASH);

    assertThat(matching.lookUpWithOverruled(HASH).overruled())
        .extracting(one -> one.match().distance())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void whatCountsInOneLookIsNotToldAsOverruledInAnother() {
    setting.add(KNOWN_ABUSE, HASH);
    setting.add(harmless, flipped(HASH, 0, 20));
    Map<PdqHash, Variant> asked =
        Map.of(
            HASH, Variant.AS_GIVEN, flipped(HASH, 0, 10), new Variant(1, 0, false, Pose.ORIGINAL));

    Index now = setting.index.current();
    Search.Result result = new Search(now, LookUp.EVERYWHERE, Setting.NOW, asked).run();
    assertThat(result.found()).hasSize(1);
    assertThat(result.overruled()).isEmpty();
  }

  @Test
  void whatCountsByItsFileIsNotToldAsOverruledByItsLook() {
    Signal md5 = Signal.of("md5", picture(1).digests().md5());
    setting.add(KNOWN_ABUSE, Signal.of(Query.of(picture(1)).stored().hash()), md5);
    setting.banks.add(harmless, picture(1), HOTLINE, CURATOR);

    MatchFindings findings = matching.lookUp(picture(1));
    assertThat(findings.matches()).hasSize(1);
    assertThat(findings.overruled()).isEmpty();
  }

  @Test
  void theVerySameFileThatIsOverruledIsTold() {
    Signal md5 = Signal.of("md5", picture(1).digests().md5());
    BankEntry entry = setting.add(KNOWN_ABUSE, md5);
    setting.add(harmless, md5);

    assertThat(matching.lookUp(picture(1)).overruled())
        .singleElement()
        .satisfies(overruled -> {
          assertThat(overruled.match().entry()).isEqualTo(entry.id());
          assertThat(overruled.by()).isEqualTo(harmless);
        });
  }

  @Test
  void isNoMatchByItself() {
    setting.add(harmless, HASH);

    assertThat(matching.lookUp(HASH)).isEmpty();
    Signal signal = Signal.of(HASH);
    assertThat(matching.lookUp(signal, LookUp.EVERYWHERE)).isEmpty();
    assertThat(matching.lookUp(signal, new LookUp(Set.of(harmless), 0, false))).hasSize(1);
    assertThat(matching.lookUp(signal, RAW)).hasSize(1);
  }

  @Test
  void overrulesEvenWhenOnlyTheOtherBankIsAsked() {
    setting.add(KNOWN_ABUSE, HASH);
    setting.add(harmless, HASH);

    LookUp named = new LookUp(Set.of(KNOWN_ABUSE), 0, false);
    assertThat(matching.lookUp(Signal.of(HASH), named)).isEmpty();
    assertThat(matching.lookUp(Signal.of(HASH), RAW)).hasSize(2);
  }

  @Test
  void stopsToOverruleWhenItRestsOrIsWithdrawn() {
    setting.add(KNOWN_ABUSE, HASH);
    BankEntry entry = setting.add(harmless, HASH);
    assertThat(matching.lookUp(HASH)).isEmpty();

    setting.banks.rest(harmless, entry.number(), Instant.MAX, CURATOR);
    assertThat(matching.lookUp(HASH)).hasSize(1);
    setting.banks.rest(harmless, entry.number(), null, CURATOR);
    assertThat(matching.lookUp(HASH)).isEmpty();
    setting.banks.withdraw(harmless, entry.id(), CURATOR);
    assertThat(matching.lookUp(HASH)).hasSize(1);
  }

  @Test
  void aHarmlessFrameSaysNothingOfTheNextOne() {
    setting.banks.add(KNOWN_ABUSE, picture(1), HOTLINE, CURATOR);
    setting.banks.add(harmless, picture(2), HOTLINE, CURATOR);
    Picture mixed =
        picture(raster(2), new Frame(List.of(raster(2))), new Frame(List.of(raster(1))));

    assertThat(matching.lookUp(mixed).matches())
        .extracting(BankMatch::bank)
        .containsExactly(KNOWN_ABUSE);
  }

  @Test
  void aHarmlessPictureIsHarmlessInEveryPose() {
    setting.banks.add(KNOWN_ABUSE, picture(Drawings.turned(raster(1))), HOTLINE, CURATOR);
    setting.banks.add(harmless, picture(1), HOTLINE, CURATOR);

    assertThat(matching.lookUp(picture(1)).matches()).isEmpty();
    assertThat(matching.lookUp(picture(Drawings.mirrored(raster(1)))).matches()).isEmpty();
  }

  @Test
  void theVerySameFileIsOverruledByTheVerySameFile() {
    Signal md5 = Signal.of("md5", "D41D8CD98F00B204E9800998ECF8427E");
    setting.add(KNOWN_ABUSE, md5);
    assertThat(matching.lookUp(md5, LookUp.EVERYWHERE)).hasSize(1);

    setting.add(harmless, md5);
    assertThat(matching.lookUp(md5, LookUp.EVERYWHERE)).isEmpty();
    assertThat(matching.lookUp(md5, RAW)).hasSize(2);
    assertThat(matching.lookUp(picture(1)).matches()).isEmpty();
  }

  @Test
  void randomBanksAgreeWithAPlainList() {
    Random random = new Random(3);
    List<String> names =
        List.of(KNOWN_ABUSE, Bank.PROTECTED_PEOPLE, setting.bank(BankKind.OTHER), harmless);
    Map<BankEntry, Boolean> entries = new HashMap<>();
    for (int step = 0; step < 150; step++) {
      String bank = names.get(random.nextInt(names.size()));
      entries.put(setting.add(bank, any(random)), true);
      PdqHash query = any(random);
      assertThat(matching.lookUp(query))
          .extracting(match -> match.entry().toString())
          .containsExactlyInAnyOrderElementsOf(expected(entries.keySet(), query));
      List<String> all = overruled(entries.keySet(), query);
      assertThat(matching.lookUpWithOverruled(query).overruled())
          .extracting(overruled -> overruled.match().entry().toString())
          .hasSize(Math.min(10, all.size()))
          .isSubsetOf(all);
    }
  }

  private List<String> expected(Set<BankEntry> entries, PdqHash query) {
    int nearestHarmless = 32;
    for (BankEntry entry : entries) {
      int distance = entry.mainSignal().pdq().distance(query);
      if (entry.bank().equals(harmless) && distance <= 31) {
        nearestHarmless = Math.min(nearestHarmless, distance);
      }
    }
    List<String> expected = new ArrayList<>();
    for (BankEntry entry : entries) {
      int distance = entry.mainSignal().pdq().distance(query);
      if (!entry.bank().equals(harmless) && distance <= 31 && distance < nearestHarmless) {
        expected.add(entry.id().toString());
      }
    }
    return expected;
  }

  /** All that are near enough, and no answer. */
  private List<String> overruled(Set<BankEntry> entries, PdqHash query) {
    List<String> answers = expected(entries, query);
    return entries.stream()
        .filter(entry -> !entry.bank().equals(harmless))
        .filter(entry -> entry.mainSignal().pdq().distance(query) <= 31)
        .map(entry -> entry.id().toString())
        .filter(id -> !answers.contains(id))
        .toList();
  }

  private static PdqHash any(Random random) {
    return flipped(HASH, random.nextInt(40), random.nextInt(45));
  }
}
