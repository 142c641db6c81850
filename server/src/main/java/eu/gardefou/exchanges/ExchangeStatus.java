package eu.gardefou.exchanges;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an exchange is.
 *
 * @param checkpoint up to when the source's changes are known; null when it does not say
 * @param runningSince when the cycle that runs began; null when none does
 * @param completed when the last cycle ended, well or not; null before the first
 * @param succeeded whether it ended well; null before the first
 * @param lastSuccess when one last ended well; null before the first that did
 * @param upToDate whether everything that the source had was read in the last cycle
 * @param items how many entries it has now
 * @param fetched how many changes it told in all
 * @param skipped how many entries, or parts of them, could not be read
 * @param lastSkipped what was wrong with the last of them; null when nothing was
 * @param heldBack entries that vanished all at once and act until {@link
 *     Exchanges#allowWithdrawals}
 * @param lastError what went wrong, and what to do; null when nothing did
 * @param next when it is fetched next; null when it is not, or just is
 * @param pausedAt when it was paused; null when it is not, or nobody wrote it down
 * @param pausedBy who did, as {@link eu.gardefou.access.Caller#id} says
 * @param opinions curators' opinions that the source did not take
 */
public record ExchangeStatus(
    @Nullable Instant checkpoint,
    @Nullable Instant runningSince,
    @Nullable Instant completed,
    @Nullable Boolean succeeded,
    @Nullable Instant lastSuccess,
    boolean upToDate,
    long items,
    long fetched,
    long skipped,
    @Nullable String lastSkipped,
    long heldBack,
    @Nullable String lastError,
    @Nullable Instant next,
    @Nullable Instant pausedAt,
    @Nullable String pausedBy,
    OpinionStatus opinions) {
  /** With what was counted. */
  ExchangeStatus counted(Tally tally) {
    return new ExchangeStatus(
        checkpoint,
        runningSince,
        completed,
        succeeded,
        lastSuccess,
        upToDate,
        tally.items(),
        fetched,
        skipped,
        lastSkipped,
        heldBack,
        lastError,
        next,
        pausedAt,
        pausedBy,
        tally.opinions());
  }
}
