package eu.gardefou.screening;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.Drawing;
import eu.gardefou.access.Caller;
import eu.gardefou.media.Media;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.NotAssessed;
import eu.gardefou.policy.Signal.Part;
import eu.gardefou.policy.Verdict;
import eu.gardefou.prompts.PromptText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Checks that do what they are told, around the built-in policy. */
final class Scripted {
  static final Asker ASKER = new Asker(new Caller("key:test"), "/test");
  static final byte[] DRAWING = Drawing.png(64, 48);

  private Scripted() {}

  static Submission edit(Media media) {
    return new Submission(
        Kind.EDIT, PromptText.of("a blue sky"), List.of(media.decode(DRAWING)), null);
  }

  static Pipeline pipeline(
      Media media, Memory memory, Function<PromptText, List<Signal>> words, PictureCheck check) {
    Checks checks =
        new Checks(media, words, List.of(check), Scripted::unchanged, Duration.ofSeconds(20));
    return new Pipeline(checks, Policies.builtIn(), memory, null);
  }

  /** Says that everybody is dressed as before. */
  static List<Signal> unchanged(List<Picture> before, List<Picture> after) {
    return List.of(new Signal.Change(Part.OUTPUT, 0, 0, "newly-bare", 0, "scripted", "1"));
  }

  static List<Signal> nothing(PromptText text) {
    return List.of();
  }

  static void assertRefusedUnassessed(RequestOutcome outcome, String check, String why) {
    assertThat(outcome).isInstanceOf(RequestOutcome.Stopped.class);
    assertThat(outcome.verdict().decision()).isEqualTo(Decision.REFUSE);
    assertThat(outcome.signals())
        .anySatisfy(signal ->
            assertThat(signal)
                .isInstanceOfSatisfying(
                    NotAssessed.class,
                    missing -> {
                      assertThat(missing.check()).isEqualTo(check);
                      assertThat(missing.why()).isEqualTo(why);
                    }));
  }

  static PictureCheck found(Signal... signals) {
    return check(() -> List.of(signals));
  }

  static PictureCheck failing() {
    return check(() -> {
      throw new IllegalStateException("broken");
    });
  }

  interface Work {
    List<Signal> run() throws InterruptedException;
  }

  static PictureCheck check(Work work) {
    return new PictureCheck() {
      @Override
      public String name() {
        return "scripted";
      }

      @Override
      public List<Signal> look(Part part, int index, Picture picture) {
        try {
          return work.run();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(stopped);
        }
      }
    };
  }

  /** Remembers decisions in order, or fails as a full disk would. */
  static final class Memory implements DecisionRecord {
    final List<Verdict> verdicts = new ArrayList<>();
    boolean full;

    @Override
    public UUID request(Submission submission, Asker asker, Verdict verdict, List<Signal> signals) {
      return keep(verdict);
    }

    @Override
    public UUID result(
        RequestOutcome.Cleared cleared,
        List<byte[]> files,
        List<Picture> pictures,
        Verdict verdict,
        List<Signal> signals) {
      return keep(verdict);
    }

    private UUID keep(Verdict verdict) {
      if (full) {
        throw new IllegalStateException("no room");
      }
      verdicts.add(verdict);
      return new UUID(0, verdicts.size());
    }
  }
}
