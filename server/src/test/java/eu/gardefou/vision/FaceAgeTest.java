package eu.gardefou.vision;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.vision.FaceCheck.Age;
import org.junit.jupiter.api.Test;

/** What several models, views or frames say of one face's age. */
class FaceAgeTest {
  @Test
  void theLowestNumberCounts() {
    assertThat(Age.of(40).and(Age.of(23))).isEqualTo(new Age(23, false));
  }

  @Test
  void anotherViewDoesNotMakeTheUnknownKnown() {
    assertThat(Age.UNKNOWN.and(Age.of(40))).isEqualTo(new Age(40, true));
    assertThat(Age.of(40).and(Age.UNKNOWN)).isEqualTo(new Age(40, true));
    assertThat(Age.UNKNOWN.and(Age.of(40)).and(Age.of(30)).unknown()).isTrue();
    assertThat(Age.of(Double.NaN)).isEqualTo(Age.UNKNOWN);
  }
}
