package eu.gardefou.video;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.PdqHasher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.springframework.mock.env.MockEnvironment;

/** Small videos of drawings, made with the FFmpeg that is tested. */
public final class Films {
  private static final Path DATA = Path.of("target/films").toAbsolutePath();

  static final VideoLimits LIMITS =
      new VideoLimits(16L << 20, 1 << 20, 100, Duration.ofMinutes(2), 2L << 30);

  private static final List<String> TEN_A_SECOND =
      List.of("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", "160x160", "-r", "10", "-i", "pipe:0");

  private Films() {}

  /** Where FFmpeg is unpacked for all tests. */
  public static Path data() {
    return DATA;
  }

  /** With the built-in FFmpeg. */
  static Videos videos(VideoLimits limits) {
    return videos(limits, turn -> Ffmpeg.bundled(DATA.resolve("ffmpeg"), turn));
  }

  static Videos videos(VideoLimits limits, Turns.Task<Ffmpeg> source) {
    return new Videos(
        limits,
        source,
        new Turns(limits, 2, Duration.ofMinutes(2)),
        folder(DATA.resolve("videos")));
  }

  /** On a disk that may be filled. */
  static VideoFolder folder(Path path) {
    return new VideoFolder(path, FreeSpace.of(0));
  }

  /** As set up by properties, {@code name, value, name, value}. */
  static Videos videosOf(String... properties) {
    MockEnvironment environment =
        new MockEnvironment().withProperty("gardefou.data", DATA.toString());
    for (int i = 0; i < properties.length; i += 2) {
      environment.setProperty(properties[i], properties[i + 1]);
    }
    return Videos.of(environment);
  }

  /** A test pattern; the file's name says in which container. */
  public static Path pattern(Path file, int seconds, String... options)
      throws IOException, InterruptedException {
    return pattern(file, seconds, List.of(options));
  }

  static Path pattern(Path file, int seconds, List<String> options)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=s=320x240:r=25:d=" + seconds));
    arguments.addAll(options);
    return ffmpeg(new byte[0], arguments, file);
  }

  /** Scenes of coarse random squares, each a second of ten frames. */
  static Path scenes(Path file, long... seeds) throws IOException, InterruptedException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (long seed : seeds) {
      byte[] frame = squares(seed);
      for (int i = 0; i < 10; i++) {
        whole.write(frame);
      }
    }
    return ffmpeg(whole.toByteArray(), TEN_A_SECOND, file);
  }

  /**
   * Pictures of coarse random squares, the seed of each being its place, that are stored at ten a
   * second and stamped as somebody says.
   *
   * @param stamps what FFmpeg's setts does to packet N, such as {@code ts=2*PTS}
   */
  static Path stamped(Path file, int pictures, String stamps, List<String> options)
      throws IOException, InterruptedException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int picture = 0; picture < pictures; picture++) {
      whole.write(squares(picture));
    }
    List<String> arguments = new ArrayList<>(TEN_A_SECOND);
    arguments.addAll(restamped(stamps));
    arguments.addAll(options);
    return ffmpeg(whole.toByteArray(), arguments, file);
  }

  /** The hash of one of those pictures as it was before it was stored. */
  static PdqHash hash(int picture) {
    return PdqHasher.hashRgb24(squares(picture), 160, 160).hash();
  }

  private static List<String> restamped(String stamps) {
    return List.of("-bsf:v", "setts=" + stamps.replace(",", "\\,"));
  }

  /** One film after the other, in one stream. */
  static Path joined(Path file, Path... films) throws IOException, InterruptedException {
    return joined(file, List.of(films), "pts=PTS");
  }

  /** The same, stamped as somebody says. */
  static Path joined(Path file, List<Path> films, String stamps)
      throws IOException, InterruptedException {
    StringBuilder list = new StringBuilder();
    for (Path film : films) {
      list.append("file ").append(film).append('\n');
    }
    Path names = Files.writeString(file.resolveSibling("films.txt"), list);
    List<String> arguments = new ArrayList<>(List.of("-f", "concat", "-safe", "0"));
    arguments.addAll(List.of("-i", names.toString(), "-c", "copy"));
    arguments.addAll(restamped(stamps));
    return ffmpeg(new byte[0], arguments, file);
  }

  private static byte[] squares(long seed) {
    Random random = new Random(seed);
    int[] shades = random.ints(64, 0, 256).toArray();
    byte[] frame = new byte[160 * 160 * 3];
    for (int i = 0; i < 160 * 160; i++) {
      byte shade = (byte) shades[i / 160 / 20 * 8 + i % 160 / 20];
      frame[3 * i] = shade;
      frame[3 * i + 1] = shade;
      frame[3 * i + 2] = shade;
    }
    return frame;
  }

  private static Path ffmpeg(byte[] input, List<String> arguments, Path file)
      throws IOException, InterruptedException {
    Path home = Ffmpeg.BUNDLED.unpackInto(DATA.resolve("ffmpeg"));
    List<String> command = new ArrayList<>();
    command.addAll(List.of(home.resolve("ffmpeg").toString(), "-v", "error", "-y"));
    command.addAll(arguments);
    command.add(file.toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LD_LIBRARY_PATH", home.toString());
    Process process = builder.start();
    Thread feeder = Thread.ofVirtual().start(() -> feed(process.getOutputStream(), input));
    String words;
    try (InputStream said = process.getInputStream()) {
      words = new String(said.readAllBytes(), StandardCharsets.UTF_8);
    }
    feeder.join();
    if (process.waitFor() != 0) {
      throw new IOException(words);
    }
    return file;
  }

  private static void feed(OutputStream to, byte[] input) {
    try (to) {
      to.write(input);
    } catch (IOException unread) {
      // The program did not want all of it.
    }
  }

  /** The first part of a file. */
  static Path cut(Path file, double share) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    byte[] part = Arrays.copyOf(whole, (int) (whole.length * share));
    return Files.write(file.resolveSibling("cut-" + file.getFileName()), part);
  }
}
