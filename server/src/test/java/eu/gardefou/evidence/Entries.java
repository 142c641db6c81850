package eu.gardefou.evidence;

import eu.gardefou.access.TestClock;
import eu.gardefou.evidence.DecisionEntry.ContentDigest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries for tests. */
public final class Entries {
  private final Clock clock;
  private final Ids ids;

  /** Entries at a clock's time. */
  public Entries(TestClock clock) {
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** An edit with one picture. */
  public DecisionEntry edit(String decision, List<String> rules) {
    return entry(null, "request", decision, rules);
  }

  /** What became of a request's result. */
  public DecisionEntry result(DecisionEntry request, String decision) {
    return entry(request.id(), "result", decision, List.of());
  }

  private DecisionEntry entry(
      @Nullable UUID request, String stage, String decision, List<String> rules) {
    return new DecisionEntry(
        ids.next(),
        request,
        clock.instant(),
        stage,
        "edit",
        "/v1/images/edits",
        "key:0c5a61d2f9e4",
        decision,
        rules,
        "[{\"rule\": \"a-rule\", \"decision\": \"refuse\"}]",
        "[]",
        "5e".repeat(32),
        "0a".repeat(32),
        List.of(
            new ContentDigest("input", "1b".repeat(32), "2c".repeat(32), 97),
            new ContentDigest("mask", "3d".repeat(32), null, 0)));
  }
}
