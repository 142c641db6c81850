package eu.gardefou.enforcement;

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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what sends, each on one node at a time and on a thread of its own. When a node dies, another
 * one takes its place within a minute.
 */
final class Schedule implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** What is put off further was put off by a clock that ran ahead. */
  private static final Duration FAR = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(Schedule.class);

  private final Scheduler scheduler;
  private final List<Job> jobs;
  private final Clock clock;
  private final ScheduledExecutorService care =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("enforcement-care").factory());

  /** Knows what to run, and begins with nothing. */
  Schedule(DataSource database, List<Job> jobs, Clock clock) {
    this.jobs = List.copyOf(jobs);
    this.clock = clock;
    this.scheduler =
        Scheduler.create(database)
            .startTasks(jobs.stream().map(Schedule::task).toList())
            .tableName("enforcement.scheduled_tasks")
            .serializer(new NoData())
            .executorService(
                Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("enforcement-", 0).factory()))
            .threads(Math.max(1, jobs.size()))
            .pollingInterval(EVERY)
            .heartbeatInterval(Duration.ofSeconds(10))
            .missedHeartbeatsLimit(5)
            .shutdownMaxWait(Duration.ofSeconds(1))
            .clock(clock::instant)
            .build();
  }

  /**
   * What is run again and again.
   *
   * @param name the same on all nodes
   */
  record Job(String name, Runnable work) {
    private String task() {
      return "enforcement-" + name;
    }
  }

  /** None or one of them, as it is configured. */
  record Jobs(List<Job> all) {
    static final Jobs NONE = new Jobs(List.of());

    static Jobs one(String name, Runnable work) {
      return new Jobs(List.of(new Job(name, work)));
    }
  }

  private static RecurringTask<Void> task(Job job) {
    return Tasks.recurring(job.task(), FixedDelay.of(EVERY)).execute((_, _) -> job.work().run());
  }

  /** Begins, unless there is nobody to send to. */
  void start() {
    if (!jobs.isEmpty()) {
      scheduler.start();
      var _ = care.scheduleWithFixedDelay(this::mendQuietly, 1, 1, TimeUnit.MINUTES);
    }
  }

  private void mendQuietly() {
    try {
      mend();
    } catch (RuntimeException later) {
      log.warn("the schedule of sending could not be looked after; it is tried again", later);
    }
  }

  /** A clock that ran ahead put the next run off for too long: it is brought back. */
  void mend() {
    Instant latest = clock.instant().plus(FAR);
    for (Job job : jobs) {
      TaskInstanceId id = TaskInstanceId.of(job.task(), RecurringTask.INSTANCE);
      Optional<ScheduledExecution<Object>> planned = scheduler.getScheduledExecution(id);
      if (planned.isPresent()
          && !planned.get().isPicked()
          && planned.get().getExecutionTime().isAfter(latest)) {
        bringBack(id);
      }
    }
  }

  private void bringBack(TaskInstanceId id) {
    try {
      scheduler.reschedule(id, clock.instant());
    } catch (DbSchedulerException taken) {
      log.debug("another node has just taken it", taken);
    }
  }

  /** When a job runs next. */
  Optional<Instant> next(Job job) {
    return scheduler
        .getScheduledExecution(TaskInstanceId.of(job.task(), RecurringTask.INSTANCE))
        .map(ScheduledExecution::getExecutionTime);
  }

  @Override
  public void close() {
    care.shutdownNow();
    if (!jobs.isEmpty()) {
      scheduler.stop();
    }
  }

  /** The tasks have no data, so nothing is written and nothing is ever read. */
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
