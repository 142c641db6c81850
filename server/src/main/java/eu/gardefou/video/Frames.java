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
import java.util.regex.Pattern;

/**
 * Hashes frames as FFmpeg decodes them, one at a time, and hears from it when each is shown. Frames
 * are those of the first video stream, as stored, whatever rotation the file asks for.
 */
final class Frames {
  private static final int BYTES_A_PIXEL = 3;
  private static final Pattern SHOWN = Pattern.compile("^shown=([0-9]{1,18})$", Pattern.MULTILINE);

  /** In seconds. FFmpeg would take longer jumps of the time stamps for mistakes, and hide them. */
  private static final String EVERY_JUMP = "9e12";

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
      List<PdqFingerprint> hashed = hashed(child.out());
      if (child.exit() != 0) {
        throw Refusal.damaged("not all of it can be decoded");
      }
      if (hashed.isEmpty()) {
        throw Refusal.damaged("it has no frames");
      }
      return read(hashed, shown(child.words()));
    }
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("-v", "quiet", "-nostdin"));
    // What is corrupt is refused: players go on, each in its own way. Upstream gives up, too.
    arguments.addAll(List.of("-xerror", "-an", "-sn", "-dn", "-noautorotate"));
    arguments.addAll(List.of("-dts_delta_threshold", EVERY_JUMP));
    arguments.addAll(List.of("-dts_error_threshold", EVERY_JUMP));
    // The size that the file states was checked; that of a later frame may be another. It is
    // scaled like the others, and the count of frames goes on.
    arguments.addAll(List.of("-max_pixels", Long.toString(turn.limits().pixels())));
    arguments.addAll(List.of("-reinit_filter", "0"));
    arguments.addAll(Untrusted.input(turn.limits()));
    String filter =
        Sampling.filter(stream.rate().step())
            + ",scale="
            + (stream.hashedWidth() + ":" + stream.hashedHeight())
            + ":flags=area";
    arguments.addAll(List.of("-map", "0:V:0", "-filter_threads", "1", "-vf", filter));
    arguments.addAll(List.of("-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24"));
    arguments.addAll(List.of("-enc_time_base", "1:1000000", "-stats_enc_post", "pipe:2"));
    arguments.addAll(List.of("-stats_enc_post_fmt", "shown={pts}", "pipe:1"));
    return arguments;
  }

  private List<PdqFingerprint> hashed(InputStream pixels) throws IOException {
    int width = stream.hashedWidth();
    int height = stream.hashedHeight();
    byte[] bytes = new byte[width * height * BYTES_A_PIXEL];
    List<PdqFingerprint> hashed = new ArrayList<>();
    for (int read = pixels.readNBytes(bytes, 0, bytes.length);
        read > 0;
        read = pixels.readNBytes(bytes, 0, bytes.length)) {
      if (read < bytes.length) {
        throw Refusal.damaged("it ends within a frame");
      }
      if (hashed.size() == turn.limits().frames()) {
        throw Refusal.tooLong(turn.limits().frames());
      }
      hashed.add(PdqHasher.hashRgb24(bytes, width, height));
    }
    return hashed;
  }

  /** A moment for every frame, as {@link Sampling} has it. */
  private static List<Long> shown(String words) {
    return SHOWN.matcher(words).results().map(time -> Long.valueOf(time.group(1))).toList();
  }

  private Read read(List<PdqFingerprint> hashed, List<Long> shown) {
    if (hashed.size() != shown.size()) {
      throw Refusal.damaged("not every frame says when it is shown");
    }
    List<VpdqFrame> frames = new ArrayList<>(hashed.size());
    for (int i = 0; i < hashed.size(); i++) {
      PdqFingerprint pdq = hashed.get(i);
      frames.add(new VpdqFrame(pdq.hash(), pdq.quality(), shown.get(i) / Sampling.SHOWN));
    }
    long last = shown.getLast();
    long millis = Math.max(last % Sampling.SHOWN * 100, stream.rate().millis(stream.rate().step()));
    Duration end = Duration.ofMillis(last / Sampling.SHOWN + millis);
    stream.checkEnd(end, turn.limits());
    return new Read(new VpdqFingerprint(frames), end);
  }
}
