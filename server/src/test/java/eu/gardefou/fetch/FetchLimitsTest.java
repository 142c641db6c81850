package eu.gardefou.fetch;

import static eu.gardefou.fetch.Surroundings.LONG;
import static eu.gardefou.fetch.Surroundings.PICTURE;
import static eu.gardefou.fetch.Surroundings.fetched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.gardefou.fetch.FetchProblem.Cause;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing that a site does goes on without end. */
@Timeout(60)
final class FetchLimitsTest {
  private final Surroundings net = new Surroundings();

  @AfterEach
  void close() {
    net.close();
  }

  @Test
  void aBodyWithoutEndIsCutAndCounted() {
    net.site.on(
        "/endless",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "video/mp4");
          exchange.sendResponseHeaders(200, 0);
          byte[] block = new byte[1 << 16];
          for (int i = 0; i < 10_000; i++) {
            exchange.getResponseBody().write(block);
          }
        });
    AtomicInteger taken = new AtomicInteger();

    assertThatExceptionOfType(FetchProblem.class)
        .isThrownBy(() ->
            net.fetcher.fetch(
                net.at("pictures.example", "/endless"),
                Wanted.MEDIA,
                file -> file.bytes(1 << 20, bytes -> taken.addAndGet((int) bytes))))
        .matches(problem -> problem.reason() == Cause.TOO_LARGE);
    assertThat(taken.get()).isLessThanOrEqualTo(1 << 20);
  }

  @Test
  void aBodyThatIsDeclaredTooLongIsNotRead() {
    net.site.file("/long", "image/png", new byte[2_000]);
    net.refused(Cause.TOO_LARGE, "/long");
  }

  @Test
  void aBodyThatEndsEarlyIsNone() {
    net.site.on(
        "/half",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write(PICTURE);
        });
    net.refused(Cause.UNREACHABLE, "/half");
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    net.site.on("/silent", _ -> awaited(over));
    net.site.on(
        "/trickle",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          awaited(over);
        });
    try (Fetcher hasty = net.fetcher(Duration.ofMillis(300), 32)) {
      for (String path : List.of("/silent", "/trickle")) {
        assertThatExceptionOfType(FetchProblem.class)
            .isThrownBy(() -> fetched(hasty, net.at("pictures.example", path), 1_000))
            .matches(problem -> problem.reason() == Cause.TOO_SLOW);
      }
    } finally {
      over.countDown();
    }
  }

  @Test
  void aResolverThatNeverAnswersIsGivenUp() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    var never =
        new Lookups(
            host -> {
              awaited(over);
              throw new UnknownHostException(host);
            },
            _ -> true);

    assertThatExceptionOfType(FetchProblem.class)
        .isThrownBy(() -> never.allowed("slow.example", Duration.ofMillis(50)))
        .matches(problem -> problem.reason() == Cause.TOO_SLOW);
    over.countDown();
  }

  @Test
  void onlySoManyAreFetchedAtOnce() {
    try (Fetcher single = net.fetcher(LONG, 1)) {
      byte[] outer =
          single.fetch(
              net.at("pictures.example", "/picture"),
              Wanted.MEDIA,
              file -> {
                assertThatExceptionOfType(FetchProblem.class)
                    .isThrownBy(
                        () -> fetched(single, net.at("pictures.example", "/picture"), 1_000))
                    .matches(problem -> problem.reason() == Cause.BUSY);
                return file.bytes(1_000, _ -> {});
              });
      assertThat(outer).isEqualTo(PICTURE);
      assertThat(fetched(single, net.at("pictures.example", "/picture"), 1_000)).isEqualTo(PICTURE);
    }
  }

  @Test
  void whatTheReaderThrowsIsHeard() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            net.fetcher.fetch(
                net.at("pictures.example", "/picture"),
                Wanted.MEDIA,
                _ -> {
                  throw new IllegalStateException("no room");
                }))
        .withMessage("no room");
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
