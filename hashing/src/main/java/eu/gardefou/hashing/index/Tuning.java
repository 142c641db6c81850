package eu.gardefou.hashing.index;

/**
 * When which of the exact ways is taken. It decides how long an answer takes, never what it is.
 *
 * @param indexedFrom from how many hashes on there are tables
 * @param scanCost what a scanned hash costs, in entries of a bucket read
 * @param verifiedShare after comparing one hash in so many in full, a query turns to a scan
 */
record Tuning(int indexedFrom, int scanCost, int verifiedShare) {
  /** As measured: an entry takes 0.4 ns, a scanned hash, which is 32 bytes, 1.1 ns. */
  static final Tuning MEASURED = new Tuning(8_192, 3, 64);
}
