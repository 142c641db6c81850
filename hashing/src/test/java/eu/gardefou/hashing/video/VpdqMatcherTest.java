package eu.gardefou.hashing.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.video.VpdqComparison.Incomparable;
import eu.gardefou.hashing.video.VpdqComparison.Shares;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two videos are as much alike as upstream's description says. */
class VpdqMatcherTest {
  private static final PdqHash ZEROS = new PdqHash(0, 0, 0, 0);
  private static final PdqHash ONES = new PdqHash(-1, -1, -1, -1);

  private final Random random = new Random(7);

  @Test
  void aFrameMatchesUpToTheDistanceAndNoFurther() {
    assertThat(compare(video(ZEROS), video(withBits(31)))).isEqualTo(new Shares(1, 1, 1, 1));
    assertThat(compare(video(ZEROS), video(withBits(32)))).isEqualTo(new Shares(0, 1, 0, 1));
  }

  @Test
  void sharesAreCountedBothWays() {
    Shares shares = (Shares) compare(video(ZEROS, ONES, withBits(128)), video(ZEROS, withBits(3)));

    assertThat(shares).isEqualTo(new Shares(1, 3, 2, 2));
    assertThat(shares.queryPercent()).isEqualTo(100 / 3.0);
    assertThat(shares.comparedPercent()).isEqualTo(100);
  }

  @Test
  void doublesCountOnce() {
    assertThat(compare(video(ZEROS, ZEROS, ZEROS, ONES), video(ZEROS)))
        .isEqualTo(new Shares(1, 2, 1, 1));
  }

  @Test
  void weakFramesAreLeftOut() {
    VpdqFingerprint half = frames(new VpdqFrame(ZEROS, 49, 0), new VpdqFrame(ONES, 50, 1_000));

    assertThat(compare(half, video(ZEROS, ONES))).isEqualTo(new Shares(1, 1, 1, 2));
  }

  @Test
  void aWeakDoubleTakesNoGoodFrameAway() {
    VpdqFingerprint both = frames(new VpdqFrame(ZEROS, 10, 0), new VpdqFrame(ZEROS, 90, 1_000));

    assertThat(compare(both, video(ZEROS))).isEqualTo(new Shares(1, 1, 1, 1));
  }

  @Test
  void withoutAUsableFrameNothingIsSaid() {
    VpdqFingerprint blank = frames(new VpdqFrame(ZEROS, 0, 0));
    VpdqThresholds none = new VpdqThresholds(0, 0);

    for (VpdqFingerprint empty : List.of(blank, frames())) {
      assertThat(empty.isUsable()).isFalse();
      assertThat(compare(empty, video(ZEROS))).isEqualTo(new Incomparable());
      assertThat(compare(video(ZEROS), empty)).isEqualTo(new Incomparable());
      assertThat(compare(empty, empty).isMatch(none)).isFalse();
    }
    assertThat(video(ZEROS).isUsable()).isTrue();
  }

  @Test
  void bothThresholdsMustBeReached() {
    VpdqComparison comparison = new Shares(4, 5, 1, 5);

    assertThat(comparison.isMatch(VpdqThresholds.UPSTREAM)).isTrue();
    assertThat(comparison.isMatch(VpdqThresholds.CONTAINED)).isFalse();
    assertThat(comparison.isMatch(new VpdqThresholds(80, 20))).isTrue();
    assertThat(comparison.isMatch(new VpdqThresholds(80.1, 20))).isFalse();
    assertThat(comparison.isMatch(new VpdqThresholds(80, 20.1))).isFalse();
    assertThat(new Shares(0, 5, 0, 5).isMatch(new VpdqThresholds(0, 0))).isFalse();
  }

  @Test
  void whatCannotBeIsRefused() {
    for (double wrong : new double[] {-0.1, 100.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new VpdqThresholds(wrong, 0));
      assertThatIllegalArgumentException().isThrownBy(() -> new VpdqThresholds(0, wrong));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new VpdqFrame(ZEROS, 101, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new VpdqFrame(ZEROS, -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new VpdqFrame(ZEROS, 50, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new VpdqMatcher(64, 50));
    assertThatIllegalArgumentException().isThrownBy(() -> new VpdqMatcher(31, 101));
    assertThatIllegalArgumentException().isThrownBy(() -> new Shares(2, 1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Shares(0, 0, 0, 1));
  }

  /** Random videos that share scenes, compared in three ways: index, pairs, and slowly here. */
  @ParameterizedTest
  @ValueSource(ints = {0, 15, 31, 63})
  void theIndexSaysWhatComparingEveryPairSays(int distance) {
    VpdqMatcher indexed = new VpdqMatcher(distance, 50, 0);
    VpdqMatcher paired = new VpdqMatcher(distance, 50, Long.MAX_VALUE);
    for (int round = 0; round < 60; round++) {
      List<PdqHash> scenes = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        scenes.add(any());
      }
      VpdqFingerprint query = video(scenes, random.nextInt(80));
      VpdqFingerprint compared = video(scenes, random.nextInt(80));
      VpdqComparison expected = slowly(query, compared, distance);
      assertThat(indexed.compare(query, compared)).isEqualTo(expected);
      assertThat(paired.compare(query, compared)).isEqualTo(expected);
    }
  }

  @Test
  void longVideosAreComparedToo() {
    List<PdqHash> scenes = List.of(any(), any(), any());
    VpdqFingerprint query = video(scenes, 3_000);
    VpdqFingerprint compared = video(scenes, 3_000);
    assertThat(compare(query, compared)).isEqualTo(slowly(query, compared, 31));
  }

  /** Frames near some scenes, some of them weak, some twice. */
  private VpdqFingerprint video(List<PdqHash> scenes, int length) {
    List<VpdqFrame> frames = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      PdqHash hash = scenes.get(random.nextInt(scenes.size()));
      for (int flips = random.nextInt(50); flips > 0; flips--) {
        hash = flipped(hash, random.nextInt(256));
      }
      frames.add(new VpdqFrame(hash, random.nextInt(101), i * 1_000L));
      if (random.nextInt(5) == 0) {
        frames.add(new VpdqFrame(hash, random.nextInt(101), i * 1_000L + 500));
      }
    }
    return new VpdqFingerprint(frames);
  }

  private static VpdqComparison slowly(
      VpdqFingerprint query, VpdqFingerprint compared, int distance) {
    Set<PdqHash> asked = usable(query);
    Set<PdqHash> known = usable(compared);
    if (asked.isEmpty() || known.isEmpty()) {
      return new Incomparable();
    }
    return new Shares(
        found(asked, known, distance), asked.size(), found(known, asked, distance), known.size());
  }

  private static Set<PdqHash> usable(VpdqFingerprint video) {
    Set<PdqHash> usable = new HashSet<>();
    for (VpdqFrame frame : video.frames()) {
      if (frame.quality() >= 50) {
        usable.add(frame.hash());
      }
    }
    return usable;
  }

  private static int found(Set<PdqHash> some, Set<PdqHash> others, int distance) {
    return (int)
        some.stream()
            .filter(one -> others.stream().anyMatch(other -> one.distance(other) <= distance))
            .count();
  }

  private static VpdqComparison compare(VpdqFingerprint query, VpdqFingerprint compared) {
    return VpdqMatcher.UPSTREAM.compare(query, compared);
  }

  private static VpdqFingerprint video(PdqHash... hashes) {
    List<VpdqFrame> frames = new ArrayList<>();
    for (PdqHash hash : hashes) {
      frames.add(new VpdqFrame(hash, 100, frames.size() * 1_000L));
    }
    return new VpdqFingerprint(frames);
  }

  private static VpdqFingerprint frames(VpdqFrame... frames) {
    return new VpdqFingerprint(List.of(frames));
  }

  private PdqHash any() {
    return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  private static PdqHash withBits(int count) {
    PdqHash hash = ZEROS;
    for (int bit = 0; bit < count; bit++) {
      hash = flipped(hash, bit);
    }
    return hash;
  }

  private static PdqHash flipped(PdqHash hash, int bit) {
    byte[] bytes = hash.toBytes();
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    return PdqHash.fromBytes(bytes);
  }
}
