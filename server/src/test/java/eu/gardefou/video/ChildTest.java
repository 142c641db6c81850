package eu.gardefou.video;

import static eu.gardefou.video.FakePrograms.awaitDeath;
import static eu.gardefou.video.FakePrograms.awaitRunning;
import static eu.gardefou.video.FakePrograms.hanging;
import static eu.gardefou.video.FakePrograms.running;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.video.VideoOutcome.Reason;
import eu.gardefou.video.VideoOutcome.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The process that decodes has nothing, may do little, and does not outlive its purpose. */
@Timeout(300)
class ChildTest {
  private static final Program SHELL = new Program(Path.of("/bin/sh"), null);
  private static final VideoLimits SMALL =
      new VideoLimits(1 << 20, 1 << 20, 10, Duration.ofSeconds(1), 64L << 20);

  @TempDir Path folder;

  @Test
  void itHasNoEnvironment() throws Exception {
    assertThat(said("env").lines().map(line -> line.replaceFirst("=.*", "")))
        .isSubsetOf("MALLOC_ARENA_MAX", "PWD", "SHLVL", "_", "OLDPWD");
  }

  @Test
  void itIsHandedTheFileAndNotItsName() throws Exception {
    Path input = Files.writeString(folder.resolve("input"), "drawn");
    try (Child child = Child.start(SHELL, List.of("-c", "cat; echo \"$0 $*\""), input, SMALL)) {
      assertThat(new String(child.out().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("drawn")
          .doesNotContain(folder.toString());
    }
  }

  @Test
  void itWritesNoFile() throws Exception {
    Path file = folder.resolve("written");
    assertThat(said("(echo x > " + file + ") 2>/dev/null; echo done")).contains("done");
    assertThat(!Files.exists(file) || Files.size(file) == 0).isTrue();
  }

  @Test
  void theSystemKnowsItsLimits() throws Exception {
    assertThat(said("ulimit -t; ulimit -f; ulimit -c; ulimit -n")).isEqualTo("2\n0\n0\n64\n");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void itGetsNoMoreMemoryThanItMayHave() throws Exception {
    // Without an end of line, tail keeps all it reads.
    String greedy = "head -c 200000000 /dev/zero | tail -n 1 | wc -c";
    assertThat(said(greedy).strip()).isEqualTo("0");
  }

  @Test
  void itIsEndedWhenItsProcessorTimeIsOver() throws Exception {
    try (Child child = start("while :; do :; done")) {
      assertThat(child.exit()).isNotZero();
    }
  }

  @Test
  void oneThatHangsIsKilledWithAllItStartedWhenTheTimeIsOver() throws Exception {
    int marker = 31_415_901;
    Path ffmpeg = FakePrograms.in(folder, hanging(marker), hanging(marker));
    VideoOutcome outcome = fingerprint(ffmpeg, SMALL);

    assertThat(((Refused) outcome).reason()).isEqualTo(Reason.TOO_SLOW);
    awaitDeath(running(marker));
  }

  @Test
  void oneThatHangsWhileDecodingIsKilledToo() throws Exception {
    int marker = 31_415_902;
    Path ffmpeg = FakePrograms.in(folder, FakePrograms.SMALL, hanging(marker));
    VideoOutcome outcome = fingerprint(ffmpeg, SMALL);

    assertThat(((Refused) outcome).reason()).isEqualTo(Reason.TOO_SLOW);
    awaitDeath(running(marker));
  }

  @Test
  void itIsKilledWhenNobodyWaitsAnyMore() throws Exception {
    int marker = 31_415_903;
    Path ffmpeg = FakePrograms.in(folder, hanging(marker), hanging(marker));
    AtomicReference<VideoOutcome> outcome = new AtomicReference<>();
    Thread caller = Thread.ofPlatform().start(() -> outcome.set(quietly(ffmpeg)));
    List<ProcessHandle> alive = awaitRunning(marker);
    caller.interrupt();
    caller.join();

    assertThat(((Refused) outcome.get()).reason()).isEqualTo(Reason.BUSY);
    awaitDeath(alive);
  }

  @Test
  void itIsKilledWhenThisProgramEnds() throws Exception {
    int marker = 31_415_904;
    Path ffmpeg = FakePrograms.in(folder, hanging(marker), hanging(marker));
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Waiting.class.getName(),
                ffmpeg.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<ProcessHandle> alive = awaitRunning(marker);
    program.destroy();
    program.waitFor();

    awaitDeath(alive);
  }

  /** Another JVM, which waits for a video that takes an hour. */
  static final class Waiting {
    public static void main(String[] arguments) {
      var _ = quietly(Path.of(arguments[0]));
    }
  }

  @Test
  void framesWithoutEndAreRefusedAndTheirSourceKilled() throws Exception {
    Path ffmpeg = FakePrograms.in(folder, FakePrograms.SMALL, "exec cat /dev/zero # 31415905\n");
    VideoLimits limits = new VideoLimits(1 << 20, 1 << 20, 10, Duration.ofMinutes(2), 2L << 30);

    assertThat(((Refused) fingerprint(ffmpeg, limits)).reason()).isEqualTo(Reason.TOO_LONG);
  }

  @Test
  void wordsWithoutEndNeitherFillTheMemoryNorBlock() throws Exception {
    String talkative = "echo 'shown=4' >&2; head -c 3000000 /dev/zero >&2\n";
    Path ffmpeg =
        FakePrograms.in(folder, FakePrograms.SMALL, talkative + "head -c 57600 /dev/zero\n");

    assertThat(fingerprint(ffmpeg, Films.LIMITS)).isInstanceOf(VideoOutcome.Unhashable.class);
  }

  @Test
  void whatEndsWithinAFrameOrWithAnErrorIsDamaged() throws Exception {
    for (String bad :
        List.of(
            "echo shown=0 >&2; head -c 57599 /dev/zero\n",
            "echo shown=0 >&2; head -c 57600 /dev/zero; exit 1\n",
            "echo shown=soon >&2; head -c 57600 /dev/zero\n",
            "exit 0\n")) {
      Path ffmpeg = FakePrograms.in(folder, FakePrograms.SMALL, bad);
      assertThat(((Refused) fingerprint(ffmpeg, Films.LIMITS)).reason())
          .as(bad)
          .isEqualTo(Reason.DAMAGED);
    }
  }

  @Test
  void anFfmpegThatIsMissingOrTooOldIsTold() throws Exception {
    Path missing = folder.resolve("no/ffmpeg");
    Path old = FakePrograms.script(folder.resolve("ffmpeg"), "echo ' file'\n");
    for (Path ffmpeg : List.of(missing, old)) {
      Refused refused = (Refused) fingerprint(ffmpeg, Films.LIMITS);
      assertThat(refused.reason()).isEqualTo(Reason.NO_FFMPEG);
      assertThat(refused.sentence()).contains(ffmpeg.toString(), "gardefou.video.ffmpeg");
      assertThat(refused.exact()).isNotNull();
    }
  }

  @Test
  void onlySoManyAreReadAtOnce() throws Exception {
    Turns turns = new Turns(Films.LIMITS, 1, Duration.ofMillis(1));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    FutureTask<String> first =
        new FutureTask<>(() ->
            turns.run(
                "first",
                _ -> {
                  begun.countDown();
                  enough.await();
                  return "done";
                }));
    Thread.ofPlatform().start(first);
    begun.await();

    Assertions.assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> turns.run("second", _ -> "second"))
        .matches(refusal -> refusal.reason() == Reason.BUSY);
    enough.countDown();
    assertThat(first.get()).isEqualTo("done");
    assertThat(turns.<String>run("third", _ -> "third")).isEqualTo("third");
  }

  private String said(String script) throws IOException {
    try (Child child = start(script)) {
      return new String(child.out().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Child start(String script) throws IOException {
    return Child.start(SHELL, List.of("-c", script), Path.of("/dev/null"), SMALL);
  }

  private static VideoOutcome quietly(Path ffmpeg) {
    try {
      return fingerprint(
          ffmpeg, new VideoLimits(1 << 20, 1 << 20, 10, Duration.ofHours(1), 2L << 30));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static VideoOutcome fingerprint(Path ffmpeg, VideoLimits limits) throws IOException {
    return Films.videos(limits, turn -> Ffmpeg.at(ffmpeg, turn)).fingerprint(Path.of("/dev/null"));
  }
}
