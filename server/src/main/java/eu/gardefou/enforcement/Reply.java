package eu.gardefou.enforcement;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the Transparency Database said. */
sealed interface Reply {
  /** All were stored, in this order. */
  record Stored(List<UUID> uuids) implements Reply {}

  /**
   * Nothing was stored, for these are wrong.
   *
   * @param reasons by place in the call, the field map as JSON; empty when it was not said which
   */
  record Wrong(Map<Integer, String> reasons, String all) implements Reply {}

  /** Nothing was stored, for these puids are in use, or just being used. */
  record Used(Set<String> puids) implements Reply {}

  /** The token is missing, wrong, or not enough. */
  record Barred(int status) implements Reply {}

  /**
   * Not now.
   *
   * @param status null when there was no answer
   * @param after how long it asks to wait
   */
  record Later(@Nullable Integer status, String answer, Duration after) implements Reply {}
}
