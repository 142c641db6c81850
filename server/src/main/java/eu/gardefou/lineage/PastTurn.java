package eu.gardefou.lineage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A request that came before.
 *
 * @param at when it was asked
 * @param readAt what the database's clock says now
 * @param linked whether some picture of it tells it apart from others
 * @param inputs its pictures, 0 for one that is like many
 * @param hint how strongly its words spoke of undressing, 0 to 1
 * @param resulted whether it is its result that was judged last
 * @param decision the last decision on it
 */
record PastTurn(
    long id,
    Instant at,
    Instant readAt,
    boolean linked,
    Asked asked,
    List<Long> inputs,
    double hint,
    Outcome outcome,
    boolean resulted,
    UUID decision) {}
