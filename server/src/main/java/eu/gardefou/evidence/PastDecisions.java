package eu.gardefou.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads decisions one after another, a page at a time, and changes nothing. */
public final class PastDecisions {
  private static final int PAGE = 200;

  private final JdbcClient sql;

  /** Those of a migrated database. */
  public PastDecisions(DataSource database) {
    this.sql = JdbcClient.create(database);
  }

  /**
   * Shows every decision of a stretch of time, the oldest first.
   *
   * @param from earliest, inclusive
   * @param to latest, exclusive; null for all up to now
   */
  public void each(Instant from, @Nullable Instant to, Consumer<DecisionEntry> reader) {
    UUID last = null;
    List<DecisionEntry> page;
    do {
      page = DecisionRows.past(sql, from, to, last, PAGE);
      page.forEach(reader);
      last = page.isEmpty() ? null : page.getLast().id();
    } while (page.size() == PAGE);
  }
}
