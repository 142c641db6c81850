package eu.gardefou.matching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often look-ups found an entry, here, on all nodes; some seconds late.
 *
 * @param first null when none did
 * @param last null when none did
 */
public record Sightings(long hits, @Nullable Instant first, @Nullable Instant last) {}
