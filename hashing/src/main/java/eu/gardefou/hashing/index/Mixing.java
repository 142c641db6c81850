package eu.gardefou.hashing.index;

/**
 * Spreads 64 bits over 64 bits, one to one (the finisher of SplitMix64: Steele and others, 2014).
 */
final class Mixing {
  private Mixing() {}

  static long mixed(long value) {
    long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
