package eu.gardefou.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reporters hear, as JSON. */
final class NoticesJson {
  static final String PATH = "/v1/notices";

  private NoticesJson() {}

  /** An element that a law still misses. */
  record Missing(String element, String regime, String source, String sentence) {
    static List<Missing> of(Completeness completeness) {
      return completeness.missing().stream()
          .map(element ->
              new Missing(
                  element.code(),
                  Fields.word(element.regime()),
                  element.source(),
                  element.sentence()))
          .toList();
    }
  }

  /** A clock; {@code metAt} is null while it runs. */
  record ClockJson(
      String name, String regime, String source, Instant dueAt, @Nullable Instant metAt) {
    static List<ClockJson> of(List<RunningClock> clocks) {
      return clocks.stream()
          .map(clock ->
              new ClockJson(
                  clock.name(),
                  Fields.word(clock.regime()),
                  clock.source(),
                  clock.dueAt(),
                  clock.metAt()))
          .toList();
    }
  }

  /** A field that could not be read. */
  record ErrorJson(String field, String sentence) {
    static List<ErrorJson> of(List<FieldError> errors) {
      return errors.stream().map(error -> new ErrorJson(error.field(), error.sentence())).toList();
    }
  }

  /** The confirmation of receipt (Article 16(4)). */
  record ReceiptJson(
      UUID id,
      String link,
      String code,
      Instant receivedAt,
      String state,
      int items,
      List<Missing> missing,
      List<String> next,
      List<ClockJson> clocks) {
    static ReceiptJson of(Receipt receipt) {
      Case stored = receipt.stored();
      return new ReceiptJson(
          stored.id(),
          PATH + "/" + receipt.link(),
          receipt.code(),
          stored.receivedAt(),
          Fields.word(stored.state()),
          stored.notice().locators().size(),
          Missing.of(stored.missing()),
          next(stored),
          ClockJson.of(receipt.clocks()));
    }

    private static List<String> next(Case stored) {
      List<String> next = new ArrayList<>();
      next.add("Keep the link and the code: with both you see what happens, and nobody without.");
      if (!stored.missing().missing().isEmpty() || !stored.unread().isEmpty()) {
        next.add("Send what is missing to the link followed by /additions, with the code.");
      }
      next.add("A person decides about your notice. Machines sort the queue and decide nothing.");
      return next;
    }
  }

  /** Something that happened. Who did it, and their notes, are not for the reporter. */
  record EventJson(Instant at, String kind, String state) {}

  /** The case, for its reporter. */
  record View(
      UUID id,
      Instant receivedAt,
      String state,
      @Nullable String outcome,
      int items,
      List<Missing> missing,
      List<String> unread,
      List<ClockJson> clocks,
      List<EventJson> events) {
    static View of(Case kept, List<RunningClock> clocks, List<Event> events) {
      Outcome outcome = kept.outcome();
      return new View(
          kept.id(),
          kept.receivedAt(),
          Fields.word(kept.state()),
          outcome == null ? null : Fields.word(outcome),
          kept.notice().locators().size(),
          Missing.of(kept.missing()),
          kept.unread(),
          ClockJson.of(clocks),
          events.stream()
              .filter(event -> isForTheReporter(event.kind()))
              .map(event ->
                  new EventJson(event.at(), Fields.word(event.kind()), Fields.word(event.state())))
              .toList());
    }

    private static boolean isForTheReporter(Event.Kind kind) {
      return switch (kind) {
        case STATE, ADDED, CONTACT_ERASED -> true;
        case CLAIMED, RELEASED, ESCALATED -> false;
      };
    }
  }

  /**
   * What became of one notice of many.
   *
   * @param status as if it had been sent alone; 201 and 422 with a receipt are stored
   * @param detail why it is not stored; null when it is
   */
  record Result(
      int status, @Nullable ReceiptJson receipt, List<ErrorJson> errors, @Nullable String detail) {}

  /** What became of each, in the order in which they were sent. */
  record Results(List<Result> results) {}
}
