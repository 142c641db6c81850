package eu.gardefou.notices;

import eu.gardefou.notices.NoticesJson.ErrorJson;
import eu.gardefou.notices.NoticesJson.ReceiptJson;
import eu.gardefou.notices.NoticesJson.Result;
import eu.gardefou.wire.BadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Notices as they arrive: counted, read, stored, one or many at a time. */
final class Intake {
  static final int MOST_WITH_A_KEY = 100;
  static final int MOST = 10;

  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  private final Notices notices;
  private final Attempts attempts;
  private final Supplier<Secrets> secrets;

  Intake(Notices notices, Attempts attempts, Supplier<Secrets> secrets) {
    this.notices = notices;
    this.attempts = attempts;
    this.secrets = secrets;
  }

  /**
   * Who sends.
   *
   * @param key of idempotency; null when none was sent
   */
  record Sender(Submitter by, Neighbourhood from, @Nullable String key) {}

  /** Stores one. */
  Receipt one(ObjectNode body, Sender sender) {
    count(sender, 1);
    return store(body, sender, sender.key());
  }

  /** Stores many, each by itself: one that cannot be stored holds up no other. */
  List<Result> many(JsonNode list, Sender sender) {
    int most = sender.by().trusted() ? MOST_WITH_A_KEY : MOST;
    if (!list.isArray() || list.isEmpty() || list.size() > most) {
      throw BadRequest.invalid("notices", "'notices' is a list of 1 to " + most + " notices.");
    }
    count(sender, list.size());
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String key = sender.key() == null ? null : sender.key() + "\n" + i;
      results.add(result(list.get(i), sender, key));
    }
    return results;
  }

  /** Adds to a notice that its reporter has opened. */
  Receipt add(UUID notice, String link, ObjectNode body, Sender sender) {
    attempts.begin(Attempts.Kind.ADDITION, link, 1);
    count(sender, 1);
    return notices.add(notice, NoticeForm.read(body));
  }

  private void count(Sender sender, int many) {
    if (!sender.by().trusted()) {
      attempts.begin(Attempts.Kind.NOTICE, sender.from().prefix(), many);
    }
  }

  private Result result(JsonNode body, Sender sender, @Nullable String key) {
    if (!(body instanceof ObjectNode object)) {
      return notStored(422, "A notice is an object.");
    }
    try {
      Receipt receipt = store(object, sender, key);
      return new Result(
          receipt.errors().isEmpty() ? 201 : 422,
          ReceiptJson.of(receipt),
          ErrorJson.of(receipt.errors()),
          null);
    } catch (NoticeProblem problem) {
      return notStored(
          problem.reason() == NoticeProblem.Cause.REUSED ? 422 : 503, problem.sentence());
    } catch (DataAccessException | TransactionException unstored) {
      log.warn("a notice of many could not be stored", unstored);
      return notStored(503, NoticesProblems.NOT_STORED);
    }
  }

  private static Result notStored(int status, String sentence) {
    return new Result(status, null, List.of(), sentence);
  }

  private Receipt store(ObjectNode body, Sender sender, @Nullable String key) {
    Draft draft = NoticeForm.read(body);
    return key == null
        ? notices.receive(draft, sender.by())
        : notices.receive(
            draft, sender.by(), Requests.Sent.of(secrets.get(), sender.by(), key, body.toString()));
  }
}
