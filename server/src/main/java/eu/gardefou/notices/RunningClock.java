package eu.gardefou.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a notice.
 *
 * @param name such as {@code NOTICE_DECISION}
 * @param source where the law, or this house, says so
 * @param warnAt when somebody is told that it will run out
 * @param metAt when it was met; null while it runs
 */
public record RunningClock(
    String name,
    Regime regime,
    String source,
    Instant startedAt,
    Instant warnAt,
    Instant dueAt,
    @Nullable Instant metAt) {}
