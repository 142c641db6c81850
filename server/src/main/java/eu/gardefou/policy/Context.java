package eu.gardefou.policy;

import org.jspecify.annotations.Nullable;

/**
 * Recorded facts around content. The floor never sees them; country overlays do, and can only make
 * a decision stricter.
 *
 * @param country ISO 3166-1 alpha-2 code in capitals; null, or anything that is no such code, when
 *     it is not known, and then every overlay applies: hiding one's country gains nothing
 * @param surface the door it came through, such as {@code /v1/images/edits}
 * @param tier what the caller pays for, such as {@code free}
 */
public record Context(@Nullable String country, String surface, String tier) {}
