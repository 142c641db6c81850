package eu.gardefou.video;

import eu.gardefou.programs.BundledPrograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * FFmpeg's two programs, tried once: they start, and can read from what they are handed.
 *
 * @param ffmpeg decodes
 * @param ffprobe tells what is in a file
 */
record Ffmpeg(Program ffmpeg, Program ffprobe) {
  static final BundledPrograms BUNDLED =
      new BundledPrograms("8.0.1-1.5.13", List.of("ffmpeg"), Set.of("ffmpeg", "ffprobe"));

  private static final int MOST_WORDS = 1 << 16;

  /**
   * The operator's own, such as {@code /usr/bin/ffmpeg} with {@code ffprobe} beside it.
   *
   * @throws Refusal when it does not work
   */
  static Ffmpeg at(Path ffmpeg, Turns.Turn turn) throws InterruptedException {
    Path file = ffmpeg.toAbsolutePath().normalize();
    return new Ffmpeg(new Program(file, null), new Program(file.resolveSibling("ffprobe"), null))
        .tried(turn, "Set gardefou.video.ffmpeg to an FFmpeg 6 or newer.");
  }

  /**
   * The one that is unpacked from the class path.
   *
   * @param folder of its own, made when missing
   * @throws Refusal when there is none for this machine, or it does not work
   */
  static Ffmpeg bundled(Path folder, Turns.Turn turn) throws InterruptedException {
    String otherwise = "Install FFmpeg 6 or newer and set gardefou.video.ffmpeg to its program.";
    try {
      Path home = BUNDLED.unpackInto(folder);
      return new Ffmpeg(
              new Program(home.resolve("ffmpeg"), home), new Program(home.resolve("ffprobe"), home))
          .tried(turn, otherwise);
    } catch (IOException e) {
      throw Refusal.noFfmpeg(
          "The built-in FFmpeg cannot be used here (" + e.getMessage() + "). " + otherwise);
    }
  }

  private Ffmpeg tried(Turns.Turn turn, String otherwise) throws InterruptedException {
    for (Program program : List.of(ffmpeg, ffprobe)) {
      if (!works(program, turn)) {
        throw Refusal.noFfmpeg(
            "Videos cannot be read: "
                + program.path()
                + " does not run or is too old. "
                + otherwise);
      }
    }
    return this;
  }

  /** Of all protocols, {@code fd} is the youngest that we need. */
  private static boolean works(Program program, Turns.Turn turn) throws InterruptedException {
    try (Child child =
        turn.start(program, List.of("-v", "quiet", "-protocols"), Path.of("/dev/null"))) {
      byte[] words = child.out().readNBytes(MOST_WORDS);
      return new String(words, StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .anyMatch("fd"::equals)
          && child.exit() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
