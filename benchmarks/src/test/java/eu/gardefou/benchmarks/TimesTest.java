package eu.gardefou.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What is said of many times. */
class TimesTest {
  @Test
  void percentilesAreWithinASixteenth() {
    Times times = new Times();
    for (int i = 1; i <= 10_000; i++) {
      times.add(0, i * 1_000L, 0);
    }
    assertThat(times.percentile(0.5)).isEqualTo(5, within(5 / 16.0));
    assertThat(times.percentile(0.99)).isEqualTo(9.9, within(9.9 / 16));
    assertThat(times.percentile(1)).isEqualTo(10);
    assertThat(times.slowest()).isEqualTo(10_000_000);
  }

  @Test
  void theSlowAreKeptOneByOne() {
    Times times = new Times();
    times.add(7, 60_000_000, 5);
    times.add(8, 1_000, 5);
    Times all = new Times();
    all.add(times);
    assertThat(all.slow()).containsExactly(new Times.Slow(7, 60_000_000, 5));
    assertThat(all.count()).isEqualTo(2);
  }

  @Test
  void ofNothingThereIsNothing() {
    assertThat(new Times().percentile(0.5)).isZero();
  }
}
