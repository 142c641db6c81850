package eu.gardefou.lineage;

import java.time.Instant;
import java.util.UUID;

/** Whether a request may be tried, as far as what went before is concerned. */
public sealed interface Standing {
  /** Nothing stands against it. */
  record Free() implements Standing {}

  /**
   * It was refused before, and trying again would be drawing until something slips through.
   *
   * @param decision what was decided then
   */
  record Remembered(UUID decision) implements Standing {}

  /**
   * The caller was refused too often here.
   *
   * @param until when it may be tried again
   */
  record Delayed(Instant until) implements Standing {}
}
