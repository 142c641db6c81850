package eu.gardefou.hashing.index;

/** What a query cost, counted, so that its bounds can be tested without a clock. */
final class Work {
  /** Buckets looked into. */
  long probes;

  /** Entries of those buckets whose neighbouring band was compared. */
  long entries;

  /** Hashes compared because an entry let them through. */
  long verified;

  /** Hashes of crowds that were compared. */
  long crowd;

  /** Hashes compared in a scan. */
  long scanned;
}
