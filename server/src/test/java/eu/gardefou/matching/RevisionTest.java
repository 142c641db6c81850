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
import org.junit.jupiter.api.Test;

/** Never an old answer, few questions, and no failure taken for an answer. */
final class RevisionTest {
  private final AtomicLong number = new AtomicLong();
  private final AtomicInteger questions = new AtomicInteger();

  @Test
  void thoseWhoComeDuringAQuestionShareTheNext() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    Revision revision =
        new Revision(() -> {
          long now = number.get();
          if (questions.incrementAndGet() == 1) {
            asked.countDown();
            awaitQuietly(answer);
          }
          return now;
        });
    List<Thread> threads = new ArrayList<>();
    List<Long> late = Collections.synchronizedList(new ArrayList<>());
    Thread first = Thread.ofPlatform().start(revision::now);
    asked.await();
    number.set(7);
    for (int i = 0; i < 20; i++) {
      threads.add(Thread.ofPlatform().start(() -> late.add(revision.now())));
    }
    threads.forEach(RevisionTest::untilItWaits);
    answer.countDown();
    first.join();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(late).hasSize(20).containsOnly(7L);
    assertThat(questions).hasValue(2);
  }

  @Test
  void noAnswerIsOlderThanItsQuestion() throws Exception {
    Revision revision = new Revision(number::get);
    Callable<Integer> asker =
        () -> {
          int old = 0;
          for (int i = 0; i < 20_000; i++) {
            long atLeast = number.incrementAndGet();
            old += revision.now() < atLeast ? 1 : 0;
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
    Revision revision =
        new Revision(() -> {
          if (questions.incrementAndGet() == 1) {
            throw new IllegalStateException("gone");
          }
          return 3;
        });
    assertThatThrownBy(revision::now).hasMessage("gone");
    assertThat(revision.now()).isEqualTo(3);
  }

  private static void untilItWaits(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError("interrupted", stopped);
    }
  }
}
