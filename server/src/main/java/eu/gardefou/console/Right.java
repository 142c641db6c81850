package eu.gardefou.console;

/** What somebody may do in the console. */
enum Right {
  /** Needs no sign-in. */
  NOTHING,
  /** Any role. */
  OVERVIEW,
  /** Read decisions. */
  DECISIONS,
  /** See banks and their entries. */
  BANKS,
  /** Add entries to banks and withdraw them. */
  CURATE,
  /** See which keys and people there are. */
  ACCESS,
  /** Make and revoke keys, add and disable people. */
  MANAGE
}
