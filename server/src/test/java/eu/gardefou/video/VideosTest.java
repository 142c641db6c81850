package eu.gardefou.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eu.gardefou.hashing.video.VpdqComparison;
import eu.gardefou.hashing.video.VpdqComparison.Shares;
import eu.gardefou.hashing.video.VpdqFingerprint;
import eu.gardefou.hashing.video.VpdqFrame;
import eu.gardefou.hashing.video.VpdqMatcher;
import eu.gardefou.hashing.video.VpdqThresholds;
import eu.gardefou.video.VideoOutcome.Hashed;
import eu.gardefou.video.VideoOutcome.Reason;
import eu.gardefou.video.VideoOutcome.Refused;
import eu.gardefou.video.VideoOutcome.Unhashable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Videos in, fingerprints out. */
class VideosTest {
  private final Videos videos = Films.videos(Films.LIMITS);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "film.mp4, libopenh264, aac",
    "film.mov, mpeg4, pcm_s16le",
    "film.mp4, libsvtav1, libmp3lame",
    "film.webm, libvpx, libopus",
    "film.webm, libvpx-vp9, libopus",
    "film.mkv, mpeg2video, flac",
    "film.avi, mjpeg, libmp3lame",
    "film.ts, mpeg2video, mp2",
    "film.flv, flv, aac",
    "film.ogg, libvpx, libopus"
  })
  void everyContainerIsReadAFrameASecondWhateverItsSound(String name, String codec, String sound)
      throws Exception {
    Path film =
        Films.pattern(
            folder.resolve(name),
            4,
            List.of("-f", "lavfi", "-i", "sine=d=4:r=48000", "-c:v", codec, "-c:a", sound));

    Hashed hashed = hashed(film);

    // An AVI may begin with a picture that is shown for two, so that the sound can catch up.
    assertThat(hashed.vpdq().frames())
        .extracting(VpdqFrame::millis)
        .satisfiesExactly(
            first -> assertThat(first).isZero(),
            second -> assertThat(second).isCloseTo(1_000L, within(40L)),
            third -> assertThat(third).isCloseTo(2_000L, within(40L)),
            fourth -> assertThat(fourth).isCloseTo(3_000L, within(40L)));
    assertThat(hashed.duration()).isBetween(Duration.ofSeconds(4), Duration.ofMillis(4_100));
  }

  @Test
  void aCodecThatNobodySendsIsNotOpened() throws Exception {
    Path film = Films.pattern(folder.resolve("film.mkv"), 1, "-c:v", "ffv1");
    assertThat(refused(videos.fingerprint(film)).reason()).isEqualTo(Reason.NOT_A_VIDEO);
  }

  @Test
  void theSameScenesMatchInAnotherContainerCodecAndSize() throws Exception {
    VpdqFingerprint first = hashed(Films.scenes(folder.resolve("a.mp4"), 1, 2, 3, 4)).vpdq();
    VpdqFingerprint second = hashed(Films.scenes(folder.resolve("b.webm"), 1, 2, 3, 4)).vpdq();
    VpdqFingerprint part = hashed(Films.scenes(folder.resolve("c.avi"), 3, 2)).vpdq();
    VpdqFingerprint other = hashed(Films.scenes(folder.resolve("d.mp4"), 5, 6, 7)).vpdq();

    assertThat(compare(first, second)).isEqualTo(new Shares(4, 4, 4, 4));
    assertThat(compare(part, first)).isEqualTo(new Shares(2, 2, 2, 4));
    assertThat(compare(part, first).isMatch(VpdqThresholds.UPSTREAM)).isTrue();
    assertThat(compare(other, first)).isEqualTo(new Shares(0, 3, 0, 4));
  }

  @Test
  void aScaledFilmMatches() throws Exception {
    Path small = Films.pattern(folder.resolve("small.mp4"), 2, "-c:v", "mpeg4");
    Path large =
        Films.pattern(folder.resolve("large.mp4"), 2, "-c:v", "mpeg4", "-vf", "scale=1280:720");
    assertThat(compare(hashed(small).vpdq(), hashed(large).vpdq()))
        .isEqualTo(new Shares(2, 2, 2, 2));
  }

  @Test
  void onlyEnormousFramesAreScaledDown() throws Exception {
    FrameRate rate = new FrameRate(25, 1);
    VideoStream cinema = new VideoStream(8_192, 4_320, rate, null);
    VideoStream usual = new VideoStream(1_920, 1_080, rate, null);
    assertThat(cinema.hashedWidth()).isEqualTo(4_096);
    assertThat(cinema.hashedHeight()).isEqualTo(4_096);
    assertThat(usual.hashedWidth()).isEqualTo(1_920);
    assertThat(usual.hashedHeight()).isEqualTo(1_080);
    Path wide =
        Films.pattern(folder.resolve("wide.avi"), 2, "-c:v", "mjpeg", "-vf", "scale=5000:128");
    assertThat(hashed(wide).vpdq().frames()).hasSize(2);
  }

  @Test
  void exactHashesAreOfTheBytes() throws Exception {
    Path film = Films.pattern(folder.resolve("film.mp4"), 1);
    ExactHashes exact = hashed(film).exact();

    byte[] bytes = Files.readAllBytes(film);
    assertThat(exact)
        .isEqualTo(new ExactHashes(hex("MD5", bytes), hex("SHA-1", bytes), hex("SHA-256", bytes)));
  }

  @Test
  void anUploadIsReadLikeAFileAndNothingOfItStays() throws Exception {
    Path film = Films.pattern(folder.resolve("film.mp4"), 2);
    try (InputStream content = Files.newInputStream(film)) {
      assertThat(videos.fingerprint(content)).isEqualTo(videos.fingerprint(film));
    }
    try (InputStream content = InputStream.nullInputStream()) {
      assertThat(refused(videos.fingerprint(content)).reason()).isEqualTo(Reason.NOT_A_VIDEO);
    }
    assertThat(leftOver()).isEmpty();
  }

  @Test
  void anUploadIsReadToTheLimitOnly() throws Exception {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 7;
          }
        };
    VideoLimits limits = new VideoLimits(1 << 20, 1 << 20, 9, Duration.ofMinutes(1), 2L << 30);

    Refused refused = refused(Films.videos(limits).fingerprint(endless));

    assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_BYTES);
    assertThat(refused.exact()).isNull();
    assertThat(refused.sentence()).contains("1,048,576");
  }

  @Test
  void aBlackVideoIsUnhashableAndNotUnlikeEverything() throws Exception {
    Path black =
        Films.pattern(
            folder.resolve("black.mp4"), 3, "-c:v", "mpeg4", "-vf", "lutyuv=y=16:u=128:v=128");

    VideoOutcome outcome = videos.fingerprint(black);

    assertThat(outcome).isInstanceOf(Unhashable.class);
    assertThat(((Unhashable) outcome).vpdq().frames()).hasSize(3);
    assertThat(((Unhashable) outcome).sentence()).endsWith(".");
  }

  @Test
  void aClaimOfManyFramesASecondDoesNotHideThem() {
    assertThat(new FrameRate(30, 1).step()).isEqualTo(30);
    assertThat(new FrameRate(30_000, 1_001).step()).isEqualTo(29);
    assertThat(new FrameRate(1, 10).step()).isEqualTo(1);
    assertThat(new FrameRate(60, 1).step()).isEqualTo(60);
    assertThat(new FrameRate(120, 1).step()).isEqualTo(60);
    assertThat(new FrameRate(999_999_999, 1).step()).isBetween(59, 60);
  }

  @Test
  void theOperatorsLimitsHold() throws Exception {
    Path film = Films.pattern(folder.resolve("film.mp4"), 4);

    assertThat(refused(Films.videosOf("gardefou.video.bytes", "1000").fingerprint(film)).reason())
        .isEqualTo(Reason.TOO_MANY_BYTES);
    assertThat(refused(Films.videosOf("gardefou.video.pixels", "1000").fingerprint(film)).reason())
        .isEqualTo(Reason.TOO_MANY_PIXELS);
    assertThat(refused(Films.videosOf("gardefou.video.frames", "2").fingerprint(film)).reason())
        .isEqualTo(Reason.TOO_LONG);
    for (String time : List.of("2m", "PT2M")) {
      assertThat(Films.videosOf("gardefou.video.time", time).fingerprint(film))
          .isInstanceOf(Hashed.class);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Films.videosOf("gardefou.video.time", "soon"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Films.videosOf("gardefou.video.frames", "0"))
        .withMessageContaining("limits on videos");
  }

  private Hashed hashed(Path film) throws IOException {
    VideoOutcome outcome = videos.fingerprint(film);
    assertThat(outcome).isInstanceOf(Hashed.class);
    return (Hashed) outcome;
  }

  private static Refused refused(VideoOutcome outcome) {
    assertThat(outcome).isInstanceOf(Refused.class);
    return (Refused) outcome;
  }

  private static VpdqComparison compare(VpdqFingerprint query, VpdqFingerprint compared) {
    return VpdqMatcher.UPSTREAM.compare(query, compared);
  }

  private static String hex(String algorithm, byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
  }

  private static List<String> leftOver() throws IOException {
    try (Stream<Path> files = Files.walk(Films.data().resolve("videos"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("lock"))
          .map(Path::toString)
          .toList();
    }
  }
}
