package eu.gardefou.exchanges.peer;

import org.jspecify.annotations.Nullable;

/**
 * Entries, or parts of them, that could not be read.
 *
 * @param count how many
 * @param last what was wrong with the last one, in one sentence without anything secret
 */
public record Skipped(long count, @Nullable String last) {
  /** All could be read. */
  public static final Skipped NONE = new Skipped(0, null);

  private static final int LONGEST = 300;

  /** One more. */
  public Skipped and(String sentence) {
    return new Skipped(count + 1, Text.tidy(sentence, LONGEST));
  }
}
