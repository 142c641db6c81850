package eu.gardefou.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SharedReadsTest {
  private final AtomicInteger value = new AtomicInteger();

  @Test
  void whoAsksAfterAChangeGetsTheChange() throws Exception {
    var reads = new SharedReads<>(_ -> value.get());
    try (ExecutorService others = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        others.execute(() -> {
          while (value.get() < 20_000) {
            reads.read("key");
          }
        });
      }
      for (int i = 1; i <= 20_000; i++) {
        value.set(i);
        assertThat(reads.read("key")).isEqualTo(i);
      }
    }
  }

  @Test
  void thoseWhoAskDuringAReadShareTheNextOne() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger count = new AtomicInteger();
    AtomicInteger asking = new AtomicInteger();
    var reads =
        new SharedReads<>(_ -> {
          begun.countDown();
          awaited(goOn);
          return count.incrementAndGet();
        });
    try (ExecutorService others = Executors.newCachedThreadPool()) {
      Future<Integer> first = others.submit(() -> reads.read("key"));
      awaited(begun);
      List<Future<Integer>> later = new ArrayList<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        later.add(
            others.submit(() -> {
              synchronized (threads) {
                threads.add(Thread.currentThread());
              }
              asking.incrementAndGet();
              return reads.read("key");
            }));
      }
      // All wait now: one for its turn, the others for that one.
      while (asking.get() < 10 || !allWait(threads)) {
        Thread.onSpinWait();
      }
      goOn.countDown();
      assertThat(first.get()).isEqualTo(1);
      for (Future<Integer> each : later) {
        assertThat(each.get()).isEqualTo(2);
      }
    }
  }

  @Test
  void aFailureIsHeardByAllAndForgotten() {
    var reads =
        new SharedReads<>(_ -> {
          if (value.getAndIncrement() == 0) {
            throw new IllegalStateException("no database");
          }
          return value.get();
        });
    assertThatIllegalStateException().isThrownBy(() -> reads.read("key"));
    assertThat(reads.read("key")).isEqualTo(2);
  }

  private static boolean allWait(List<Thread> threads) {
    synchronized (threads) {
      return threads.size() == 10
          && threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING);
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
