package eu.gardefou.screening;

import eu.gardefou.lineage.Asked;
import eu.gardefou.lineage.Descent;
import eu.gardefou.lineage.Looks;
import eu.gardefou.lineage.Numbers;
import eu.gardefou.lineage.Outcome;
import eu.gardefou.lineage.Standing;
import eu.gardefou.lineage.Tally;
import eu.gardefou.lineage.Turn;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Reason;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.Part;
import eu.gardefou.policy.Verdict;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request in the chains of its pictures. */
final class ChainLink implements Chains.Link {
  static final String RULE = "refused-too-often";

  private static final String UNASSESSED = "unassessed";
  private static final Set<String> HINTS = Set.of("sexual", "undress", "revealing");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final LineageChains chains;
  private final Submission submission;
  private final Asker asker;
  private volatile @Nullable Place place;
  private @Nullable Turn turn;
  private boolean again;

  ChainLink(LineageChains chains, Submission submission, Asker asker) {
    this.chains = chains;
    this.submission = submission;
    this.asker = asker;
  }

  /** What was found before the request was judged. */
  private record Place(List<Looks> looks, Descent descent, Asked asked) {}

  @Override
  public List<Signal> look() {
    List<Looks> looks = submission.inputs().stream().map(PictureLooks::of).toList();
    Asked asked = chains.print().of(submission, asker.caller().id(), chains.means().get());
    Descent descent = chains.lineage().trace(looks);
    place = new Place(looks, descent, asked);
    List<Signal> signals = new ArrayList<>();
    signals.add(new Signal.Checked(Part.INPUT, 0, Checks.LINEAGE, true, ""));
    addPast(signals, chains.lineage().tally(descent, asked, 0), descent.bared());
    int index = 0;
    for (List<Numbers> ancestor : descent.ancestors()) {
      for (Numbers one : ancestor) {
        signals.add(
            new Signal.Ancestor(
                index, one.face(), one.measure(), one.value(), one.model(), one.version()));
      }
      index++;
    }
    return signals;
  }

  private static void addPast(List<Signal> signals, Tally tally, double bared) {
    if (tally.turns() > 0 || tally.refusals() > 0 || bared > 0) {
      signals.add(new Signal.Lineage(tally.turns(), tally.refusals(), tally.hinted(), bared));
    }
  }

  @Override
  public Verdict request(Verdict verdict) {
    Place known = place;
    return known == null || asker.opinion() || !verdict.decision().passes()
        ? verdict
        : guarded(() -> standing(verdict, known.descent(), known.asked()));
  }

  /** What its pictures are does not change; what was asked of them does. */
  @Override
  public List<Signal> meanwhile(List<Signal> signals) {
    Place known = place;
    Turn begun = turn;
    if (known == null || begun == null) {
      return signals;
    }
    List<Signal> now = new ArrayList<>(signals);
    Descent descent = guarded(() -> chains.lineage().trace(known.looks()));
    Tally tally = guarded(() -> chains.lineage().tally(descent, known.asked(), begun.id()));
    for (Signal signal : signals) {
      if (signal instanceof Signal.Lineage before) {
        // A hint that was refused meanwhile has been one all the same.
        tally = tally.orMore(before.turns(), before.refusals(), before.hinted());
        now.remove(signal);
      }
    }
    addPast(now, tally, known.descent().bared());
    return now;
  }

  @Override
  public Verdict result(Verdict verdict) {
    Place known = place;
    return known == null || !verdict.decision().passes()
        ? verdict
        : guarded(() ->
            // What came meanwhile may have begun a chain of the same picture.
            standing(verdict, chains.lineage().trace(known.looks()), known.asked()));
  }

  /** The content is as it was judged; what is added slows down who tries again and again. */
  private Verdict standing(Verdict verdict, Descent descent, Asked asked) {
    Turn begun = turn;
    Standing standing = chains.lineage().standing(descent, asked, begun == null ? 0 : begun.id());
    return switch (standing) {
      case Standing.Free _ -> verdict;
      case Standing.Remembered before -> {
        again = true;
        chains.count("refused-before");
        yield verdict.and(chains.reasons(before.decision()));
      }
      case Standing.Delayed delayed -> {
        again = true;
        chains.count(RULE);
        yield verdict.and(List.of(tooOften(delayed)));
      }
    };
  }

  private static Reason tooOften(Standing.Delayed delayed) {
    String until = TIME.format(delayed.until().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    return new Reason(
        RULE,
        Decision.REFUSE,
        "retries",
        "Requests like this one were refused too often. Try again after " + until + ".");
  }

  @Override
  public void requested(UUID decision, Verdict verdict, List<Signal> signals) {
    Place known = place;
    Outcome outcome = verdict.decision().passes() ? Outcome.OPEN : outcome(verdict);
    if (known == null || asker.opinion() || again || outcome == Outcome.UNASSESSED) {
      return;
    }
    List<List<Numbers>> numbers = numbers(Part.INPUT, known.looks().size(), signals);
    turn =
        guarded(() ->
            chains
                .lineage()
                .begin(decision, known.descent(), known.asked(), hint(signals), numbers, outcome));
  }

  @Override
  public void released(UUID decision, List<Picture> pictures, List<Signal> signals) {
    Turn begun = turn;
    if (begun != null) {
      List<Looks> looks = pictures.stream().map(PictureLooks::of).toList();
      List<List<Numbers>> numbers = numbers(Part.OUTPUT, looks.size(), signals);
      List<Double> bared = Bared.of(looks.size(), signals);
      guarded(() -> {
        chains.lineage().release(begun, decision, looks, numbers, bared);
        return begun;
      });
    }
  }

  @Override
  public void stopped(UUID decision, Verdict verdict) {
    Turn begun = turn;
    if (begun != null) {
      // What was refused for what came before it is no refusal of its own.
      Outcome outcome = again ? Outcome.UNASSESSED : outcome(verdict);
      guarded(() -> {
        chains.lineage().stop(begun, decision, outcome);
        return begun;
      });
    }
  }

  /** A check that could not be done says nothing of the request. */
  private static Outcome outcome(Verdict verdict) {
    if (verdict.decision() == Decision.REVIEW) {
      return Outcome.HELD;
    }
    boolean refused =
        verdict.reasons().stream()
            .anyMatch(reason ->
                reason.decision().compareTo(Decision.REFUSE) >= 0
                    && !reason.category().equals(UNASSESSED));
    return refused ? Outcome.REFUSED : Outcome.UNASSESSED;
  }

  private static double hint(List<Signal> signals) {
    double hint = 0;
    for (Signal signal : signals) {
      if (signal instanceof Signal.Text text && HINTS.contains(text.concept())) {
        hint = Math.max(hint, Math.min(1, text.strength()));
      }
    }
    return Double.isNaN(hint) ? 1 : hint;
  }

  private static List<List<Numbers>> numbers(Part part, int count, List<Signal> signals) {
    List<List<Numbers>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(numbersOf(part, i, signals));
    }
    return all;
  }

  private static List<Numbers> numbersOf(Part part, int index, List<Signal> signals) {
    boolean face =
        signals.stream()
            .anyMatch(signal ->
                signal instanceof Signal.Face seen && seen.part() == part && seen.index() == index);
    List<Numbers> numbers = new ArrayList<>();
    for (Signal signal : signals) {
      if (signal instanceof Signal.Score score && score.part() == part && score.index() == index) {
        numbers.add(
            new Numbers(face, score.measure(), score.model(), score.version(), score.value()));
      }
    }
    return numbers;
  }

  private static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      throw new Chains.ChainFailure(failure);
    }
  }
}
