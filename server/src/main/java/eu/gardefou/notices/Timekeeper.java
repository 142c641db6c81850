package eu.gardefou.notices;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the clocks looked at every minute, by one node at a time; when that one dies, another takes
 * its place. What a dead node left half done is done again, and nobody is told twice.
 */
final class Timekeeper implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Timekeeper.class);
  private static final String TASK = "notices-clocks";
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Clock clock;
  private final Scheduler scheduler;
  private final ScheduledExecutorService care =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("notices-care").factory());

  Timekeeper(DataSource database, Escalation escalation, Requests requests, Clock clock) {
    this.clock = clock;
    RecurringTask<Void> looking =
        Tasks.recurring(TASK, FixedDelay.of(EVERY))
            .execute((_, _) -> {
              int told = escalation.run();
              if (told > 0) {
                log.warn("{} clocks of notices run out soon, or have", told);
              }
              requests.tidy(clock.instant());
            });
    this.scheduler =
        Scheduler.create(database)
            .startTasks(looking)
            .tableName("notices.scheduled_tasks")
            .serializer(new NoData())
            .threads(1)
            .pollingInterval(Duration.ofSeconds(10))
            .heartbeatInterval(Duration.ofSeconds(10))
            .missedHeartbeatsLimit(5)
            .shutdownMaxWait(Duration.ofSeconds(1))
            .clock(clock::instant)
            .build();
  }

  Timekeeper start() {
    scheduler.start();
    var _ = care.scheduleWithFixedDelay(this::mendQuietly, 1, 1, TimeUnit.MINUTES);
    return this;
  }

  private void mendQuietly() {
    try {
      mend();
    } catch (RuntimeException later) {
      log.warn("the schedule of the clocks could not be looked after; it is tried again", later);
    }
  }

  /** A clock that ran ahead put the next look off for too long: it is brought back. */
  void mend() {
    TaskInstanceId id = TaskInstanceId.of(TASK, RecurringTask.INSTANCE);
    Instant latest = clock.instant().plus(EVERY.multipliedBy(2));
    Optional<ScheduledExecution<Object>> planned = scheduler.getScheduledExecution(id);
    if (planned.isPresent()
        && !planned.get().isPicked()
        && planned.get().getExecutionTime().isAfter(latest)) {
      try {
        scheduler.reschedule(id, clock.instant());
      } catch (DbSchedulerException taken) {
        log.debug("another node has just taken the look at the clocks", taken);
      }
    }
  }

  /** When the clocks are looked at next. */
  Optional<Instant> next() {
    return scheduler
        .getScheduledExecution(TaskInstanceId.of(TASK, RecurringTask.INSTANCE))
        .map(ScheduledExecution::getExecutionTime);
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
