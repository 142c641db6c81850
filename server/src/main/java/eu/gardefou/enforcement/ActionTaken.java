package eu.gardefou.enforcement;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action on record, with its reasons.
 *
 * @param id of the action
 * @param key the caller's
 * @param word what was done, such as {@code remove} or {@code restore}
 * @param item what the platform calls the content or the account
 * @param decidedBy who decided, as the caller said
 * @param at when
 * @param statement its statement of reasons as the Transparency Database takes it, a JSON object;
 *     null for a reversal
 * @param reverses what it takes back; null for a restriction
 * @param language in which the recipient is told
 * @param text what the recipient is told
 */
public record ActionTaken(
    UUID id,
    String key,
    String word,
    String item,
    String decidedBy,
    Instant at,
    @Nullable String statement,
    @Nullable UUID reverses,
    Locale language,
    String text) {
  /** How a reversal is called. */
  static final String RESTORE = "restore";
}
