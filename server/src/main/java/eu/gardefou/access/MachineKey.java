package eu.gardefou.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A machine's key, without its secret.
 *
 * @param id 12 hexadecimal digits; the part of the key that may be shown
 * @param createdBy pseudonymous caller
 * @param lastUsed to the hour; null when never used
 * @param revokedAt null while it is good
 */
public record MachineKey(
    String id,
    String name,
    Set<Scope> scopes,
    Instant createdAt,
    String createdBy,
    @Nullable Instant lastUsed,
    @Nullable Instant revokedAt) {
  /** Keeps its own copy. */
  public MachineKey {
    scopes = Set.copyOf(scopes);
  }

  /** Whether it still opens anything. */
  public boolean active() {
    return revokedAt == null;
  }

  /** What is recorded of its requests, such as {@code key:0c5a61d2f9e4}. */
  public Caller caller() {
    return new Caller("key:" + id);
  }
}
