package eu.gardefou.policy;

import eu.gardefou.policy.Signal.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Content as the checks might describe it, at random: plausible, odd and broken alike. */
final class RandomSignals {
  private static final List<String> CONCEPTS =
      List.of("sexual", "undress", "revealing", "person", "named-person", "minor", "hidden-text");
  static final List<String> KINDS =
      List.of("known-abuse", "protected-people", "stay-down", "other");

  private final Random random;

  RandomSignals(Random random) {
    this.random = random;
  }

  Kind kind() {
    return any(List.of(Kind.values()));
  }

  List<Signal> list() {
    List<Signal> signals = new ArrayList<>();
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      signals.add(one());
    }
    return signals;
  }

  private Signal match(Part part, int index) {
    String kind = any(KINDS);
    return new Signal.Match(part, index, kind, kind, "e", 3, random.nextBoolean());
  }

  private Signal one() {
    Part part = random.nextBoolean() ? Part.INPUT : Part.OUTPUT;
    int index = random.nextInt(3);
    return switch (random.nextInt(16)) {
      case 12 -> new Signal.Mask(random.nextInt(21) / 20.0);
      case 0, 1, 2 -> new Signal.Text(any(CONCEPTS), value(), "en:x", "en");
      case 3, 4, 5, 6 -> new Signal.Score(part, index, measure(), value(), model(), "v");
      case 7, 8 -> new Signal.Face(part, index, value(), age(), "faces", "v");
      case 9 ->
          random.nextInt(4) == 0
              ? new Signal.Overruled(part, index, "own", any(KINDS), "e", 3, "harmless")
              : match(part, index);
      case 10 -> new Signal.Unhashable(part, index, 10);
      case 14 -> new Signal.Lineage(random.nextInt(4), random.nextInt(2), value() * 2, value());
      case 13 -> new Signal.Marks(part, index, value());
      case 11 -> new Signal.Change(part, index, 0, change(), value(), "skin-area", "1");
      default ->
          random.nextBoolean()
              ? new Signal.LanguageNotCovered()
              : new Signal.NotAssessed(part, "vision", "busy");
    };
  }

  private String change() {
    return random.nextBoolean() ? "newly-bare" : "barer";
  }

  private String measure() {
    return random.nextBoolean() ? "explicit" : "suggestive";
  }

  private String model() {
    return random.nextBoolean() ? "one" : "two";
  }

  private double value() {
    return random.nextInt(50) == 0 ? Double.NaN : random.nextInt(21) / 20.0;
  }

  private double age() {
    return random.nextInt(5) == 0 ? Double.NaN : 5 + random.nextInt(60);
  }

  Context context() {
    List<Context> contexts =
        List.of(
            new Context("FR", "/v1/images/edits", "free"),
            new Context("BE", "/v1/images/generations", "paid"),
            new Context("IE", "/v1/screen", "paid"),
            new Context("DE", "", ""),
            new Context("XX", "/v1/screen", "free"),
            new Context("fr", "/v1/images/edits", "free"),
            new Context(null, "/v1/images/variations", "free"));
    return any(contexts);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
