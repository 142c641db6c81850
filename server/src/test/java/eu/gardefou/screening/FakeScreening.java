package eu.gardefou.screening;

import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Reason;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A screening with two harmless canaries, a word and a colour, which remembers all that it was
 * shown. Real outcomes come out of it, since only this package can make them.
 */
public final class FakeScreening implements Screening {
  /** Words that are refused, in prompts and in what an upstream says. */
  public static final String CANARY = "turquoise tricycle";

  /** A picture whose first pixel has this colour is refused, going in and coming out. */
  public static final int CANARY_COLOUR = 0x40E0D0;

  /** Words for which a person decides. */
  public static final String HELD = "lilac ladder";

  /** Stands for the policy's digest. */
  public static final String POLICY = "c0".repeat(32);

  /** Everything that was to be screened, in order. */
  public final List<Submission> submissions = new CopyOnWriteArrayList<>();

  /** Who asked, in order. */
  public final List<Asker> askers = new CopyOnWriteArrayList<>();

  /** Everything that upstreams made, in order. */
  public final List<List<byte[]>> results = new CopyOnWriteArrayList<>();

  /** Every word that came with it, in order. */
  public final List<String> resultTexts = new CopyOnWriteArrayList<>();

  /** The grounds of everything that was stopped after it had been cleared, in order. */
  public final List<List<Reason>> stopped = new CopyOnWriteArrayList<>();

  /** Runs before a result is looked at. */
  public volatile Runnable beforeResult = () -> {};

  /** Said to have been found in results that are stopped. */
  public volatile List<Signal> resultSignals = List.of();

  /** Thrown instead of a decision, on demand. */
  public volatile Predicate<Submission> busy = _ -> false;

  /** Thrown instead of a decision, on demand. */
  public volatile Predicate<Submission> broken = _ -> false;

  @Override
  public RequestOutcome screen(Submission submission, Asker asker) {
    if (busy.test(submission)) {
      throw new ScreeningBusy(new IllegalStateException("scripted"));
    }
    if (broken.test(submission)) {
      throw new IllegalStateException("scripted: secret particulars");
    }
    submissions.add(submission);
    askers.add(asker);
    List<Reason> reasons = new ArrayList<>(ofText(submission.text().prompt()));
    submission.text().companions().forEach(text -> reasons.addAll(ofText(text)));
    submission.inputs().stream()
        .filter(picture -> picture.stored().rgb()[0] == CANARY_COLOUR)
        .forEach(_ -> reasons.add(ofColour()));
    Verdict verdict = verdict(reasons);
    return verdict.decision().passes()
        ? new RequestOutcome.Cleared(UUID.randomUUID(), verdict, List.of(), submission, asker)
        : new RequestOutcome.Stopped(UUID.randomUUID(), verdict, List.of());
  }

  @Override
  public ResultOutcome screenResult(
      RequestOutcome.Cleared cleared, List<byte[]> pictures, List<String> texts) {
    beforeResult.run();
    results.add(List.copyOf(pictures));
    resultTexts.addAll(texts);
    List<Reason> reasons = new ArrayList<>();
    texts.forEach(text -> reasons.addAll(ofText(text)));
    List<ScreenedImage> images = new ArrayList<>();
    for (byte[] bytes : pictures) {
      BufferedImage image = read(bytes);
      if ((image.getRGB(0, 0) & 0xFFFFFF) == CANARY_COLOUR) {
        reasons.add(ofColour());
      }
      String format = bytes[0] == (byte) 0x89 ? "png" : "jpeg";
      images.add(new ScreenedImage(bytes, format, image.getWidth(), image.getHeight()));
    }
    Verdict verdict = verdict(reasons);
    return verdict.decision().passes()
        ? new ResultOutcome.Released(UUID.randomUUID(), verdict, List.of(), images)
        : new ResultOutcome.Stopped(UUID.randomUUID(), verdict, resultSignals);
  }

  @Override
  public ResultOutcome.Stopped stop(RequestOutcome.Cleared cleared, List<Reason> grounds) {
    stopped.add(grounds);
    return new ResultOutcome.Stopped(UUID.randomUUID(), cleared.verdict().and(grounds), List.of());
  }

  private static List<Reason> ofText(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    List<Reason> reasons = new ArrayList<>();
    if (plain.contains(CANARY)) {
      reasons.add(
          new Reason("canary-words", Decision.REFUSE, "canary", "Such vehicles are not drawn."));
    }
    if (plain.contains(HELD)) {
      reasons.add(new Reason("canary-held", Decision.REVIEW, "canary", "Such tools are rare."));
    }
    return reasons;
  }

  private static Reason ofColour() {
    return new Reason("canary-colour", Decision.REFUSE, "canary", "That colour is not drawn.");
  }

  private static Verdict verdict(List<Reason> reasons) {
    List<Reason> distinct = reasons.stream().distinct().toList();
    Decision joined =
        distinct.stream().map(Reason::decision).reduce(Decision.ALLOW, Decision::join);
    return new Verdict(joined, distinct, POLICY);
  }

  private static BufferedImage read(byte[] bytes) {
    try {
      BufferedImage image =
          ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
      if (image == null) {
        throw new IllegalArgumentException("the upstream made no picture");
      }
      return image;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
