package eu.gardefou.video;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.hashing.video.VpdqFingerprint;
import eu.gardefou.hashing.video.VpdqFrame;
import eu.gardefou.video.VideoOutcome.Hashed;
import eu.gardefou.video.VideoOutcome.Reason;
import eu.gardefou.video.VideoOutcome.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that mean harm, or are broken: each ends in a sentence. */
class HostileVideosTest {
  private final Videos videos = Films.videos(Films.LIMITS);

  @TempDir Path folder;

  /** Each names a video that can be read: whoever follows it has one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile:FILM\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile file:FILM\n",
        "ffconcat version 1.0\nfile FILM\n",
        "<?xml version='1.0'?><MPD xmlns='urn:mpeg:dash:schema:mpd:2011' type='static'"
            + " mediaPresentationDuration='PT2S'><Period><AdaptationSet><Representation id='a'"
            + " mimeType='video/mp4'><BaseURL>file:FILM</BaseURL></Representation></AdaptationSet>"
            + "</Period></MPD>",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 9 RTP/AVP 96\n",
        "[playlist]\nFile1=FILM\n",
        "P6 4 4 255 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      })
  void whatNamesOtherFilesIsNoVideo(String text) throws Exception {
    Path film = Films.pattern(folder.resolve("film.ts"), 2, "-c:v", "mpeg2video");
    Path file = folder.resolve("clip.mp4");
    Files.writeString(file, text.replace("FILM", film.toString()));

    Refused refused = refused(videos, file);

    assertThat(refused.reason()).isEqualTo(Reason.NOT_A_VIDEO);
    assertThat(refused.exact()).isNotNull();
  }

  /** Codecs that are read, in containers that are not. */
  @ParameterizedTest
  @CsvSource({
    "film.mjpeg, mjpeg",
    "film.m2v, mpeg2video",
    "film.ivf, libvpx",
    "film.y4m, rawvideo"
  })
  void otherContainersAreNotOpened(String name, String codec) throws Exception {
    Path film = Films.pattern(folder.resolve(name), 1, "-c:v", codec);
    assertThat(refused(videos, film).reason()).isEqualTo(Reason.NOT_A_VIDEO);
  }

  /** The same film is read when it is handed over, and not when it is named. */
  @Test
  void noFileCanBeOpenedByItsName() throws Exception {
    Path film = Films.pattern(folder.resolve("film.mp4"), 1);
    assertThat(probed(film, "fd:")).isZero();
    assertThat(probed(film, "file:" + film)).isNotZero();
    assertThat(probed(film, film.toString())).isNotZero();
  }

  private static int probed(Path film, String name) {
    List<String> arguments = new ArrayList<>(List.of("-v", "quiet", "-show_format"));
    arguments.addAll(Untrusted.input(Films.LIMITS));
    arguments.set(arguments.size() - 1, name);
    return new Turns(Films.LIMITS, 1, Duration.ofMinutes(1))
        .<Integer>run(
            "test",
            turn -> {
              Ffmpeg ffmpeg = Ffmpeg.bundled(Films.data().resolve("ffmpeg"), turn);
              try (Child child = turn.start(ffmpeg.ffprobe(), arguments, film)) {
                var _ = child.out().readAllBytes();
                return child.exit();
              }
            });
  }

  @ParameterizedTest
  @CsvSource({
    "film.mp4, mpeg4, +faststart",
    "film.mov, mpeg4, 0",
    "film.webm, libvpx, 0",
    "film.mkv, mpeg4, 0",
    "film.avi, mpeg4, 0",
    "film.flv, flv, 0",
    "film.ts, mpeg2video, 0"
  })
  void whatIsCutShortIsRefused(String name, String codec, String flags) throws Exception {
    Path whole = Films.pattern(folder.resolve(name), 20, "-c:v", codec, "-movflags", flags);
    assertThat(videos.fingerprint(whole)).isInstanceOf(Hashed.class);

    assertThat(refused(videos, Films.cut(whole, 0.5)).reason())
        .isIn(Reason.DAMAGED, Reason.NOT_A_VIDEO);
  }

  /** Made for broadcasting: a part of one is one, and whoever plays it sees as much. */
  @Test
  void aPartOfAnOggStreamIsAShorterOne() throws Exception {
    Path whole = Films.pattern(folder.resolve("film.ogg"), 20, "-c:v", "libvpx");
    VpdqFingerprint all = ((Hashed) videos.fingerprint(whole)).vpdq();
    VpdqFingerprint part = ((Hashed) videos.fingerprint(Films.cut(whole, 0.5))).vpdq();
    assertThat(part.frames()).hasSizeBetween(5, 15);
    assertThat(all.frames()).startsWith(part.frames().toArray(VpdqFrame[]::new));
  }

  @Test
  void randomBytesAreNoVideoWhateverTheyBeginWith() throws Exception {
    Random random = new Random(11);
    List<String> beginnings =
        List.of("", "\0\0\0\u0018ftypisom", "RIFF\0\0\0\u0010AVI ", "FLV\u0001", "OggS\0", "G");
    for (String beginning : beginnings) {
      byte[] bytes = new byte[100_000];
      random.nextBytes(bytes);
      byte[] start = beginning.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(start, 0, bytes, 0, start.length);
      Path file = Files.write(folder.resolve("random.mp4"), bytes);
      assertThat(refused(videos, file).sentence()).as(beginning).endsWith(".");
    }
    assertThat(refused(videos, Files.createFile(folder.resolve("empty"))).reason())
        .isEqualTo(Reason.NOT_A_VIDEO);
  }

  /** Bytes changed at random: any of the three outcomes, within the limits, and never more. */
  @Test
  void damagedFilesGiveAnOutcome() throws Exception {
    Random random = new Random(12);
    for (String name : List.of("film.mp4", "film.webm", "film.avi", "film.ts")) {
      byte[] whole = Files.readAllBytes(Films.pattern(folder.resolve(name), 1));
      for (int round = 0; round < 8; round++) {
        byte[] bytes = whole.clone();
        for (int i = 0; i < 1 << round; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        Path file = Files.write(folder.resolve("damaged"), bytes);
        assertThat(videos.fingerprint(file)).isNotNull();
      }
    }
  }

  @Test
  void framesThatAreTooLargeAreRefusedBeforeTheyAreDecoded() throws Exception {
    Path large = Films.pattern(folder.resolve("large.avi"), 1, "-s", "1280x1280", "-c:v", "mjpeg");
    assertThat(refused(videos, large).reason()).isEqualTo(Reason.TOO_MANY_PIXELS);
  }

  @Test
  void aHeaderThatClaimsEnormousFramesIsRefused() throws Exception {
    byte[] bytes =
        Files.readAllBytes(Films.pattern(folder.resolve("film.avi"), 1, "-c:v", "mjpeg"));
    for (int i = 0; i + 9 < bytes.length; i++) {
      // The start of a JPEG's frame, its length, 8 bits a sample; then height and width.
      if (bytes[i] == (byte) 0xff && bytes[i + 1] == (byte) 0xc0 && bytes[i + 4] == 8) {
        Arrays.fill(bytes, i + 5, i + 9, (byte) 0xfd);
      }
    }
    Path file = Files.write(folder.resolve("huge.avi"), bytes);
    assertThat(refused(videos, file).reason()).isIn(Reason.TOO_MANY_PIXELS, Reason.DAMAGED);
  }

  @Test
  void framesThatGrowOnTheWayAreRefused() throws Exception {
    Path small = Films.pattern(folder.resolve("small.ts"), 2, "-c:v", "mpeg2video");
    Path large =
        Films.pattern(folder.resolve("large.ts"), 2, "-s", "2048x2048", "-c:v", "mpeg2video");
    Path file = Films.joined(folder.resolve("grows.ts"), small, large);

    assertThat(refused(videos, file).reason()).isEqualTo(Reason.DAMAGED);
    VideoLimits larger = new VideoLimits(16L << 20, 8 << 20, 100, Duration.ofMinutes(2), 2L << 30);
    assertThat(Films.videos(larger).fingerprint(file)).isInstanceOf(Hashed.class);
  }

  @Test
  void aStreamThatDoesNotSayHowLongItIsEndsAtTheLimit() throws Exception {
    Path film = Films.pattern(folder.resolve("live.mkv"), 12, "-c:v", "mpeg4", "-live", "1");
    VideoLimits limits = new VideoLimits(16L << 20, 1 << 20, 5, Duration.ofMinutes(2), 2L << 30);

    assertThat(videos.fingerprint(film)).isInstanceOf(Hashed.class);
    Refused refused = refused(Films.videos(limits), film);

    assertThat(refused.reason()).isEqualTo(Reason.TOO_LONG);
    assertThat(refused.sentence()).contains("at most 5 frames");
  }

  @Test
  void soundAloneAndCoverPicturesAreNoVideo() throws Exception {
    Path sound = folder.resolve("sound.mp4");
    Films.pattern(sound, 1, "-f", "lavfi", "-i", "sine=d=1", "-map", "1:a", "-c:a", "aac");
    assertThat(refused(videos, sound).reason()).isEqualTo(Reason.NOT_A_VIDEO);
  }

  private static Refused refused(Videos videos, Path file) throws IOException {
    VideoOutcome outcome = videos.fingerprint(file);
    assertThat(outcome).isInstanceOf(Refused.class);
    return (Refused) outcome;
  }
}
