package eu.gardefou.hashing.js;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Engines may compute a cosine a little differently; the transform's numbers do not change. */
class CosineTest {
  /** In units in the last place; engines differ by one or two. */
  private static final int OFF = 64;

  @Test
  void noNumberOfTheTransformIsNearToRoundingTheOtherWay() {
    float scale = (float) Math.sqrt(2.0 / 64);
    for (int i = 0; i < 16; i++) {
      for (int j = 0; j < 64; j++) {
        double cosine = Math.cos(Math.PI / 2 / 64 * (i + 1) * (2 * j + 1));
        double reach = OFF * Math.ulp(cosine);

        assertThat((float) (scale * (cosine - reach)))
            .isEqualTo((float) (scale * (cosine + reach)));
      }
    }
  }
}
