package eu.gardefou.lineage;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What went before a request, within a day.
 *
 * <p>Two kinds of things are told from it. What {@link #tally} tells is a fact about the content,
 * the same whoever asks. What {@link #standing} tells slows somebody down who tries again and
 * again, and is no judgement of the content: it goes by the caller as well.
 */
final class Past {
  /** So long the same request gets the same refusal. */
  static final Duration REMEMBERED = Duration.ofHours(1);

  /** So many refusals of a chain have no consequence for what else a caller asks of it. */
  static final int FREE = 5;

  /**
   * So many of a chain, of one caller {@value #FREE} at most, slow everybody down: many keys are no
   * way around.
   */
  static final int FREE_FOR_ALL = 30;

  static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  static final Duration LONGEST_FOR_ALL = Duration.ofMinutes(10);
  static final Duration LONGEST_WAIT = Duration.ofHours(6);

  /** A mask that differs in no more cells is the same one. */
  private static final int SAME_PLACE = 6;

  private final Descent descent;
  private final Asked asked;
  private final List<PastTurn> turns;
  private final Instant now;

  Past(Descent descent, Asked asked, List<PastTurn> turns) {
    this.descent = descent;
    this.asked = asked;
    this.turns = turns;
    this.now = turns.isEmpty() ? Instant.EPOCH : turns.getFirst().readAt();
  }

  /**
   * Counts the other requests of the chain: one that comes again is no further step. Of a request
   * that has begun those before it count, so that of many at once the first is still the first; and
   * whatever was refused by now.
   *
   * @param self the turn that is asked about; 0 when it has not begun
   */
  Tally tally(long self) {
    Map<Object, PastTurn> others = new HashMap<>();
    Map<Object, PastTurn> refused = new HashMap<>();
    Object mine = likeness(asked.words(), descent.inputs());
    for (PastTurn turn : turns) {
      Object its = likeness(turn.asked().words(), turn.inputs());
      boolean later =
          self != 0
              && turn.id() >= self
              && (turn.id() == self || turn.outcome() != Outcome.REFUSED);
      if (later || its.equals(mine) || turn.outcome() == Outcome.UNASSESSED) {
        continue;
      }
      if (turn.outcome() == Outcome.REFUSED) {
        refused.put(its, turn);
      } else {
        others.merge(its, turn, (one, other) -> one.hint() >= other.hint() ? one : other);
      }
    }
    double hinted =
        others.values().stream().mapToDouble(PastTurn::hint).filter(Tally::isHint).sum();
    return new Tally(others.size(), refused.size(), hinted);
  }

  private static Object likeness(Sketch words, List<Long> inputs) {
    return List.of(words, inputs);
  }

  /**
   * Whether this may be tried.
   *
   * @param self the turn that is asked about; 0 when it has not begun
   */
  Standing standing(long self) {
    Optional<UUID> before =
        turns.stream()
            .filter(turn -> turn.id() != self && isTheSame(turn))
            .map(PastTurn::decision)
            .findFirst();
    if (before.isPresent()) {
      return new Standing.Remembered(before.get());
    }
    return delay(self).<Standing>map(Standing.Delayed::new).orElseGet(Standing.Free::new);
  }

  /**
   * Only what was refused after something was drawn is worth another try. A request that was
   * refused as such is judged anew each time, so that mended words and a withdrawn entry of a bank
   * count at once.
   */
  private boolean isTheSame(PastTurn turn) {
    Asked before = turn.asked();
    if (!turn.resulted()
        || !turn.outcome().isRemembered()
        || !turn.at().isAfter(now.minus(REMEMBERED))
        || !before.means().equals(asked.means())) {
      return false;
    }
    if (ByteBuffer.wrap(before.exact()).equals(ByteBuffer.wrap(asked.exact()))) {
      return true;
    }
    boolean sameCaller = before.caller().equals(asked.caller());
    return turn.linked() == descent.isLinked()
        && before.kind().equals(asked.kind())
        && Long.bitCount(before.place() ^ asked.place()) <= SAME_PLACE
        && asked.words().repeats(before.words(), sameCaller)
        && (sameCaller || (turn.linked() && descent.hasAll(turn.inputs())));
  }

  private Optional<Instant> delay(long self) {
    Map<String, Map<Object, PastTurn>> refused = new HashMap<>();
    for (PastTurn turn : turns) {
      if (turn.id() != self
          && turn.outcome() == Outcome.REFUSED
          && turn.linked() == descent.isLinked()
          && (turn.linked() || turn.asked().words().isAkinTo(asked.words()))) {
        refused
            .computeIfAbsent(turn.asked().caller(), _ -> new HashMap<>())
            .putIfAbsent(ByteBuffer.wrap(turn.asked().exact()), turn);
      }
    }
    // Nobody can lock the others out alone.
    List<PastTurn> byAnybody =
        refused.values().stream().flatMap(one -> one.values().stream().limit(FREE)).toList();
    Instant mine =
        until(refused.getOrDefault(asked.caller(), Map.of()).values(), FREE, LONGEST_WAIT);
    Instant until = later(mine, until(byAnybody, FREE_FOR_ALL, LONGEST_FOR_ALL));
    return until.isAfter(now) ? Optional.of(until) : Optional.empty();
  }

  private Instant until(Collection<PastTurn> refused, int free, Duration longest) {
    if (refused.size() < free) {
      return Instant.MIN;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(refused.size() - free, 20));
    return latest(refused).plus(wait.compareTo(longest) > 0 ? longest : wait);
  }

  private Instant latest(Collection<PastTurn> refused) {
    Instant latest = refused.stream().map(PastTurn::at).reduce(Instant.MIN, Past::later);
    return latest.isAfter(now) ? now : latest;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Turns that seem to come: the clock was set back. */
  List<Long> ahead() {
    List<Long> ahead = new ArrayList<>();
    for (PastTurn turn : turns) {
      if (turn.at().isAfter(now)) {
        ahead.add(turn.id());
      }
    }
    return ahead;
  }
}
