package eu.gardefou.reading;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Readers for tests, with time enough for a machine that does much else. */
public final class Programs {
  private static final Path PROGRAMS = Path.of("target", "tesseract").toAbsolutePath();

  private Programs() {}

  /** One that reads. */
  public static Reader reader() {
    return reader(Signs.FOLDER, null, Duration.ofMinutes(5), 2);
  }

  /** One whose models are not there. */
  public static Reader blind(Path models) {
    return reader(models, null, Duration.ofMinutes(5), 1);
  }

  static Reader reader(Path models, @Nullable Path own, Duration time, int concurrent) {
    ReadingLimits limits =
        new ReadingLimits(concurrent, 0, Duration.ZERO, time, ReadingLimits.DEFAULT.memory());
    return new Reader(new Tools(models, PROGRAMS, own, limits.memory()), limits);
  }
}
