package eu.gardefou.console;

import eu.gardefou.access.Callers;
import eu.gardefou.access.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Secrets on their way from the action that made them to the one page that shows them, so that a
 * page loaded again makes nothing again. In memory, for a minute, for the person who made it, once:
 * where several nodes serve one address without sticky sessions the page may come out empty, and
 * says what to do. Safe for many threads.
 */
final class Handover {
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);
  private static final int MOST = 100;

  private final Map<String, Kept> waiting = new LinkedHashMap<>();
  private final Clock clock;

  Handover(Clock clock) {
    this.clock = clock;
  }

  private record Kept(long person, Once page, Instant until) {}

  /** Keeps a page for whoever makes this request, and hands back what to ask for it by. */
  synchronized String give(Once page) {
    Instant now = clock.instant();
    waiting.values().removeIf(kept -> !now.isBefore(kept.until()));
    if (waiting.size() >= MOST) {
      Iterator<Kept> oldestFirst = waiting.values().iterator();
      oldestFirst.next();
      oldestFirst.remove();
    }
    String ticket = UUID.randomUUID().toString();
    waiting.put(ticket, new Kept(whoAsks().orElseThrow().id(), page, now.plus(GOOD_FOR)));
    return ticket;
  }

  /** The page, once, for whoever it was made for. */
  synchronized Optional<Once> take(String ticket) {
    Kept kept = waiting.get(ticket);
    if (kept == null || whoAsks().filter(person -> person.id() == kept.person()).isEmpty()) {
      return Optional.empty();
    }
    waiting.remove(ticket);
    return clock.instant().isBefore(kept.until()) ? Optional.of(kept.page()) : Optional.empty();
  }

  private static Optional<Person> whoAsks() {
    return Callers.person();
  }
}
