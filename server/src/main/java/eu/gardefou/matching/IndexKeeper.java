package eu.gardefou.matching;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves a large index now and then, and when the program stops. */
final class IndexKeeper implements AutoCloseable {
  /** Fewer entries are read from the database in the time that a start takes anyway. */
  static final int WORTH_SAVING = 50_000;

  private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Duration AHEAD = Duration.ofSeconds(1);

  private final LiveIndex index;
  private final IndexFolder folder;
  private volatile Index.@Nullable Revision saved;

  IndexKeeper(LiveIndex index, IndexFolder folder) {
    this.index = index;
    this.folder = folder;
  }

  /** Begins with what was saved, reads what is new now and always, and saves from now on. */
  IndexKeeper start(ScheduledExecutorService clock) {
    folder.load().ifPresent(index::beginWith);
    var _ =
        clock.scheduleWithFixedDelay(this::readAhead, 0, AHEAD.toMillis(), TimeUnit.MILLISECONDS);
    long seconds = EVERY.toSeconds();
    var _ = clock.scheduleWithFixedDelay(this::save, seconds, seconds, TimeUnit.SECONDS);
    return this;
  }

  /** So that nobody has to wait for what changed while nobody asked: every look-up reads it too. */
  private void readAhead() {
    try {
      index.current();
    } catch (RuntimeException later) {
      log.debug("the banks could not be read yet; the first look-up tries again", later);
    }
  }

  private void save() {
    Index known = index.known();
    if (known.size() < WORTH_SAVING || Objects.equals(known.revision(), saved)) {
      return;
    }
    try {
      folder.save(index);
      saved = known.revision();
    } catch (IOException | RuntimeException failure) {
      log.warn("the banks could not be saved; the next start takes longer", failure);
    }
  }

  @Override
  public void close() {
    save();
  }
}
