package eu.gardefou.video;

import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHasher;
import eu.gardefou.hashing.video.VpdqFingerprint;
import eu.gardefou.hashing.video.VpdqFrame;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hashes frames as FFmpeg decodes them, one at a time. As upstream: every n-th frame, as stored, of
 * the first video stream, whatever rotation the file asks for.
 */
final class Frames {
  private static final int BYTES_A_PIXEL = 3;
  private static final Pattern SHOWN_UNTIL = Pattern.compile("out_time_us=([0-9]{1,15})");

  private final VideoStream stream;
  private final Turns.Turn turn;

  Frames(VideoStream stream, Turns.Turn turn) {
    this.stream = stream;
    this.turn = turn;
  }

  /**
   * What came of it.
   *
   * @param vpdq at least one frame
   * @param duration up to the end of the last frame that was hashed
   */
  record Read(VpdqFingerprint vpdq, Duration duration) {}

  /** Reads them all. */
  Read read(Path file, Program ffmpeg) throws IOException, InterruptedException {
    try (Child child = turn.start(ffmpeg, arguments(), file)) {
      List<VpdqFrame> frames = hashed(child.out());
      if (child.exit() != 0) {
        throw Refusal.damaged("not all of it can be decoded");
      }
      if (frames.isEmpty()) {
        throw Refusal.damaged("it has no frames");
      }
      Duration end = end(child.words(), frames.size());
      if (stream.endsTooEarly(end)) {
        throw Refusal.damaged("it ends too early");
      }
      return new Read(new VpdqFingerprint(frames), end);
    }
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("-v", "quiet", "-nostdin"));
    // What is corrupt is refused: players go on, each in its own way. Upstream gives up, too.
    arguments.addAll(List.of("-xerror", "-an", "-sn", "-dn", "-noautorotate"));
    // The size that the file states was checked; that of a later frame may be another.
    arguments.addAll(List.of("-max_pixels", Long.toString(turn.limits().pixels())));
    arguments.addAll(Untrusted.input(turn.limits()));
    String filter =
        "select=not(mod(n\\,"
            + stream.rate().step()
            + ")),scale="
            + (stream.hashedWidth() + ":" + stream.hashedHeight())
            + ":flags=area";
    arguments.addAll(List.of("-map", "0:V:0", "-filter_threads", "1", "-vf", filter));
    arguments.addAll(List.of("-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24"));
    arguments.addAll(List.of("-progress", "pipe:2", "pipe:1"));
    return arguments;
  }

  private List<VpdqFrame> hashed(InputStream pixels) throws IOException {
    int width = stream.hashedWidth();
    int height = stream.hashedHeight();
    byte[] bytes = new byte[width * height * BYTES_A_PIXEL];
    List<VpdqFrame> frames = new ArrayList<>();
    for (int read = pixels.readNBytes(bytes, 0, bytes.length);
        read > 0;
        read = pixels.readNBytes(bytes, 0, bytes.length)) {
      if (read < bytes.length) {
        throw Refusal.damaged("it ends within a frame");
      }
      if (frames.size() == turn.limits().frames()) {
        throw Refusal.tooLong(turn.limits().frames());
      }
      PdqFingerprint pdq = PdqHasher.hashRgb24(bytes, width, height);
      frames.add(new VpdqFrame(pdq.hash(), pdq.quality(), millis(frames.size())));
    }
    return frames;
  }

  private long millis(int hashed) {
    return stream.rate().millis((long) hashed * stream.rate().step());
  }

  /** FFmpeg's own account, which knows of frames that are shown longer than others. */
  private Duration end(String words, int hashed) {
    Duration end = Duration.ofMillis(millis(hashed));
    Matcher times = SHOWN_UNTIL.matcher(words);
    while (times.find()) {
      Duration shown = Duration.ofNanos(Long.parseLong(times.group(1)) * 1_000);
      end = shown.plusMillis(millis(1));
    }
    return end;
  }
}
