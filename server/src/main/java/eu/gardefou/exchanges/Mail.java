package eu.gardefou.exchanges;

import eu.gardefou.exchanges.peer.PeerFailure;
import eu.gardefou.exchanges.peer.PeerFailure.Kind;
import eu.gardefou.exchanges.peer.Source;
import eu.gardefou.exchanges.peer.View;
import eu.gardefou.matching.Opinion;
import eu.gardefou.matching.Opinion.Verdict;
import eu.gardefou.matching.Opinions;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes curators' opinions back to the source. One that the source refuses for good is set aside
 * with what it said; one that fails is tried again, later every time. Neither holds up the others:
 * those that were never tried come first, then the one whose last try is longest ago; the rest
 * waits for the next cycle only when one after the other fails, or the source asks for patience.
 */
final class Mail {
  private static final int BATCH = 100;
  private static final int MOST = 2_000;
  private static final int MOST_FAILURES = 3;

  private final Opinions opinions;
  private final Items items;
  private final Unheard unheard;
  private final Clock clock;

  Mail(Desk desk) {
    this.opinions = desk.opinions();
    this.items = desk.items();
    this.unheard = desk.unheard();
    this.clock = desk.clock();
  }

  /** Whether they are taken changes nothing about the cycle: the entries were read. */
  void send(String exchange, Source source) throws InterruptedException {
    if (!source.hearsOpinions()) {
      return;
    }
    Map<Long, Unheard.Tried> tried = unheard.tried(exchange, clock.instant());
    Map<Long, Opinion> again = new HashMap<>();
    Delivery delivery = new Delivery(exchange, source);
    List<Opinion> some = opinions.unsent(exchange, 0, BATCH);
    while (!some.isEmpty()) {
      for (Opinion opinion : some) {
        if (tried.containsKey(opinion.id())) {
          again.put(opinion.id(), opinion);
        } else if (!delivery.goesOn(opinion)) {
          return;
        }
      }
      some = opinions.unsent(exchange, some.getLast().id(), BATCH);
    }
    for (Opinion opinion : due(tried, again)) {
      if (!delivery.goesOn(opinion)) {
        return;
      }
    }
  }

  private static List<Opinion> due(Map<Long, Unheard.Tried> tried, Map<Long, Opinion> again) {
    return tried.entrySet().stream()
        .filter(one -> one.getValue().due() && again.containsKey(one.getKey()))
        .sorted(Comparator.comparing(one -> one.getValue().last()))
        .map(one -> again.get(one.getKey()))
        .toList();
  }

  /** What is sent in one cycle. */
  private final class Delivery {
    private final String exchange;
    private final Source source;
    private int sent;
    private int failures;

    Delivery(String exchange, Source source) {
      this.exchange = exchange;
      this.source = source;
    }

    /** Sends one, and says whether more of them may follow now. */
    boolean goesOn(Opinion opinion) throws InterruptedException {
      try {
        settle(opinion, source.tell(view(opinion)));
        failures = 0;
      } catch (PeerFailure failure) {
        unheard.putOff(
            exchange, opinion.id(), failure.sentence(), clock.instant(), failure.patience());
        failures = failure.kind() == Kind.BUSY ? MOST_FAILURES : failures + 1;
      }
      sent++;
      return failures < MOST_FAILURES && sent < MOST;
    }

    private View view(Opinion opinion) {
      String key = opinion.origin().key();
      return new View(
          key,
          items.handle(exchange, key),
          opinion.signals(),
          opinion.verdict() == Verdict.CONFIRM,
          opinion.reason());
    }

    private void settle(Opinion opinion, @Nullable String refused) {
      if (refused == null) {
        unheard.heard(exchange, opinion.id());
      } else {
        unheard.refused(exchange, opinion.id(), refused, clock.instant());
      }
      opinions.sent(opinion);
    }
  }
}
