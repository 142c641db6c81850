package eu.gardefou.matching;

import static eu.gardefou.matching.Bank.KNOWN_ABUSE;
import static eu.gardefou.matching.Setting.CURATOR;
import static eu.gardefou.matching.Setting.NOW;
import static eu.gardefou.matching.Setting.flipped;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.media.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Entries that rest, and entries that wait for a curator. */
final class SetAsideTest {
  private static final PdqHash HASH =
      PdqHash.parse("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22");
  private static final LookUp RAW = new LookUp(Set.of(), 0, true);

  private final Setting setting = new Setting();
  private final Matching matching = setting.matching;
  private final Banks banks = setting.banks;

  @AfterEach
  void close() {
    setting.close();
  }

  @Test
  void aRestingEntryMatchesAgainWhenItsTimeHasCome() {
    BankEntry entry = setting.add(KNOWN_ABUSE, HASH);
    assertThat(matching.lookUp(HASH)).hasSize(1);
    Instant later = NOW.plusSeconds(60);

    BankEntry resting = banks.rest(KNOWN_ABUSE, entry.number(), later, CURATOR);

    assertThat(resting.state()).isEqualTo(new EntryState.Resting(later));
    assertThat(matching.lookUp(HASH)).isEmpty();
    assertThat(matching.lookUp(Signal.of(HASH), RAW)).hasSize(1);
    setting.clock.move(Duration.ofSeconds(60));
    assertThat(matching.lookUp(HASH)).hasSize(1);
    assertThat(banks.entry(KNOWN_ABUSE, entry.id()).state()).isEqualTo(new EntryState.Acting());
  }

  @Test
  void furtherNoticeHasNoEndUntilACuratorSaysSo() {
    BankEntry entry = setting.add(KNOWN_ABUSE, HASH);
    BankEntry resting = banks.rest(KNOWN_ABUSE, entry.number(), Instant.MAX, CURATOR);
    setting.clock.move(Duration.ofDays(4000));

    assertThat(resting.state()).isEqualTo(new EntryState.Resting(Instant.MAX));
    assertThat(matching.lookUp(HASH)).isEmpty();
    banks.rest(KNOWN_ABUSE, entry.number(), null, CURATOR);
    assertThat(matching.lookUp(HASH)).hasSize(1);
  }

  @Test
  void aRestingValueThatIsTheVerySameDoesNotMatchEither() {
    Signal md5 = Signal.of("video_md5", "a".repeat(32));
    BankEntry entry = setting.add(KNOWN_ABUSE, md5);
    banks.rest(KNOWN_ABUSE, entry.number(), Instant.MAX, CURATOR);

    assertThat(matching.lookUp(md5, LookUp.EVERYWHERE)).isEmpty();
    assertThat(matching.lookUp(md5, RAW)).hasSize(1);
  }

  @Test
  void aFloodOfUnlikePicturesPutsAnEntryIntoQuarantine() {
    String bank = setting.bank(BankKind.OTHER);
    BankEntry entry = setting.add(bank, HASH);
    FloodWatch watch = new FloodWatch(setting.clock);
    List<PdqHash> flood = unlike(FloodWatch.FLOOD);
    for (PdqHash one : flood.subList(0, FloodWatch.FLOOD - 1)) {
      assertThat(watch.isFlood(entry.number(), one)).isFalse();
    }
    assertThat(watch.isFlood(entry.number(), flood.getLast())).isTrue();

    quarantine(entry);

    assertThat(banks.quarantined(null).entries())
        .extracting(BankEntry::number)
        .containsExactly(entry.number());
    assertThat(matching.lookUp(HASH)).extracting(BankMatch::quarantined).containsExactly(true);
    assertThat(matching.lookUp(Signal.of(HASH), LookUp.EVERYWHERE)).isEmpty();
    assertThat(matching.lookUp(Signal.of(HASH), RAW)).hasSize(1);
    assertThat(banks.entry(bank, entry.id()).state()).isEqualTo(new EntryState.Quarantined(NOW));
  }

  @ParameterizedTest
  @EnumSource(names = {"KNOWN_ABUSE", "PROTECTED_PEOPLE", "STAY_DOWN"})
  void whatProtectsSomebodyIsShownToACuratorAndGoesOnMatching(BankKind kind) {
    BankEntry entry = setting.add(setting.bank(kind), HASH);
    quarantine(entry);

    assertThat(banks.quarantined(null).entries()).hasSize(1);
    assertThat(matching.lookUp(HASH)).extracting(BankMatch::quarantined).containsExactly(false);
    assertThat(matching.lookUp(Signal.of(HASH), LookUp.EVERYWHERE)).hasSize(1);
  }

  @Test
  void aHarmlessEntryInQuarantineOverrulesNothing() {
    setting.add(KNOWN_ABUSE, HASH);
    BankEntry harmless = setting.add(setting.bank(BankKind.SUPPRESS), HASH);
    assertThat(matching.lookUp(HASH)).isEmpty();

    quarantine(harmless);

    assertThat(matching.lookUp(HASH)).hasSize(1);
  }

  @Test
  void hashesThatSomebodyMakesUpAreNoFlood() {
    setting.add(setting.bank(BankKind.OTHER), HASH);
    unlike(FloodWatch.FLOOD)
        .forEach(one -> {
          matching.lookUp(one);
          matching.lookUp(Signal.of(one), LookUp.EVERYWHERE);
        });
    assertThat(banks.quarantined(null).entries()).isEmpty();
  }

  @Test
  void posesAndBordersOfOnePictureAreNoFlood() {
    banks.add(setting.bank(BankKind.OTHER), Drawings.picture(1), Setting.HOTLINE, CURATOR);
    Raster pose = Drawings.raster(1);
    for (int turn = 0; turn < 4; turn++) {
      pose = Drawings.turned(pose);
      for (int border = 0; border < 90; border += 10) {
        matching.lookUp(Drawings.picture(framed(pose, border)));
        matching.lookUp(Drawings.picture(framed(Drawings.mirrored(pose), border)));
      }
    }
    assertThat(banks.quarantined(null).entries()).isEmpty();
  }

  @Test
  void whoHasLookedIsNotAskedAgain() {
    String bank = setting.bank(BankKind.OTHER);
    BankEntry entry = setting.add(bank, HASH);
    quarantine(entry);

    banks.release(bank, entry.number(), CURATOR);

    assertThat(banks.quarantined(null).entries()).isEmpty();
    assertThat(matching.lookUp(HASH)).extracting(BankMatch::quarantined).containsExactly(false);
    quarantine(entry);
    assertThat(banks.quarantined(null).entries()).isEmpty();
    assertThat(setting.events())
        .containsExactly("made by key:c0ffee", "quarantined by gardefou", "released by key:c0ffee");
  }

  @Test
  void unlikePicturesOverALongTimeAreNoFlood() {
    FloodWatch watch = new FloodWatch(setting.clock);
    for (PdqHash one : unlike(FloodWatch.FLOOD)) {
      assertThat(watch.isFlood(1, one)).isFalse();
      setting.clock.move(FloodWatch.SUDDENLY.dividedBy(FloodWatch.FLOOD - 1).plusSeconds(1));
    }
  }

  @Test
  void everythingThatWaitsIsListedPageByPageThoseFirstThatWaitLongest() {
    List<Long> waiting = new ArrayList<>();
    for (int k = 0; k < 2 * EntryPage.SIZE + 1; k++) {
      BankEntry entry = setting.add(KNOWN_ABUSE, HASH);
      quarantine(entry);
      waiting.add(entry.number());
      // Some of them at the same moment, and the pages end within those.
      setting.clock.move(Duration.ofSeconds(k % 7 == 0 ? 1 : 0));
    }
    BankEntry released = setting.add(KNOWN_ABUSE, HASH);
    quarantine(released);
    banks.release(KNOWN_ABUSE, released.number(), CURATOR);

    List<Long> listed = new ArrayList<>();
    EntryPage page = banks.quarantined(null);
    assertThat(page.total()).isEqualTo(101);
    assertThat(page.pages()).isEqualTo(3);
    page.entries().forEach(entry -> listed.add(entry.number()));
    // The last one of a page is released before the next page is read.
    banks.release(KNOWN_ABUSE, page.entries().getLast().number(), CURATOR);
    while (page.next() != null) {
      page = banks.quarantined(page.next());
      page.entries().forEach(entry -> listed.add(entry.number()));
    }
    assertThat(page.page()).isEqualTo(2);
    assertThat(listed).isEqualTo(waiting);
    assertThat(banks.countQuarantined()).isEqualTo(100);
  }

  private void quarantine(BankEntry entry) {
    new EntryStore(setting.database.sql(), setting.clock)
        .quarantine(entry.number(), "a flood", setting.clock.instant(), "gardefou");
  }

  private static Raster framed(Raster raster, int border) {
    int width = raster.width() + 2 * border;
    int[] rgb = new int[width * (raster.height() + 2 * border)];
    for (int y = 0; y < raster.height(); y++) {
      int to = (y + border) * width + border;
      System.arraycopy(raster.rgb(), y * raster.width(), rgb, to, raster.width());
    }
    return new Raster(width, raster.height() + 2 * border, rgb);
  }

  @Test
  void aNodeThatBeginsWithSavedFilesKnowsWhatIsSetAside(@TempDir Path data) throws IOException {
    BankEntry resting = setting.add(KNOWN_ABUSE, HASH);
    banks.rest(KNOWN_ABUSE, resting.number(), Instant.MAX, CURATOR);
    PdqHash other = flipped(HASH, 0, 128);
    BankEntry until = setting.add(KNOWN_ABUSE, other);
    banks.rest(KNOWN_ABUSE, until.number(), NOW.plusSeconds(9), CURATOR);
    matching.lookUp(HASH);
    IndexFolder folder = new IndexFolder(data, Runnable::run);
    folder.save(setting.index);

    LiveIndex later = new LiveIndex(setting.database.sql(), Runnable::run);
    later.beginWith(folder.load().orElseThrow());
    Matching node = new Matching(setting.database.sql(), setting.clock, later, setting.sightings);

    assertThat(node.lookUp(HASH)).isEmpty();
    assertThat(node.lookUp(other)).isEmpty();
    setting.clock.move(Duration.ofSeconds(9));
    assertThat(node.lookUp(other)).hasSize(1);
  }

  /** Hashes within the radius of the entry and further than that from each other. */
  private static List<PdqHash> unlike(int many) {
    Random random = new Random(11);
    List<PdqHash> found = new ArrayList<>();
    while (found.size() < many) {
      PdqHash one = scattered(random);
      if (found.stream().allMatch(other -> other.distance(one) > 31)) {
        found.add(one);
      }
    }
    return found;
  }

  private static PdqHash scattered(Random random) {
    byte[] bytes = HASH.toBytes();
    random
        .ints(0, 256)
        .distinct()
        .limit(30)
        .forEach(bit -> bytes[bit / 8] ^= (byte) (1 << bit % 8));
    return PdqHash.fromBytes(bytes);
  }
}
