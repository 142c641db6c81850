package eu.gardefou.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.TestClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
  private final TestClock clock = new TestClock();
  private final Ids ids = new Ids(clock);

  @Test
  void areVersionSevenAndCarryTheTime() {
    UUID id = ids.next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
  }

  @Test
  void areInOrderAlsoWithinAMillisecondAndWhenTheClockIsSetBack() {
    String last = "";
    Set<String> seen = new HashSet<>();
    for (int count = 0; count < 20_000; count++) {
      if (count == 10_000) {
        clock.move(Duration.ofHours(-1));
      }
      String id = ids.next().toString();
      assertThat(id).isGreaterThan(last);
      seen.add(id);
      last = id;
    }
    assertThat(seen).hasSize(20_000);
  }
}
