package eu.gardefou.notices;

import eu.gardefou.access.Caller;
import eu.gardefou.evidence.Ids;
import eu.gardefou.notices.ClockRule.MetBy;
import eu.gardefou.notices.Contacts.Contact;
import eu.gardefou.notices.NoticeProblem.Cause;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes notices in and keeps them. What a method has returned is stored; when it throws, nothing
 * is. Safe for many threads and nodes.
 */
public final class Notices {
  static final String SYSTEM = "system";
  static final String REPORTER = "reporter";

  private final TransactionOperations transactions;
  private final Supplier<Secrets> secrets;
  private final ClockRules rules;
  private final Clock clock;
  private final Ids ids;
  private final NoticeTable table;
  private final Contacts contacts;
  private final EventLog events;
  private final ClockTable clocks;
  private final Requests requests;

  Notices(
      JdbcClient sql,
      TransactionOperations transactions,
      Supplier<Secrets> secrets,
      ClockRules rules,
      Clock clock) {
    this.transactions = transactions;
    this.secrets = secrets;
    this.rules = rules;
    this.clock = clock;
    this.ids = new Ids(clock);
    this.table = new NoticeTable(sql);
    this.contacts = new Contacts(sql, secrets);
    this.events = new EventLog(sql);
    this.clocks = new ClockTable(sql);
    this.requests = new Requests(sql);
  }

  /** Stores a notice, whatever it lacks, and starts its clocks. */
  public Receipt receive(Draft draft, Submitter by) {
    return Objects.requireNonNull(transactions.execute(_ -> store(draft, by)));
  }

  /** The same, once: the same request sent again has the same answer and stores nothing. */
  Receipt receive(Draft draft, Submitter by, Requests.Sent sent) {
    return Objects.requireNonNull(
        transactions.execute(_ ->
            requests
                .earlier(sent)
                .map(id -> receipt(id, draft.errors()))
                .orElseGet(() -> storeOnce(draft, by, sent))));
  }

  private Receipt storeOnce(Draft draft, Submitter by, Requests.Sent sent) {
    Receipt receipt = store(draft, by);
    requests.remember(sent, receipt.stored().id(), clock.instant());
    return receipt;
  }

  private Receipt store(Draft draft, Submitter by) {
    UUID id = ids.next();
    Instant now = clock.instant();
    String link = secrets.get().link(id);
    String code = secrets.get().code(id);
    var digests =
        new NoticeTable.Digests(
            secrets.get().linkDigest(link), secrets.get().codeDigest(link, code));
    table.add(id, digests, now, by, draft);
    contacts.put(id, Contact.of(draft.notice().reporter(), draft.errors()));
    log(id, now, by.trusted() ? by.id() : REPORTER, State.RECEIVED, "received");
    start(id, draft.notice(), now, now);
    move(id, now, State.ACKNOWLEDGED, "the answer confirms the receipt");
    clocks.meet(id, MetBy.ACKNOWLEDGED, now);
    State waiting = State.waitingFor(Completeness.of(draft.notice()));
    if (waiting.needsMore()) {
      move(id, now, waiting, "something is missing");
    }
    clocks.tell(id);
    return receipt(id, draft.errors());
  }

  private void start(UUID id, Notice notice, Instant receivedAt, Instant now) {
    rules
        .of(notice, Completeness.of(notice), receivedAt)
        .forEach(rule -> clocks.start(id, rule, now));
  }

  private void move(UUID id, Instant at, State to, String reason) {
    table.move(id, to, null, null);
    log(id, at, SYSTEM, to, reason);
  }

  private void log(UUID id, Instant at, String actor, State state, String reason) {
    events.add(id, at, actor, Event.Kind.STATE, state, reason);
  }

  /**
   * Adds what its reporter says later. What was said stays said, and clocks that run can only be
   * made to run out earlier.
   *
   * @throws NoticeProblem when there is no such notice, or it is decided already
   */
  public Receipt add(UUID id, Draft more) {
    return Objects.requireNonNull(transactions.execute(_ -> addLocked(id, more)));
  }

  private Receipt addLocked(UUID id, Draft more) {
    State state = table.lock(id);
    if (!state.isOpen()) {
      throw new NoticeProblem(
          Cause.IMPOSSIBLE, "This case is closed: send what is new as another notice.");
    }
    Instant now = clock.instant();
    Case before = table.find(id);
    Contact contact = contacts.of(id);
    Contact all = contact.completedBy(Contact.of(more.notice().reporter(), more.errors()));
    Notice notice = withReporter(before.notice(), contact).completedBy(more.notice());
    if (notice.isTooMuch() || all.isTooMuch()) {
      throw new NoticeProblem(
          Cause.IMPOSSIBLE, "This case can hold no more: send what is new as another notice.");
    }
    table.change(id, notice, more.errors());
    contacts.put(id, all);
    events.add(id, now, REPORTER, Event.Kind.ADDED, state, "more was said");
    start(id, notice, before.receivedAt(), now);
    State waiting = State.waitingFor(Completeness.of(notice));
    if (state.needsMore() && waiting != state) {
      move(id, now, waiting, "by what was added");
    } else if (state == State.MISUSE_HOLD && !notice.mayBeHeld()) {
      move(id, now, State.IN_REVIEW, "such a notice is always processed");
    }
    clocks.tell(id);
    return receipt(id, more.errors());
  }

  private static Notice withReporter(Notice notice, Contact contact) {
    return new Notice(
        notice.locators(),
        notice.explanation(),
        contact.in(notice.reporter()),
        notice.goodFaith(),
        notice.notConsented(),
        notice.category(),
        notice.language(),
        notice.country());
  }

  /** The confirmation of a notice's receipt, as it can be given again. */
  Receipt receipt(UUID id, List<FieldError> errors) {
    return new Receipt(
        table.find(id), secrets.get().link(id), secrets.get().code(id), errors, clocks.of(id));
  }

  /**
   * Reads a notice, without who reported.
   *
   * @throws NoticeProblem when there is none
   */
  public Case find(UUID id) {
    return table.find(id);
  }

  /** What happened to a notice, in order. */
  public List<Event> events(UUID id) {
    return events.of(id);
  }

  /** Its clocks, those that run out first at the front. */
  public List<RunningClock> clocks(UUID id) {
    return clocks.of(id);
  }

  /** Who reported, for those who have to tell them; nothing of it when it was erased. */
  public Reporter reporter(UUID id) {
    return contacts.of(id).in(table.find(id).notice().reporter());
  }

  /** Erases who reported, and keeps the notice. */
  public void eraseContact(UUID id, Caller by, String reason) {
    transactions.executeWithoutResult(_ -> {
      State state = table.lock(id);
      if (contacts.erase(id)) {
        events.add(id, clock.instant(), by.id(), Event.Kind.CONTACT_ERASED, state, reason);
      }
    });
  }
}
