package eu.gardefou.notices;

import eu.gardefou.access.Caller;
import eu.gardefou.access.TestClock;
import eu.gardefou.database.TestDatabase;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module on a real database and a clock that stands still. */
final class Desk implements AutoCloseable {
  static final Caller ADA = new Caller("person:1");
  static final Caller BEA = new Caller("person:2");

  final TestDatabase database = TestDatabase.fresh();
  final TestClock clock = new TestClock();
  final JdbcClient sql = database.sql();
  final TransactionTemplate transactions =
      new TransactionTemplate(new JdbcTransactionManager(database.app()));
  final Secrets secrets = new Secrets(new byte[32]).checkedAgainst(sql);
  final Notices notices = new Notices(sql, transactions, () -> secrets, ClockRules.ours(), clock);
  final CaseWork work = new CaseWork(sql, transactions, clock);

  Receipt receive(String json) {
    return notices.receive(NoticeFormTest.read(json), Submitter.PUBLIC);
  }

  UUID complete() {
    return receive(Examples.COMPLETE).stored().id();
  }

  JdbcClient owner() {
    return JdbcClient.create(database.owner());
  }

  @Override
  public void close() {
    database.close();
  }
}
