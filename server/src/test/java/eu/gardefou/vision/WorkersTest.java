package eu.gardefou.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final VisionFindings NOTHING = new VisionFindings(List.of(), List.of(), List.of());

  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    released.countDown();
    callers.close();
  }

  @Test
  void refusesAtOnceWhenAllSeatsAreTakenAndNobodyMayWait() throws Exception {
    Workers workers = new Workers(new VisionLimits(1, 0, LONG, LONG));
    Future<VisionFindings> first = callers.submit(() -> look(workers, blocking()));
    started.await();
    assertThatThrownBy(() -> look(workers, quick())).isInstanceOf(VisionBusy.class);
    released.countDown();
    assertThat(first.get().missing()).isEmpty();
  }

  @Test
  void refusesAfterAShortWaitWhenNoSeatGetsFree() throws Exception {
    Workers workers = new Workers(new VisionLimits(1, 1, Duration.ofMillis(5), LONG));
    Future<VisionFindings> first = callers.submit(() -> look(workers, blocking()));
    started.await();
    assertThatThrownBy(() -> look(workers, quick())).isInstanceOf(VisionBusy.class);
    released.countDown();
    assertThat(first.get().missing()).isEmpty();
  }

  @Test
  void aCallerWhoWaitsGetsTheSeatThatIsGivenBack() throws Exception {
    Workers workers = new Workers(new VisionLimits(1, 1, LONG, LONG));
    Future<VisionFindings> first = callers.submit(() -> look(workers, blocking()));
    started.await();
    Future<VisionFindings> second = callers.submit(() -> look(workers, quick()));
    released.countDown();
    assertThat(first.get().missing()).isEmpty();
    assertThat(second.get().missing()).isEmpty();
  }

  @Test
  void neverLooksAtMorePicturesAtOnceThanItHasSeats() throws Exception {
    Workers workers = new Workers(new VisionLimits(2, 100, LONG, LONG));
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Check counting =
        check(stop -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          LockSupport.parkNanos(100_000);
          now.decrementAndGet();
        });
    List<Callable<VisionFindings>> looks = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      looks.add(() -> look(workers, counting));
    }
    for (Future<VisionFindings> look : callers.invokeAll(looks)) {
      assertThat(look.get().missing()).isEmpty();
    }
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void aCheckThatTakesTooLongIsMissingAndTheOthersStand() {
    Workers workers = new Workers(new VisionLimits(1, 0, LONG, Duration.ofMillis(300)));
    VisionFindings findings = look(workers, quick(), check(WorkersTest::untilStopped), quick());
    assertThat(findings.missing()).containsExactly(new Missing("fake", "timeout"));
  }

  @Test
  void aSeatIsHeldUntilItsChecksHaveLeftTheirThreads() throws Exception {
    Workers workers =
        new Workers(new VisionLimits(1, 1, Duration.ofMillis(50), Duration.ofMillis(50)));
    VisionFindings findings = look(workers, blocking());
    assertThat(findings.missing()).containsExactly(new Missing("fake", "timeout"));
    assertThatThrownBy(() -> look(workers, quick())).isInstanceOf(VisionBusy.class);
    released.countDown();
    assertThat(lookUntilNotBusy(workers)).isEqualTo(NOTHING);
  }

  @Test
  void aCheckThatFailsIsMissingAndTheOthersStand() {
    Workers workers = new Workers(new VisionLimits(1, 0, LONG, LONG));
    Check failing =
        check(stop -> {
          throw new IllegalStateException("broken on purpose");
        });
    assertThat(look(workers, failing, quick()).missing())
        .containsExactly(new Missing("fake", "failed"));
    Check hungry =
        check(stop -> {
          throw new OutOfMemoryError("on purpose");
        });
    assertThat(look(workers, hungry).missing()).containsExactly(new Missing("fake", "failed"));
    assertThat(look(workers, quick())).isEqualTo(NOTHING);
  }

  @Test
  void endingStopsWhatIsGoingOnAndTakesNothingNew() throws Exception {
    Workers workers = new Workers(new VisionLimits(2, 0, LONG, LONG));
    Check endless =
        check(stop -> {
          started.countDown();
          untilStopped(stop);
        });
    Future<VisionFindings> running = callers.submit(() -> look(workers, endless));
    started.await();
    assertThat(workers.end()).isTrue();
    assertThat(running.get().missing()).containsExactly(new Missing("fake", "interrupted"));
    assertThatThrownBy(() -> look(workers, quick())).isInstanceOf(VisionBusy.class);
    assertThatThrownBy(() -> look(workers, quick())).isInstanceOf(VisionBusy.class);
  }

  @Test
  void anInterruptedCallerLearnsThatTheCheckIsMissing() throws Exception {
    Workers workers = new Workers(new VisionLimits(1, 0, LONG, LONG));
    Thread.currentThread().interrupt();
    VisionFindings findings = look(workers, check(WorkersTest::untilStopped));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(findings.missing()).containsExactly(new Missing("fake", "interrupted"));
  }

  private static VisionFindings lookUntilNotBusy(Workers workers) {
    for (int attempt = 0; attempt < 200; attempt++) {
      try {
        return look(workers, quick());
      } catch (VisionBusy busy) {
        LockSupport.parkNanos(100_000);
      }
    }
    throw new AssertionError("the seat was never given back");
  }

  private static void untilStopped(Stop stop) {
    while (true) {
      stop.check();
      LockSupport.parkNanos(100_000);
    }
  }

  private Check blocking() {
    return check(stop -> {
      started.countDown();
      try {
        released.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private static Check quick() {
    return check(stop -> {});
  }

  private static Check check(Consumer<Stop> work) {
    return new Check() {
      @Override
      public List<String> models() {
        return List.of("fake");
      }

      @Override
      public VisionFindings look(List<View> views, Stop stop) {
        work.accept(stop);
        return NOTHING;
      }
    };
  }

  private static VisionFindings look(Workers workers, Check... checks) {
    return workers.look(List.of(checks), List.of(), () -> {});
  }
}
