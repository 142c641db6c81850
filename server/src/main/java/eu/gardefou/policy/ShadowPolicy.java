package eu.gardefou.policy;

import org.jspecify.annotations.Nullable;

/**
 * A policy on trial beside the one that decides. It is asked the same, and decides nothing.
 *
 * @param policy null when there is none
 */
public record ShadowPolicy(@Nullable Policy policy) {
  /** Nothing is on trial. */
  public static final ShadowPolicy NONE = new ShadowPolicy(null);
}
