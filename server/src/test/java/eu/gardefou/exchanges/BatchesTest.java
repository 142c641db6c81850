package eu.gardefou.exchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

final class BatchesTest {
  @Test
  void fewAreWrittenAtOnceAndAllInTheEnd() throws Exception {
    Batches batches = new Batches(TransactionOperations.withoutTransaction());
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch end = new CountDownLatch(1);
    List<Thread> writers =
        Stream.generate(() -> new Thread(() -> batches.write(() -> held(begun, end))))
            .limit(8)
            .toList();
    writers.forEach(Thread::start);
    // Each waits: for its turn, or for the end of what it has begun.
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> writers.stream().allMatch(t -> t.getState() == Thread.State.WAITING));
    assertThat(begun).hasValue(Batches.AT_ONCE);
    end.countDown();
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(begun).hasValue(8);
  }

  private static boolean held(AtomicInteger begun, CountDownLatch end) {
    begun.incrementAndGet();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}
