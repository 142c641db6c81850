package eu.gardefou.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdqFingerprintTest {
  private static final List<PdqHash> EIGHT = Collections.nCopies(8, new PdqHash(1, 2, 3, 4));

  @Test
  void fiftyIsTheLeastUsableQuality() {
    assertThat(new PdqFingerprint(49, EIGHT).isUsable()).isFalse();
    assertThat(new PdqFingerprint(50, EIGHT).isUsable()).isTrue();
  }

  @Test
  void aQualityOutOfRangeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PdqFingerprint(-1, EIGHT));
    assertThatIllegalArgumentException().isThrownBy(() -> new PdqFingerprint(101, EIGHT));
  }

  @Test
  void fewerThanEightHashesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PdqFingerprint(100, EIGHT.subList(0, 7)))
        .withMessage("a PDQ fingerprint has 8 hashes, not 7");
  }
}
