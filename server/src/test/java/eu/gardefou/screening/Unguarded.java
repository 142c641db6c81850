package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Consent;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.NotAssessed;
import eu.gardefou.policy.Verdict;
import java.util.List;
import java.util.UUID;

/** Parts of a pipeline as they must not be, to show what the real ones stand against. */
final class Unguarded {
  private Unguarded() {}

  /** A check that says nothing when it has no capacity left. */
  record SilentWhenBusy(PictureCheck check) implements PictureCheck {
    @Override
    public String name() {
      return check.name();
    }

    @Override
    public List<Signal> look(Signal.Part part, int index, Picture picture) {
      try {
        return check.look(part, index, picture);
      } catch (ScreeningBusy _) {
        return List.of();
      }
    }
  }

  /** The built-in policy, which does not get to hear that something was not assessed. */
  record DeafToGaps() implements Policy {
    @Override
    public String version() {
      return Policies.builtIn().version();
    }

    @Override
    public Verdict judge(Kind kind, Consent consent, List<Signal> signals) {
      return Policies.builtIn()
          .judge(kind, consent, signals.stream().filter(DeafToGaps::saysSomething).toList());
    }

    private static boolean saysSomething(Signal signal) {
      return switch (signal) {
        case NotAssessed _, Signal.Unhashable _ -> false;
        case Signal.Score score -> !Double.isNaN(score.value());
        default -> true;
      };
    }
  }

  /** A record that nobody waits for. */
  record Careless(DecisionRecord record) implements DecisionRecord {
    private static final UUID LOST = new UUID(0, 0);

    @Override
    public UUID request(Submission submission, Asker asker, Verdict verdict, List<Signal> signals) {
      try {
        return record.request(submission, asker, verdict, signals);
      } catch (IllegalStateException _) {
        return LOST;
      }
    }

    @Override
    public UUID result(
        RequestOutcome.Cleared cleared,
        List<byte[]> files,
        List<Picture> pictures,
        Verdict verdict,
        List<Signal> signals) {
      try {
        return record.result(cleared, files, pictures, verdict, signals);
      } catch (IllegalStateException _) {
        return LOST;
      }
    }
  }
}
