package eu.gardefou.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInLimitsTest {
  private AccessFixture access;
  private SignInLimits limits;

  @BeforeEach
  void open() {
    access = new AccessFixture();
    limits = access.limits;
  }

  @AfterEach
  void close() {
    access.close();
  }

  @Test
  void eachFailureAfterTheFreeOnesDoublesTheWaitUpToALimit() {
    failFreely("ada", "10.0.0.1");
    List<Long> waits = new ArrayList<>();
    for (int attempt = 0; attempt < 12; attempt++) {
      Duration wait = limits.begin("ada", "10.0.0.1").orElseThrow();
      waits.add(wait.toSeconds());
      access.clock.move(wait);
      assertThat(limits.begin("ada", "10.0.0.1")).isEmpty();
    }
    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L);
  }

  @Test
  void waitingIsNotAnAttempt() {
    failFreely("ada", "10.0.0.1");
    Optional<Duration> wait = limits.begin("ada", "10.0.0.1");
    for (int again = 0; again < 5; again++) {
      assertThat(limits.begin("ada", "10.0.0.1")).isEqualTo(wait);
    }
  }

  @Test
  void somebodyElseElsewhereIsNotKeptOut() {
    failFreely("ada", "10.0.0.1");
    assertThat(limits.begin("ada", "10.0.0.1")).isPresent();
    assertThat(limits.begin("ada", "10.0.0.2")).isEmpty();
    assertThat(limits.begin("bob", "10.0.0.1")).isEmpty();
  }

  @Test
  void anAddressThatTriesManyNamesWaits() {
    for (int name = 0; name < 25; name++) {
      assertThat(limits.begin("name" + name, "10.0.0.1")).isEmpty();
    }
    assertThat(limits.begin("another", "10.0.0.1")).isPresent();
  }

  @Test
  void aNameThatManyAddressesTryWaitsAtMostHalfAMinute() {
    for (int address = 0; address < 70; address++) {
      Optional<Duration> wait = limits.begin("ada", "10.0.1." + address);
      if (wait.isPresent()) {
        assertThat(wait.get()).isLessThanOrEqualTo(Duration.ofSeconds(30));
        access.clock.move(wait.get());
        assertThat(limits.begin("ada", "10.0.1." + address)).isEmpty();
      }
    }
    assertThat(limits.begin("ada", "10.0.2.1")).contains(Duration.ofSeconds(30));
  }

  @Test
  void successForgives() {
    for (int attempt = 0; attempt < 100; attempt++) {
      assertThat(limits.begin("ada", "10.0.0.1")).isEmpty();
      limits.succeeded("ada", "10.0.0.1");
    }
  }

  @Test
  void aDayLaterAllIsForgotten() {
    failFreely("ada", "10.0.0.1");
    access.clock.move(Duration.ofHours(25));
    failFreely("ada", "10.0.0.1");
  }

  @Test
  void aClockThatIsSetBackNeitherLocksOutNorLetsIn() {
    failFreely("ada", "10.0.0.1");
    access.clock.move(Duration.ofDays(-400));
    Duration wait = limits.begin("ada", "10.0.0.1").orElseThrow();
    assertThat(wait).isEqualTo(Duration.ofSeconds(1));
    access.clock.move(wait);
    assertThat(limits.begin("ada", "10.0.0.1")).isEmpty();
  }

  @Test
  void attemptsAtTheSameMomentAreNotFree() throws Exception {
    try (var threads = Executors.newFixedThreadPool(6)) {
      Callable<Boolean> attempt = () -> limits.begin("ada", "10.0.0.1").isEmpty();
      int begun = 0;
      for (Future<Boolean> one : threads.invokeAll(Collections.nCopies(30, attempt))) {
        begun += one.get() ? 1 : 0;
      }
      assertThat(begun).isEqualTo(5);
    }
  }

  private void failFreely(String name, String address) {
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(limits.begin(name, address)).isEmpty();
    }
  }
}
