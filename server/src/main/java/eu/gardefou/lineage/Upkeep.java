package eu.gardefou.lineage;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets what is old, on one node at a time; and has every node read what is new, so that requests
 * need not.
 */
final class Upkeep implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final int BATCH = 10_000;

  private final JdbcClient sql;
  private final Lineage lineage;
  private final LineageSettings settings;
  private final Scheduler scheduler;
  private final ScheduledExecutorService care =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lineage").factory());

  Upkeep(DataSource database, Lineage lineage, LineageSettings settings) {
    this.sql = JdbcClient.create(database);
    this.lineage = lineage;
    this.settings = settings;
    RecurringTask<Void> tidying =
        Tasks.recurring("lineage-tidy", FixedDelay.of(EVERY)).execute((_, _) -> forget());
    this.scheduler =
        Scheduler.create(database)
            .startTasks(tidying)
            .tableName("lineage.scheduled_tasks")
            .serializer(new NoData())
            .threads(1)
            .pollingInterval(Duration.ofMinutes(1))
            .shutdownMaxWait(Duration.ofSeconds(1))
            .build();
  }

  Upkeep start() {
    scheduler.start();
    var _ = care.scheduleWithFixedDelay(this::lookAhead, 0, 1, TimeUnit.SECONDS);
    long every = EVERY.toSeconds();
    var _ = care.scheduleWithFixedDelay(this::lookBack, every, every, TimeUnit.SECONDS);
    return this;
  }

  /** Forgets pictures that were not seen for long, and requests that are as old. */
  void forget() {
    long seconds = settings.keep().toSeconds();
    repeat(
        """
        DELETE FROM lineage.turn WHERE id IN (
          SELECT id FROM lineage.turn WHERE at < now() - ? * interval '1 second'
          ORDER BY at LIMIT ?)
        """,
        seconds);
    repeat(
        """
        DELETE FROM lineage.picture WHERE id IN (
          SELECT id FROM lineage.picture WHERE seen_at < now() - ? * interval '1 second'
          ORDER BY seen_at LIMIT ?)
        """,
        seconds);
    forgetWhatIsTooMuch();
  }

  private void repeat(String statement, long seconds) {
    int gone;
    do {
      gone = sql.sql(statement).params(seconds, BATCH).update();
    } while (gone == BATCH);
  }

  private void forgetWhatIsTooMuch() {
    long many = sql.sql("SELECT count(*) FROM lineage.picture").query(Long.class).single();
    if (many > settings.most()) {
      log.warn(
          "{} pictures are remembered, and {} may be: those are forgotten that were not seen for"
              + " longest (gardefou.lineage.most)",
          many,
          settings.most());
    }
    for (long over = many - settings.most(); over > 0; over -= BATCH) {
      sql.sql(
              """
              DELETE FROM lineage.picture WHERE id IN (
                SELECT id FROM lineage.picture ORDER BY seen_at LIMIT ?)
              """)
          .param(Math.min(over, BATCH))
          .update();
    }
  }

  private void lookAhead() {
    try {
      lineage.readAhead();
    } catch (RuntimeException later) {
      log.debug("recent pictures could not be read yet; the next request tries again", later);
    }
  }

  private void lookBack() {
    try {
      lineage.recent().forgetOld();
    } catch (RuntimeException later) {
      log.warn("what is old could not be taken out of memory; it is tried again", later);
    }
  }

  @Override
  public void close() {
    care.shutdownNow();
    scheduler.stop();
  }

  /** The task has no data, so nothing is written and nothing is ever read. */
  private static final class NoData implements Serializer {
    @Override
    public byte[] serialize(Object data) {
      return new byte[0];
    }

    @Override
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // as the interface has it
    public <T> T deserialize(Class<T> type, byte[] serialized) {
      return null;
    }
  }
}
