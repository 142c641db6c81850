package eu.gardefou.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works with the gate.
 *
 * @param disabledAt null while they may sign in
 * @param invited true until they have chosen a password
 */
public record Person(
    long id,
    String name,
    Set<Role> roles,
    Instant createdAt,
    @Nullable Instant disabledAt,
    boolean invited) {
  /** Keeps its own copy. */
  public Person {
    roles = Set.copyOf(roles);
  }

  /** Whether they may sign in. */
  public boolean active() {
    return disabledAt == null && !invited;
  }

  /** What is recorded of their actions, such as {@code person:12}. */
  public Caller caller() {
    return new Caller("person:" + id);
  }
}
