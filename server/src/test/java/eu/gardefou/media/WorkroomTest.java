package eu.gardefou.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import eu.gardefou.media.UnreadablePicture.Cause;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Memory, turns and time are bounded whatever comes in and however much of it at once. */
final class WorkroomTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final byte[] PICTURE = PngBytes.rgba(200, new int[200 * 200]);

  /** Bytes that decoding it takes, and that it keeps. */
  private static final long NEEDED = needed(PICTURE);

  @Test
  void countsAPictureUntilItIsClosed() {
    Workroom room = new Workroom(2 * NEEDED, 4, SHORT);
    Media media = new Media(MediaLimits.DEFAULT, room);

    Picture picture = media.decode(PICTURE);
    long kept = 2 * NEEDED - room.budget().free();
    assertThat(kept).isBetween(200L * 200 * 4, NEEDED);

    picture.close();
    picture.close();
    assertThat(room.budget().free()).isEqualTo(2 * NEEDED);
    assertThat(picture.stored().rgb()).hasSize(200 * 200);
  }

  @Test
  void saysBusyWhenTheMemoryIsInUseAndGoesOnWhenItComesBack() {
    Workroom room = new Workroom(NEEDED, 4, SHORT);
    Media media = new Media(MediaLimits.DEFAULT, room);

    try (Picture held = media.decode(PICTURE)) {
      assertThat(held.frames()).hasSize(1);
      assertThatExceptionOfType(MediaBusy.class).isThrownBy(() -> media.decode(PICTURE));
    }

    assertThat(media.decode(PICTURE).frames()).hasSize(1);
  }

  @Test
  void takesMemoryBackFromPicturesThatNobodyClosed() {
    Media media = new Media(MediaLimits.DEFAULT, new Workroom(3 * NEEDED, 4, LONG));

    for (int i = 0; i < 12; i++) {
      assertThat(media.decode(PICTURE).width()).isEqualTo(200);
    }
  }

  @Test
  void fiftyAtOnceStayWithinTheBudget() throws InterruptedException, ExecutionException {
    Workroom room = new Workroom(4 * NEEDED, 2, LONG);
    Media media = new Media(MediaLimits.DEFAULT, room);
    AtomicLong least = new AtomicLong(Long.MAX_VALUE);
    List<Future<Integer>> widths = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        widths.add(
            threads.submit(() -> {
              try (Picture picture = media.decode(PICTURE)) {
                least.accumulateAndGet(room.budget().free(), Math::min);
                return picture.width();
              }
            }));
      }
    }
    for (Future<Integer> width : widths) {
      assertThat(width.get()).isEqualTo(200);
    }
    assertThat(least.get()).isNotNegative();
    assertThat(room.budget().free()).isEqualTo(4 * NEEDED);
  }

  @Test
  void refusesAPictureThatCouldNeverFit() {
    Media media = new Media(MediaLimits.DEFAULT, new Workroom(NEEDED - 1, 4, LONG));

    assertThat(Refusals.of(() -> media.decode(PICTURE))).isEqualTo(Cause.TOO_MANY_PIXELS);
  }

  @Test
  void allocatesNothingForWhatItRefuses() {
    Media media = new Media(MediaLimits.DEFAULT, new Workroom(16 << 20, 4, SHORT));
    // 64 million pixels of zeros are 250 kilobytes.
    byte[] bomb = PngBomb.zeros(8000, 8000);

    long before = allocated();
    assertThat(Refusals.of(() -> media.decode(bomb))).isEqualTo(Cause.TOO_MANY_PIXELS);

    assertThat(allocated() - before).isLessThan(1 << 20);
  }

  @Test
  void inflatesNoMoreThanTheHeaderSays() {
    Workroom room = new Workroom(16 << 20, 4, SHORT);
    Media media = new Media(MediaLimits.DEFAULT, room);
    byte[] bomb =
        new PngBytes()
            .header(10, 10, 8, 6, false)
            .chunk("IDAT", PngBytes.deflated(new byte[32 << 20]))
            .end();

    assertThat(Refusals.of(() -> media.decode(bomb))).isEqualTo(Cause.DAMAGED);
    assertThat(room.budget().free()).isEqualTo(16 << 20);
  }

  @Test
  void endsADecodingThatTakesTooLongAndGetsItsMemoryBack() {
    Workroom room = new Workroom(1L << 30, 1, LONG);
    MediaLimits hurried = new MediaLimits(1 << 24, 1 << 26, 8, Duration.ofMillis(1));
    byte[] large = JpegBytes.progressive(Drawn.lake(2500, 2000));

    assertThat(Refusals.of(() -> new Media(hurried, room).decode(large))).isEqualTo(Cause.TOO_SLOW);

    await().atMost(LONG).until(() -> room.budget().free() == 1L << 30);
    assertThat(new Media(MediaLimits.DEFAULT, room).decode(PICTURE).width()).isEqualTo(200);
  }

  @Test
  void givesMemoryBackAfterARefusal() {
    Workroom room = new Workroom(2 * NEEDED, 1, SHORT);
    byte[] damaged = PICTURE.clone();
    damaged[damaged.length - 20] ^= 1;

    assertThat(Refusals.of(() -> new Media(MediaLimits.DEFAULT, room).decode(damaged)))
        .isEqualTo(Cause.DAMAGED);
    assertThat(room.budget().free()).isEqualTo(2 * NEEDED);
  }

  @Test
  void saysBusyWhenEveryTurnIsTaken() throws InterruptedException {
    Workroom room = new Workroom(1 << 24, 1, SHORT);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Thread other =
        Thread.ofVirtual()
            .start(() ->
                room.run(
                    1,
                    LONG,
                    (guard, share) -> {
                      inside.countDown();
                      done.await();
                      return new Media(MediaLimits.DEFAULT).decode(PICTURE);
                    }));
    inside.await();

    assertThatExceptionOfType(MediaBusy.class)
        .isThrownBy(() -> new Media(MediaLimits.DEFAULT, room).decode(PICTURE));

    done.countDown();
    other.join();
    assertThat(new Media(MediaLimits.DEFAULT, room).decode(PICTURE).width()).isEqualTo(200);
  }

  @Test
  void anInterruptedCallerStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(MediaBusy.class)
        .isThrownBy(() -> new Media(MediaLimits.DEFAULT).decode(PICTURE));

    assertThat(Thread.interrupted()).isTrue();
  }

  private static long needed(byte[] file) {
    return Format.of(file).inspect(file, MediaLimits.DEFAULT).memory(file.length);
  }

  private static long allocated() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }
}
