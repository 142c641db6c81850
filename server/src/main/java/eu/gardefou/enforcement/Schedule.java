package eu.gardefou.enforcement;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * Runs what sends, each on one node at a time and on a thread of its own. When a node dies, another
 * one takes its place within a minute.
 */
final class Schedule implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Scheduler scheduler;
  private final boolean idle;

  /** Knows what to run, and begins with nothing. */
  Schedule(DataSource database, List<Job> jobs) {
    this.idle = jobs.isEmpty();
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
            .build();
  }

  /**
   * What is run again and again.
   *
   * @param name the same on all nodes
   */
  record Job(String name, Runnable work) {}

  /** None or one of them, as it is configured. */
  record Jobs(List<Job> all) {
    static final Jobs NONE = new Jobs(List.of());

    static Jobs one(String name, Runnable work) {
      return new Jobs(List.of(new Job(name, work)));
    }
  }

  private static RecurringTask<Void> task(Job job) {
    return Tasks.recurring("enforcement-" + job.name(), FixedDelay.of(EVERY))
        .execute((_, _) -> job.work().run());
  }

  /** Begins, unless there is nobody to send to. */
  void start() {
    if (!idle) {
      scheduler.start();
    }
  }

  @Override
  public void close() {
    if (!idle) {
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
