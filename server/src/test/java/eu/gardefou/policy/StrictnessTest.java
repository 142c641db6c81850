package eu.gardefou.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.policy.Signal.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nothing that is added to a picture of somebody makes the built-in policy laxer. */
class StrictnessTest {
  private static final List<String> CONCEPTS =
      List.of("sexual", "undress", "revealing", "person", "named-person", "minor", "hidden-text");

  private final Random random = new Random(21);

  @Test
  void addingAFindingOrAPictureNeverSoftensTheDecision() {
    int stricter = 0;
    for (int i = 0; i < 4000; i++) {
      Kind kind = any(List.of(Kind.values()));
      List<Signal> content = content();
      List<Signal> more = new ArrayList<>(content);
      more.addAll(addition());
      Decision before = decision(kind, content);
      Decision after = decision(kind, more);
      assertThat(after)
          .as("%s %s, then %s", kind, content, more.subList(content.size(), more.size()))
          .isGreaterThanOrEqualTo(before);
      stricter += after == before ? 0 : 1;
    }
    assertThat(stricter).as("additions that mattered").isGreaterThan(400);
  }

  @Test
  void anOverruledMatchOfAScoredPictureChangesNothing() {
    for (int i = 0; i < 500; i++) {
      Kind kind = any(List.of(Kind.values()));
      List<Signal> content = content();
      List<Signal> more = new ArrayList<>(content);
      more.add(
          new Signal.Overruled(
              any(List.of(Part.INPUT, Part.OUTPUT)),
              0,
              "own",
              any(RandomSignals.KINDS),
              "e",
              1,
              "harmless"));
      assertThat(Policies.builtIn().judge(kind, Consent.NONE, more))
          .as("%s %s", kind, more)
          .isEqualTo(Policies.builtIn().judge(kind, Consent.NONE, content));
    }
  }

  private static Decision decision(Kind kind, List<Signal> signals) {
    return Policies.builtIn().judge(kind, Consent.NONE, signals).decision();
  }

  /** Pictures on both sides, scored by two models, a face in the input, and some findings. */
  private List<Signal> content() {
    List<Signal> signals = new ArrayList<>();
    signals.addAll(picture(Part.INPUT, 0));
    signals.add(new Signal.Face(Part.INPUT, 0, 0.9, 30, "ages", "v"));
    signals.addAll(picture(Part.OUTPUT, 0));
    for (int i = random.nextInt(3); i > 0; i--) {
      signals.addAll(addition());
    }
    return signals;
  }

  private List<Signal> addition() {
    Part part = any(List.of(Part.INPUT, Part.OUTPUT));
    return switch (random.nextInt(6)) {
      case 0 -> List.of(new Signal.Text(any(CONCEPTS), value(), "en:x", "en"));
      case 1 -> List.of(new Signal.Face(part, 0, 0.9, age(), "ages", "v"));
      case 2 ->
          List.of(
              new Signal.Match(
                  part, 0, "own", any(RandomSignals.KINDS), "e", 1, random.nextBoolean()));
      case 3 -> List.of(new Signal.LanguageNotCovered());
      case 4 -> List.of(new Signal.NotAssessed(part, "vision", "busy"));
      default -> picture(part, 1);
    };
  }

  private List<Signal> picture(Part part, int index) {
    List<Signal> signals = new ArrayList<>();
    for (String model : List.of("one", "two")) {
      signals.add(new Signal.Score(part, index, "explicit", value(), model, "v"));
      signals.add(new Signal.Score(part, index, "suggestive", value(), model, "v"));
    }
    return signals;
  }

  /** Mostly low, so that much content passes at first. */
  private double value() {
    return random.nextInt(21) * random.nextInt(21) / 400.0;
  }

  private double age() {
    return random.nextInt(5) == 0 ? Double.NaN : 5 + random.nextInt(60);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
