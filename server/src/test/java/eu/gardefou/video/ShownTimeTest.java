package eu.gardefou.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.video.VpdqFrame;
import eu.gardefou.video.VideoOutcome.Hashed;
import eu.gardefou.video.VideoOutcome.Reason;
import eu.gardefou.video.VideoOutcome.Refused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a file claims, no picture is shown for long that was not hashed. */
class ShownTimeTest {
  /** What stays the same of a picture that was stored. */
  private static final int NEAR = 31;

  private final Videos videos = Films.videos(Films.LIMITS);

  @TempDir Path folder;

  /** As upstream: every n-th, n being the whole frames of a second. */
  @ParameterizedTest
  @CsvSource({
    "film.mp4, 30000/1001, 29",
    "film.mkv, 30000/1001, 29",
    "film.ts, 24000/1001, 23",
    "film.mp4, 60, 60",
    "film.avi, 12, 12",
    "film.mkv, 1.5, 1",
    "film.mp4, 1, 1",
    "film.mp4, 1/5, 1",
  })
  void aSteadyFilmHasUpstreamsFramesAndNoOther(String name, String rate, int step)
      throws Exception {
    String codec = name.endsWith("ts") ? "mpeg2video" : "mpeg4";
    Path film = Films.pattern(folder.resolve(name), 21, "-vf", "fps=" + rate, "-c:v", codec);
    String[] parts = (rate + "/1").split("/", -1);
    double second = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    int frames = (int) Math.ceil(Math.round(21 * second) / (double) step);

    List<Long> times = times(hashed(film).vpdq().frames());

    assertThat(times).hasSize(frames);
    for (int i = 0; i < frames; i++) {
      assertThat(times.get(i)).isCloseTo((long) (i * step * 1_000 / second), within(1L));
    }
  }

  /** Two pictures at once, and then one for twenty seconds: by its count it is left out. */
  @Test
  void aPictureThatIsShownForLongIsHashed() throws Exception {
    Path film =
        Films.stamped(
            folder.resolve("held.mkv"),
            16,
            "ts=if(lt(N,2),PTS,PTS+20/TB)",
            List.of("-c:v", "mpeg4"));

    Hashed hashed = hashed(film);

    assertThat(times(hashed.vpdq().frames())).containsExactly(0L, 100L, 21_000L);
    assertThat(hashed.vpdq().frames()).satisfiesExactly(is(0), is(1), is(10));
  }

  /** By its count each second picture is left out, and each stretch ends in one that flashes up. */
  @ParameterizedTest
  @CsvSource({"1090", "1000", "560"})
  void aFlashDoesNotStandForThePictureBeforeIt(int millis) throws Exception {
    Path film =
        Films.stamped(
            folder.resolve("flashes.mkv"),
            16,
            "ts=floor(N/2)*" + (millis + 20) + "+mod(N,2)*20",
            List.of("-c:v", "mpeg4", "-enc_time_base", "1:1000"));

    Hashed hashed = hashed(film);

    // How long the last one is shown, the file does not say.
    for (int picture = 1; picture < 15; picture += 2) {
      int each = picture;
      assertThat(hashed.vpdq().frames())
          .as("%s", picture)
          .anySatisfy(frame -> is(each).accept(frame));
    }
  }

  /** As a film's end says that it is: what comes after it is the player's. */
  @Test
  void theLastPictureIsHashedWhenItIsShownForLong() throws Exception {
    Path film =
        Films.stamped(
            folder.resolve("end.mkv"),
            3,
            "duration=if(eq(N,2),10/TB,DURATION)",
            List.of("-c:v", "mpeg4"));

    Hashed hashed = hashed(film);

    assertThat(hashed.vpdq().frames()).satisfiesExactly(is(0), is(2));
    assertThat(hashed.duration()).isEqualTo(Duration.ofMillis(10_200));
  }

  /**
   * All claim ten frames a second and show one every twelve, which FFmpeg takes for a mistake of
   * some; and live ones do not say how long they are.
   */
  @ParameterizedTest
  @CsvSource({
    "film.mkv, mpeg4, 0",
    "film.mkv, mpeg4, 1",
    "film.ogg, libvpx, 0",
    "film.ts, mpeg2video, 0",
    "film.flv, flv, 0",
    "film.avi, mpeg4, 0"
  })
  void aClaimOfMoreFramesThanThereAreHidesNone(String name, String codec, String live)
      throws Exception {
    List<String> options = new ArrayList<>(List.of("-c:v", codec));
    if (name.endsWith("mkv")) {
      options.addAll(List.of("-live", live));
    }
    Path film = Films.stamped(folder.resolve(name), 8, "ts=PTS*120", options);

    List<VpdqFrame> frames = hashed(film).vpdq().frames();

    // How long the last one is shown, not all of them say.
    for (int picture = 0; picture < 7; picture++) {
      int each = picture;
      assertThat(frames).as("%s", picture).anySatisfy(frame -> is(each).accept(frame));
    }
    for (long shown = 24_000; shown <= 72_000; shown += 12_000) {
      long each = shown;
      assertThat(times(frames)).anySatisfy(time -> assertThat(time).isCloseTo(each, within(100L)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "film.mkv, 'ts=if(lt(N,5),PTS,PTS+200000/TB)'",
    "film.mkv, 'ts=if(lt(N,5),PTS,PTS+9000000000/TB)'",
    "film.mkv, 'ts=PTS*200000'"
  })
  void timesBeyondAnyFilmAreRefused(String name, String stamps) throws Exception {
    Path film =
        Films.stamped(folder.resolve(name), 10, stamps, List.of("-c:v", "mpeg4", "-live", "1"));
    VideoOutcome outcome = videos.fingerprint(film);
    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(((Refused) outcome).reason()).isEqualTo(Reason.TOO_LONG);
  }

  /** Each second picture lies three seconds ahead of its neighbours. */
  @Test
  void timesThatJumpBackCountAsTimeOnwards() throws Exception {
    Path film =
        Films.stamped(
            folder.resolve("zigzag.mkv"),
            12,
            "pts=if(mod(N,2),PTS+3/TB,PTS)",
            List.of("-c:v", "mpeg4"));

    Hashed hashed = hashed(film);

    List<VpdqFrame> frames = hashed.vpdq().frames();
    assertThat(frames).hasSize(11);
    for (int picture = 0; picture < frames.size(); picture++) {
      is(picture).accept(frames.get(picture));
    }
    assertThat(times(hashed.vpdq().frames())).isSorted().contains(0L, 3_100L, 6_000L, 9_100L);
  }

  @Test
  void picturesThatAllClaimTheSameMomentAreCounted() throws Exception {
    Path film = Films.stamped(folder.resolve("zero.mkv"), 40, "ts=0", List.of("-c:v", "mpeg4"));
    assertThat(hashed(film).vpdq().frames()).satisfiesExactly(is(0), is(10), is(20), is(30));
  }

  /** FFmpeg would begin anew at every change of size, and count from nought. */
  @Test
  void aChangeOfSizeHidesNothing() throws Exception {
    Path small = Films.stamped(folder.resolve("small.mkv"), 2, "ts=PTS", List.of("-c:v", "mjpeg"));
    Path large =
        Films.stamped(
            folder.resolve("large.mkv"), 2, "ts=PTS", List.of("-c:v", "mjpeg", "-s", "320x320"));
    Path film =
        Films.joined(
            folder.resolve("both.mkv"), List.of(small, large, small), "ts=PTS+gte(N,4)*3/TB");

    assertThat(hashed(film).vpdq().frames()).satisfiesExactly(is(0), is(1));
  }

  private static ThrowingConsumer<VpdqFrame> is(int picture) {
    PdqHash stored = Films.hash(picture);
    return frame -> assertThat(frame.hash().distance(stored)).isLessThanOrEqualTo(NEAR);
  }

  private Hashed hashed(Path film) throws Exception {
    VideoOutcome outcome = videos.fingerprint(film);
    assertThat(outcome).isInstanceOf(Hashed.class);
    return (Hashed) outcome;
  }

  private static List<Long> times(List<VpdqFrame> frames) {
    return frames.stream().map(VpdqFrame::millis).toList();
  }
}
