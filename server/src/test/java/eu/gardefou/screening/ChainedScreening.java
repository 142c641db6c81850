package eu.gardefou.screening;

import eu.gardefou.Discs;
import eu.gardefou.access.Caller;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.evidence.EvidenceLog;
import eu.gardefou.evidence.Ids;
import eu.gardefou.lineage.Lineage;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.ShadowPolicy;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.Part;
import eu.gardefou.policy.Verdict;
import eu.gardefou.prompts.PromptText;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
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
  final Map<Integer, Double> newlyBare = new ConcurrentHashMap<>();
  volatile Policy policy = Policies.builtIn();
  volatile String means = "means";

  /** So many requests look at what went before at the same time, before any of them is judged. */
  volatile CyclicBarrier meeting = new CyclicBarrier(1);

  /** A node of its own, which shares nothing but the database. */
  public Screening screening() {
    return screening(true);
  }

  /** A gate without that defence: it judges each request by itself. */
  public Screening withoutChains() {
    return screening(false);
  }

  /** A picture with a face, like no other, that both models call as sexual as is said. */
  public byte[] picture(long seed, double explicitness) {
    BufferedImage image = Discs.draw(seed, 320, 240);
    int mark = (int) (0x010101 + seed);
    image.setRGB(0, 0, mark);
    explicit.put(mark, explicitness);
    return Discs.file(image, "png");
  }

  /** What is decided of a wish. */
  public RequestOutcome ask(Screening node, String caller, String words, byte[] picture) {
    var submission =
        new Submission(Kind.EDIT, PromptText.of(words), List.of(media.decode(picture)), null);
    return node.screen(submission, new Asker(new Caller(caller), "/test"));
  }

  /** What is decided of a wish, and of what was made of it when that is as far as it gets. */
  public Verdict edit(Screening node, String caller, String words, byte[] picture, byte[] result) {
    return switch (ask(node, caller, words, picture)) {
      case RequestOutcome.Stopped stopped -> stopped.verdict();
      case RequestOutcome.Cleared cleared ->
          node.screenResult(cleared, List.of(result), List.of()).verdict();
    };
  }

  private Screening screening(boolean linked) {
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
            this::compared,
            Duration.ofSeconds(60));
    return new Pipeline(
        checks,
        policy,
        new RecordedDecisions(evidence, new Ids(clock), clock, asides),
        linked ? new Meeting(chains, () -> meeting) : Chains.NONE,
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

  /** Newly bare is a result as much as it was said to be, whatever it is compared with. */
  private List<Signal> compared(List<Picture> before, List<Picture> after) {
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      double bare = newlyBare.getOrDefault(first(after.get(i)), 0.0);
      signals.add(new Signal.Change(Part.OUTPUT, i, 0, "newly-bare", bare, "scripted", "v"));
    }
    return signals;
  }

  private static int first(Picture picture) {
    return picture.stored().rgb()[0] & 0xFFFFFF;
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
        int first = first(picture);
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
