package eu.gardefou.access;

import eu.gardefou.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The package on a fresh database and a clock of its own, without the web. */
final class AccessFixture implements AutoCloseable {
  final TestDatabase database = TestDatabase.fresh();
  final TestClock clock = new TestClock();
  final JdbcClient sql = database.sql();
  final TransactionTemplate transactions =
      new TransactionTemplate(new JdbcTransactionManager(database.app()));
  final Keys keys = new Keys(sql, clock);
  final People people = new People(sql, transactions, clock, new Passwords());
  final SignInLinks links = new SignInLinks(sql, transactions, clock, people);
  final SignInLimits limits = new SignInLimits(sql, transactions, clock);

  Person firstAdmin(String name, String password) {
    return links.redeem(links.firstStart().orElseThrow().token(), name, password);
  }

  @Override
  public void close() {
    database.close();
  }
}
