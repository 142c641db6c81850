package eu.gardefou.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Never an old answer, few questions, no failure taken for an answer, and nobody's end is ours. */
final class RoundsTest {
  private final ExecutorService oneThread = Executors.newSingleThreadExecutor();
  private final AtomicLong number = new AtomicLong();
  private final AtomicInteger questions = new AtomicInteger();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);
  private final Rounds<Long> rounds = new Rounds<>(oneThread, this::slowTheFirstTime);

  @AfterEach
  void stop() {
    answer.countDown();
    oneThread.shutdownNow();
  }

  @Test
  void thoseWhoComeDuringAQuestionShareTheNext() throws Exception {
    List<Long> late = Collections.synchronizedList(new ArrayList<>());
    Thread first = Thread.ofPlatform().start(rounds::ask);
    asked.await();
    number.set(7);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      threads.add(Thread.ofPlatform().start(() -> late.add(rounds.ask())));
    }
    threads.forEach(RoundsTest::untilItWaits);
    answer.countDown();
    first.join();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(late).hasSize(20).containsOnly(7L);
    assertThat(questions).hasValue(2);
  }

  @Test
  void somebodyWhoGivesUpTakesNobodysAnswerAway() throws Exception {
    List<Long> answers = Collections.synchronizedList(new ArrayList<>());
    Thread leaving = Thread.ofPlatform().start(() -> assertThatThrownBy(rounds::ask).isNotNull());
    asked.await();
    Thread staying = Thread.ofPlatform().start(() -> answers.add(rounds.ask()));
    untilItWaits(leaving);
    untilItWaits(staying);
    leaving.interrupt();
    leaving.join();
    answer.countDown();
    staying.join();
    assertThat(answers).containsExactly(0L);
  }

  @Test
  void noAnswerIsOlderThanItsQuestion() throws Exception {
    answer.countDown();
    Callable<Integer> asker =
        () -> {
          int old = 0;
          for (int i = 0; i < 5_000; i++) {
            long atLeast = number.incrementAndGet();
            old += rounds.ask() < atLeast ? 1 : 0;
          }
          return old;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> old : threads.invokeAll(List.of(asker, asker, asker, asker))) {
        assertThat(old.get()).isZero();
      }
    }
  }

  @Test
  void aFailureIsAnExceptionAndTheNextQuestionIsAskedAnew() {
    Rounds<Integer> failing =
        new Rounds<>(
            oneThread,
            () -> {
              if (questions.incrementAndGet() == 1) {
                throw new IllegalStateException("gone");
              }
              return 3;
            });
    assertThatThrownBy(failing::ask).hasMessage("gone");
    assertThat(failing.ask()).isEqualTo(3);
  }

  private long slowTheFirstTime() {
    long now = number.get();
    if (questions.incrementAndGet() == 1) {
      asked.countDown();
      try {
        answer.await();
      } catch (InterruptedException stopped) {
        throw new AssertionError("interrupted", stopped);
      }
    }
    return now;
  }

  private static void untilItWaits(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }
}
