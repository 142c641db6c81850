package eu.gardefou.robustness;

import java.util.Random;

/**
 * A way to write the same request so that it is not recognised.
 *
 * @param name what is done, for the report of a failure
 * @param wear does it; the same random numbers do the same
 */
record Disguise(String name, Wear wear) {
  /** Puts it on. */
  @FunctionalInterface
  interface Wear {
    String on(String text, Random random);
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * A disguise and its random numbers, so that a failure can be repeated.
   *
   * @param seed of everything random in it
   */
  record Worn(Disguise disguise, long seed) {
    String on(String text) {
      return disguise.wear().on(text, new Random(seed));
    }

    @Override
    public String toString() {
      return disguise + " #" + seed;
    }
  }
}
