package eu.gardefou.video;

import eu.gardefou.video.VideoOutcome.Hashed;
import eu.gardefou.video.VideoOutcome.Unhashable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/**
 * Fingerprints of videos from strangers: MP4 and QuickTime, Matroska and WebM, AVI, MPEG transport
 * stream, Flash Video and Ogg, told by their content.
 *
 * <p>FFmpeg does the decoding, in a child process under limits that can reach no file but the video
 * and no network; a decoder that is led astray there leads nobody else astray. Frames arrive over a
 * pipe and are hashed one by one. Only the first video stream is looked at, as upstream does: a
 * player that shows another one shows what was not hashed. Safe for many threads.
 */
public final class Videos implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String ALONE = "alone";

  private final VideoLimits limits;
  private final Turns.Task<Ffmpeg> source;
  private final Turns turns;
  private final VideoFolder folder;
  private volatile @Nullable Ffmpeg found;

  Videos(VideoLimits limits, Turns.Task<Ffmpeg> source, Turns turns, VideoFolder folder) {
    this.limits = limits;
    this.folder = folder;
    this.source = source;
    this.turns = turns;
  }

  /**
   * As the operator sets it up: {@code gardefou.video.ffmpeg}, or else FFmpeg from the class path,
   * unpacked into {@code gardefou.data} when it is first needed. Two turns at least, so that one is
   * left for others.
   */
  public static Videos of(Environment environment) {
    VideoLimits usual = VideoLimits.DEFAULT;
    VideoLimits limits =
        new VideoLimits(
            environment.getProperty("gardefou.video.bytes", Long.class, usual.bytes()),
            environment.getProperty("gardefou.video.pixels", Long.class, usual.pixels()),
            environment.getProperty("gardefou.video.frames", Integer.class, usual.frames()),
            duration(environment, "gardefou.video.time", usual.time()),
            environment.getProperty("gardefou.video.memory", Long.class, usual.memory()));
    int turns =
        environment.getProperty(
            "gardefou.video.turns",
            Integer.class,
            Math.max(2, Runtime.getRuntime().availableProcessors() / 2));
    Duration wait = duration(environment, "gardefou.video.wait", PATIENCE);
    return new Videos(
        limits,
        turn -> ffmpeg(environment, turn),
        new Turns(limits, turns, wait),
        folder(environment));
  }

  static VideoFolder folder(Environment environment) {
    long free = environment.getProperty("gardefou.video.free", Long.class, FreeSpace.USUAL);
    return new VideoFolder(
        Path.of(environment.getProperty("gardefou.data", "./data"), "videos"), FreeSpace.of(free));
  }

  /** Such as 5m or PT5M. The command line has no conversions that Spring Boot has. */
  private static Duration duration(Environment environment, String name, Duration usual) {
    String given = environment.getProperty(name);
    return given == null ? usual : DurationStyle.detectAndParse(given);
  }

  private static Ffmpeg ffmpeg(Environment environment, Turns.Turn turn)
      throws InterruptedException {
    String own = environment.getProperty("gardefou.video.ffmpeg", "");
    String data = environment.getProperty("gardefou.data", "./data");
    return own.isBlank()
        ? Ffmpeg.bundled(Path.of(data, "ffmpeg"), turn)
        : Ffmpeg.at(Path.of(own), turn);
  }

  /** Whether a file that begins so may be a video that is read here. */
  public static boolean mayBeVideo(byte[] beginning) {
    return Beginnings.ofVideo(beginning);
  }

  /** Room for a video that has to be on disk to be read. */
  public VideoPlace place() {
    return new VideoPlace(folder);
  }

  /** Reads a file where everything is asked by one and the same, as on the command line. */
  public VideoOutcome fingerprint(Path file) throws IOException {
    return fingerprint(file, ALONE);
  }

  /**
   * Reads a file.
   *
   * @param file not to be changed meanwhile
   * @param holder who asks, such as a caller's pseudonym: one gets half of the turns at most
   * @throws IOException when the file itself cannot be read
   */
  public VideoOutcome fingerprint(Path file, String holder) throws IOException {
    ExactHashes exact;
    try (InputStream content = Files.newInputStream(file)) {
      exact = ExactHashes.of(content, OutputStream.nullOutputStream(), limits.bytes());
    } catch (Refusal refusal) {
      return refusal.outcome(null);
    }
    return decoded(file, exact, holder);
  }

  /** Reads an upload where everything is asked by one and the same. */
  public VideoOutcome fingerprint(InputStream content) throws IOException {
    return fingerprint(content, ALONE);
  }

  /**
   * Reads an upload: kept meanwhile in a file that only this user may read, and removed after.
   *
   * @param content read to its end, or to the limit
   * @param holder who asks
   * @throws IOException when it cannot be read
   * @throws java.io.UncheckedIOException when it cannot be kept
   */
  public VideoOutcome fingerprint(InputStream content, String holder) throws IOException {
    try (VideoPlace place = place()) {
      ExactHashes exact;
      try (OutputStream copy = place.open(limits.bytes())) {
        exact = ExactHashes.of(content, copy, limits.bytes());
      }
      return decoded(place.file(), exact, holder);
    } catch (Refusal refusal) {
      return refusal.outcome(null);
    }
  }

  private VideoOutcome decoded(Path file, ExactHashes exact, String holder) {
    try {
      Frames.Read read = turns.run(holder, turn -> frames(file, turn));
      return read.vpdq().isUsable()
          ? new Hashed(read.vpdq(), exact, read.duration())
          : new Unhashable(read.vpdq(), exact, read.duration());
    } catch (Refusal refusal) {
      return refusal.outcome(exact);
    }
  }

  private Frames.Read frames(Path file, Turns.Turn turn) throws IOException, InterruptedException {
    Ffmpeg ffmpeg = ffmpeg(turn);
    VideoStream stream = Probe.of(file, ffmpeg.ffprobe(), turn);
    stream.check(limits);
    return new Frames(stream, turn).read(file, ffmpeg.ffmpeg());
  }

  /** Removes the folder in which uploads were kept. */
  @Override
  public void close() throws IOException {
    folder.close();
  }

  /** Found when first needed; looked for again until it is there. */
  private Ffmpeg ffmpeg(Turns.Turn turn) throws IOException, InterruptedException {
    Ffmpeg known = found;
    if (known == null) {
      known = source.run(turn);
      found = known;
    }
    return known;
  }
}
