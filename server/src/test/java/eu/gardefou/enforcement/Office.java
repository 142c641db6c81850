package eu.gardefou.enforcement;

import eu.gardefou.access.TestClock;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.fetch.Sender;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database, a clock that stands still, and what acts on them. */
final class Office implements AutoCloseable {
  static final String SECRET = "0123456789abcdef0123456789abcdef";

  final TestDatabase database = TestDatabase.fresh();
  final TestClock clock = new TestClock();
  final TransactionTemplate transactions =
      new TransactionTemplate(new DataSourceTransactionManager(database.app()));
  final Enforcement enforcement = new Enforcement(database.sql(), transactions, clock);
  final Outbox outbox = new Outbox(database.sql(), transactions, clock);
  final Sender sender = new Sender(List.of("127.0.0.0/8"), Duration.ofSeconds(10));

  ActionTaken remove(String key, String item) {
    return enforcement.act(
        new Action.Remove(new Action.Target(key, item, "ada", Locale.FRENCH)), Reasons.removal());
  }

  ActionTaken restore(String key, ActionTaken action) {
    return enforcement.restore(
        new Restore(
            key, action.id(), Restore.Cause.COMPLAINT, "It was satire.", "bob", Locale.FRENCH));
  }

  Webhook webhook(URI url) {
    return new Webhook(url, SECRET, sender, clock);
  }

  Deliveries deliveries(URI url) {
    return new Deliveries(database.sql(), webhook(url), transactions, clock);
  }

  @Override
  public void close() {
    sender.close();
    database.close();
  }
}
