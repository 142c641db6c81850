package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One hash in a bank. Never changed and never deleted; it acts until it is withdrawn.
 *
 * @param quality PDQ quality, 0 to 100; null when only the hash is known
 * @param source who vouches for it
 * @param note free text for the people who curate; may be empty
 * @param addedBy pseudonymous caller
 * @param withdrawnAt null while it acts
 * @param withdrawnBy pseudonymous caller; null while it acts
 */
public record BankEntry(
    UUID id,
    String bank,
    PdqHash hash,
    @Nullable Integer quality,
    String source,
    String note,
    Instant addedAt,
    String addedBy,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnBy) {

  /** Whether a look-up can find it. */
  public boolean isActive() {
    return withdrawnAt == null;
  }
}
