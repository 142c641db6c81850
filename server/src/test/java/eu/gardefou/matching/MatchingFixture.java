package eu.gardefou.matching;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What other packages' tests need of this one, made as its configuration makes it. */
public final class MatchingFixture {
  private MatchingFixture() {}

  /** Changes of exchanges. */
  public static Intake intake(DataSource database, Clock clock) {
    JdbcClient sql = JdbcClient.create(database);
    return new Intake(
        new Banks(sql, clock),
        new IntakeStore(sql),
        clock,
        new DataSourceTransactionManager(database));
  }

  /** Opinions of curators. */
  public static Opinions opinions(DataSource database, Clock clock) {
    JdbcClient sql = JdbcClient.create(database);
    return new Opinions(sql, new Banks(sql, clock), clock);
  }
}
