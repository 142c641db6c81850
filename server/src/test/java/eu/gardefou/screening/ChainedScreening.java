package eu.gardefou.screening;

import eu.gardefou.database.TestDatabase;
import eu.gardefou.evidence.EvidenceLog;
import eu.gardefou.evidence.Ids;
import eu.gardefou.lineage.Lineage;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.ShadowPolicy;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.Part;
import eu.gardefou.prompts.PromptText;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The real pipeline with the built-in policy, real evidence and real chains; the checks are
 * scripted. A picture whose first pixel is the canary colour of {@link FakeScreening} is sexual,
 * and any other as much so as it was said to be.
 */
public final class ChainedScreening implements AutoCloseable {
  private static final byte[] KEY = new byte[32];

  /** Whether the check of pictures that come out breaks. */
  public volatile boolean failing;

  final TestDatabase database = TestDatabase.fresh();
  final Media media = new Media(MediaLimits.DEFAULT);
  final Map<Integer, Double> explicit = new ConcurrentHashMap<>();
  volatile Policy policy = Policies.builtIn();
  volatile String means = "means";

  /** A node of its own, which shares nothing but the database. */
  public Screening screening() {
    JdbcClient sql = database.sql();
    EvidenceLog evidence = new EvidenceLog(sql, KEY);
    Clock clock = Clock.systemUTC();
    LineageChains chains =
        new LineageChains(
            new Lineage(sql),
            LineageChains.print(evidence),
            evidence,
            new TransactionTemplate(new JdbcTransactionManager(database.app())),
            new SimpleMeterRegistry(),
            () -> means);
    Asides asides = new Asides(policy, ShadowPolicy.NONE, null, new SimpleMeterRegistry());
    Checks checks =
        new Checks(
            media,
            ChainedScreening::words,
            List.of(check()),
            Scripted::unchanged,
            Duration.ofSeconds(60));
    return new Pipeline(
        checks,
        policy,
        new RecordedDecisions(evidence, new Ids(clock), clock, asides),
        chains,
        null);
  }

  /** Words such as {@code undress=0.3} are what a reader would find in them. */
  private static List<Signal> words(PromptText text) {
    List<Signal> signals = new ArrayList<>();
    for (String word : text.prompt().split(" ", -1)) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        double strength = Double.parseDouble(word.substring(equals + 1));
        signals.add(new Signal.Text(word.substring(0, equals), strength, "test:1", "en"));
      }
    }
    return signals;
  }

  private PictureCheck check() {
    return new PictureCheck() {
      @Override
      public String name() {
        return "scripted";
      }

      @Override
      public List<Signal> look(Part part, int index, Picture picture) {
        if (failing && part == Part.OUTPUT) {
          throw new IllegalStateException("scripted");
        }
        int first = picture.stored().rgb()[0] & 0xFFFFFF;
        double value =
            first == FakeScreening.CANARY_COLOUR ? 0.99 : explicit.getOrDefault(first, 0.01);
        return List.of(
            new Signal.Score(part, index, "explicit", value, "one", "v"),
            new Signal.Score(part, index, "explicit", value, "two", "v"),
            new Signal.Score(part, index, "suggestive", 0.1, "one", "v"),
            new Signal.Score(part, index, "suggestive", 0.1, "two", "v"),
            new Signal.Face(part, index, 0.9, 38, "faces", "v"));
      }
    };
  }

  @Override
  public void close() {
    database.close();
  }
}
