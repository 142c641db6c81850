package eu.gardefou.matching;

import static eu.gardefou.matching.Bank.KNOWN_ABUSE;
import static eu.gardefou.matching.Setting.CURATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.video.VpdqComparison.Shares;
import eu.gardefou.hashing.video.VpdqFingerprint;
import eu.gardefou.hashing.video.VpdqFrame;
import eu.gardefou.hashing.video.VpdqMatcher;
import eu.gardefou.hashing.video.VpdqThresholds;
import eu.gardefou.video.VpdqJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Videos are found by the share of their frames, both ways. */
final class FilmsTest {
  private static final LookUp RAW = new LookUp(Set.of(), 0, true);

  private final Setting setting = new Setting();
  private final Matching matching = setting.matching;
  private final Random random = new Random(5);
  private final List<PdqHash> scenes = scenes(100);

  @AfterEach
  void close() {
    setting.close();
  }

  @Test
  void aVideoIsFoundByMostOfItsFrames() {
    BankEntry entry = setting.add(KNOWN_ABUSE, film(0, 10));

    assertThat(hits(film(0, 10)))
        .containsExactly(
            new Hit(
                KNOWN_ABUSE,
                BankKind.KNOWN_ABUSE,
                entry.number(),
                null,
                new Shares(10, 10, 10, 10)));
    assertThat(hits(film(0, 3))).hasSize(1);
    assertThat(hits(film(2, 10))).hasSize(1);
    assertThat(hits(film(5, 15))).isEmpty();
    assertThat(hits(film(50, 60))).isEmpty();
  }

  @Test
  void otherScenesAroundItHideNothing() {
    setting.add(KNOWN_ABUSE, film(0, 10));

    assertThat(hits(film(0, 90)))
        .singleElement()
        .satisfies(hit -> {
          assertThat(hit.shares()).isEqualTo(new Shares(10, 90, 10, 10));
        });
  }

  @Test
  void aWithdrawnVideoIsForgottenAtOnceAndAnotherNodeKnowsIt() {
    BankEntry entry = setting.add(KNOWN_ABUSE, film(0, 10));
    Matching other = new Matching(setting.database.sql(), setting.clock);
    assertThat(hits(film(0, 10))).hasSize(1);
    assertThat(other.lookUp(film(0, 10), LookUp.EVERYWHERE)).hasSize(1);

    setting.banks.withdraw(KNOWN_ABUSE, entry.id(), CURATOR);

    assertThat(hits(film(0, 10))).isEmpty();
    assertThat(other.lookUp(film(0, 10), LookUp.EVERYWHERE)).isEmpty();
  }

  @Test
  void aRestingVideoAnswersOnlyTheRawQuestion() {
    BankEntry entry = setting.add(KNOWN_ABUSE, film(0, 10));
    setting.banks.rest(KNOWN_ABUSE, entry.number(), Instant.MAX, CURATOR);

    assertThat(hits(film(0, 10))).isEmpty();
    assertThat(matching.lookUp(film(0, 10), RAW)).hasSize(1);
  }

  @Test
  void aHarmlessFilmOverrulesOnlyWhatIsAllItsOwn() {
    String harmless = setting.bank(BankKind.SUPPRESS);
    setting.add(KNOWN_ABUSE, film(0, 10));
    setting.add(harmless, film(0, 10));
    assertThat(hits(film(0, 10))).isEmpty();
    assertThat(matching.lookUp(film(0, 10), RAW)).hasSize(2);

    setting.add(KNOWN_ABUSE, film(5, 15));
    assertThat(hits(film(0, 15))).hasSize(1);
  }

  @Test
  void weakFramesSayNothing() {
    Signal weak = Signal.of("vpdq", VpdqJson.write(new VpdqFingerprint(frames(0, 5, 49))));
    setting.add(KNOWN_ABUSE, weak);

    assertThat(weak.isTelling()).isFalse();
    assertThat(film(0, 5).isTelling()).isTrue();
    assertThat(hits(weak)).isEmpty();
    assertThat(hits(film(0, 5))).isEmpty();
  }

  @Test
  void whatIsNoFingerprintIsRefused() {
    assertThatExceptionOfType(BankProblem.class)
        .isThrownBy(() -> Signal.of("vpdq", "{\"a\":1}"))
        .withMessageContaining("not a vPDQ fingerprint");
  }

  @Test
  void randomChangesAgreeWithComparingEveryPair() {
    Map<Long, Signal> acting = new HashMap<>();
    for (int step = 0; step < 60; step++) {
      if (acting.isEmpty() || random.nextInt(4) > 0) {
        Signal film = anyFilm();
        acting.put(setting.add(KNOWN_ABUSE, film).number(), film);
      } else {
        long gone = acting.keySet().iterator().next();
        acting.remove(gone);
        setting.banks.withdraw(KNOWN_ABUSE, gone, CURATOR);
      }
      Signal query = anyFilm();
      assertThat(hits(query))
          .extracting(Hit::number)
          .containsExactlyInAnyOrderElementsOf(expected(acting, query));
    }
  }

  private static List<Long> expected(Map<Long, Signal> films, Signal query) {
    List<Long> expected = new ArrayList<>();
    films.forEach((number, film) -> {
      var comparison =
          VpdqMatcher.UPSTREAM.compare(VpdqJson.read(query.value()), VpdqJson.read(film.value()));
      if (comparison.isMatch(VpdqThresholds.UPSTREAM)
          || comparison.isMatch(VpdqThresholds.CONTAINED)) {
        expected.add(number);
      }
    });
    return expected;
  }

  private List<Hit> hits(Signal film) {
    return matching.lookUp(film, LookUp.EVERYWHERE);
  }

  private Signal anyFilm() {
    int from = random.nextInt(60);
    return film(from, from + 1 + random.nextInt(30));
  }

  private Signal film(int from, int to) {
    return Signal.of("vpdq", VpdqJson.write(new VpdqFingerprint(frames(from, to, 100))));
  }

  /** Each frame a few bits away from its scene, as in another copy. */
  private List<VpdqFrame> frames(int from, int to, int quality) {
    List<VpdqFrame> frames = new ArrayList<>();
    for (int scene = from; scene < to; scene++) {
      PdqHash near = Setting.flipped(scenes.get(scene), random.nextInt(200), random.nextInt(10));
      frames.add(new VpdqFrame(near, quality, scene - from));
    }
    return frames;
  }

  private static List<PdqHash> scenes(int many) {
    Random random = new Random(1);
    List<PdqHash> scenes = new ArrayList<>();
    for (int k = 0; k < many; k++) {
      scenes.add(
          new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()));
    }
    return scenes;
  }
}
