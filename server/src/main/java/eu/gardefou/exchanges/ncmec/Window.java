package eu.gardefou.exchanges.ncmec;

import eu.gardefou.exchanges.peer.Checkpoint;
import eu.gardefou.exchanges.peer.Times;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the list's time that is being read, page by page.
 *
 * <p>Entries come in no order, so only a window that was read to its end moves the beginning of the
 * next one. Windows overlap, since what is told twice is harmless and what is left out is not. A
 * window that holds too much is given up for a shorter one; quiet ones grow. Addresses of further
 * pages are good for twelve hours: later the window is opened again.
 *
 * @param from everything before is known
 * @param to its end; null when it is not open
 * @param span how long the next window is, in seconds
 * @param next the address of the next page; null for the first
 * @param opened when its first page was asked for
 * @param entries how many it had so far
 * @param quiet how many windows in a row had little
 */
record Window(
    Instant from,
    @Nullable Instant to,
    long span,
    @Nullable String next,
    Instant opened,
    long entries,
    int quiet) {
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  /** The list goes on while it is read: the last seconds are left for the next time. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private static final Duration ADDRESS_LIFE = Duration.ofHours(11);
  private static final long LONGEST = Duration.ofDays(36_500).toSeconds();
  private static final long SHORTEST = 60;
  private static final long MANY = 100_000;
  private static final long FEW = 2_000;
  private static final int QUIET = 4;
  private static final int SHRINK = 4;
  private static final int GROW = 2;

  /** As it was kept; from the beginning of time when nothing was. */
  static Window of(@Nullable Checkpoint kept) {
    Checkpoint words = kept == null ? Checkpoint.empty() : kept;
    String to = words.text("to");
    return new Window(
        words.time("from", Instant.EPOCH),
        to == null ? null : Instant.parse(to),
        words.number("span", LONGEST),
        words.text("next"),
        words.time("opened", Instant.EPOCH),
        words.number("entries", 0),
        (int) words.number("quiet", 0));
  }

  Checkpoint kept() {
    return Checkpoint.empty()
        .with("from", from)
        .with("to", to)
        .with("span", span)
        .with("next", next)
        .with("opened", opened)
        .with("entries", entries == 0 ? null : entries)
        .with("quiet", quiet == 0 ? null : quiet);
  }

  /** The window to ask for: this one while its pages are good, or one that is opened now. */
  Window open(Instant now) {
    boolean fresh = opened.plus(ADDRESS_LIFE).isAfter(now) && !opened.isAfter(now);
    if (to != null && next != null && fresh) {
      return this;
    }
    Instant end = now.minus(MARGIN);
    // Behind our own clock, should that have been set back.
    Instant start = from.isBefore(end.minus(OVERLAP)) ? from : end.minus(OVERLAP);
    if (start.isBefore(Instant.EPOCH)) {
      start = Instant.EPOCH;
    }
    long length = Math.min(Math.max(span, SHORTEST), Duration.between(start, end).toSeconds());
    return new Window(start, start.plusSeconds(length), span, null, now, 0, quiet);
  }

  /** The address of its page, below the base. */
  String path() {
    if (next != null) {
      return next;
    }
    return "/v2/entries?from=" + written(from) + "&to=" + written(end());
  }

  private static String written(Instant at) {
    return URLEncoder.encode(Times.seconds(at), StandardCharsets.UTF_8);
  }

  /** Where it is open to. */
  Instant end() {
    return to == null ? from : to;
  }

  /** Whether a first page announces so many entries that a shorter window is better. */
  boolean tooMuch(long estimate) {
    return next == null && estimate > MANY && end().minusSeconds(SHORTEST).isAfter(from);
  }

  Window shorter() {
    long length = Duration.between(from, end()).toSeconds() / SHRINK;
    return new Window(from, null, Math.max(length, SHORTEST), null, opened, 0, 0);
  }

  Window after(String nextPage, int more) {
    return new Window(from, to, span, nextPage, opened, entries + more, quiet);
  }

  /**
   * Read to its end.
   *
   * @param theirs the list's own clock, should ours run ahead
   */
  Window closed(int more, Instant theirs) {
    long all = entries + more;
    Instant start = reachesNow() ? present(theirs) : end().minusSeconds(1);
    if (all > MANY) {
      return new Window(start, null, Math.max(span / SHRINK, SHORTEST), null, opened, 0, 0);
    }
    int still = all < FEW ? quiet + 1 : 0;
    if (still < QUIET) {
      return new Window(start, null, span, null, opened, 0, still);
    }
    return new Window(start, null, Math.min(span * GROW, LONGEST), null, opened, 0, 0);
  }

  private Instant present(Instant theirs) {
    Instant known = (end().isBefore(theirs) ? end() : theirs).minus(OVERLAP);
    return known.isBefore(Instant.EPOCH) ? Instant.EPOCH : known;
  }

  /** Whether it reached the present of when it was opened. */
  boolean reachesNow() {
    return !end().isBefore(opened.minus(MARGIN).minusSeconds(1));
  }
}
