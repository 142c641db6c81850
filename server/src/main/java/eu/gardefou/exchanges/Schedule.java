package eu.gardefou.exchanges;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when which exchange is fetched, on one node at a time, and each on a thread of its own: a
 * source that does not answer holds up no other. When a node dies, another one (or the same,
 * started again) takes its place within a minute.
 */
final class Schedule implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Schedule.class);
  private static final String TASK = "exchange";
  private static final Duration DAY = Duration.ofDays(1);

  /** More exchanges than anybody has: each waits for its own source, and for no other. */
  private static final int MOST_AT_ONCE = 500;

  private final Desk desk;
  private final Clock clock;
  private final CustomTask<Void> task;
  private final Scheduler scheduler;
  private final ScheduledExecutorService care =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("exchange-care").factory());

  Schedule(DataSource database, Desk desk, Cycle cycle) {
    this.desk = desk;
    this.clock = desk.clock();
    this.task =
        Tasks.custom(TASK, Void.class)
            .onFailureReschedule(FixedDelay.of(Duration.ofMinutes(5)))
            .onDeadExecutionRevive()
            .execute((instance, _) -> run(cycle, instance));
    this.scheduler =
        Scheduler.create(database, task)
            .tableName("exchanges.scheduled_tasks")
            .serializer(new NoData())
            .executorService(Executors.newCachedThreadPool(threads()))
            .threads(MOST_AT_ONCE)
            .pollingInterval(Duration.ofSeconds(10))
            .heartbeatInterval(Duration.ofSeconds(10))
            .missedHeartbeatsLimit(5)
            .shutdownMaxWait(Duration.ofSeconds(1))
            .enableImmediateExecution()
            .clock(clock::instant)
            .build();
  }

  /** Lists are long to read: threads of the platform, so that nobody else's are held up. */
  private static ThreadFactory threads() {
    return Thread.ofPlatform().daemon().name("exchange-", 0).factory();
  }

  private static CompletionHandler<Void> run(Cycle cycle, TaskInstance<Void> instance) {
    try {
      Optional<Duration> next = cycle.run(instance.getId());
      return next.isPresent()
          ? new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(next.get()))
          : new CompletionHandler.OnCompleteRemove<>();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO));
    }
  }

  /** Begins to fetch. */
  Schedule start() {
    scheduler.start();
    var _ = care.scheduleWithFixedDelay(this::mendQuietly, 0, 10, TimeUnit.MINUTES);
    return this;
  }

  /** Fetches an exchange as soon as a node is free; one that is being fetched goes on. */
  void soon(String name) {
    try {
      scheduler.schedule(
          task.instance(name), clock.instant(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    } catch (DbSchedulerException taken) {
      log.debug("{} is being fetched, or a node has just taken it", name, taken);
    }
  }

  private void mendQuietly() {
    try {
      mend();
    } catch (RuntimeException e) {
      log.warn("The schedule of the exchanges could not be looked after", e);
    }
  }

  /**
   * Looks after exchanges that nobody would fetch: those that were made while the database was
   * restored, and those that a clock which ran ahead put off for too long.
   */
  void mend() {
    for (Row row : desk.table().all()) {
      boolean fetched = row.exchange().enabled() && desk.peers().of(row.exchange().api()).fetched();
      if ((fetched || row.leaving()) && isForgotten(row)) {
        soon(row.name());
      }
    }
  }

  private boolean isForgotten(Row row) {
    Duration every = row.exchange().every();
    Instant latest = clock.instant().plus(every.compareTo(DAY) > 0 ? every : DAY);
    Optional<ScheduledExecution<Object>> planned =
        scheduler.getScheduledExecution(task.instanceId(row.name()));
    return planned.isEmpty()
        || (!planned.get().isPicked() && planned.get().getExecutionTime().isAfter(latest));
  }

  @Override
  public void close() {
    care.shutdownNow();
    scheduler.stop();
  }

  /** Tasks have no data but their name, so nothing is written and nothing is ever read. */
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
