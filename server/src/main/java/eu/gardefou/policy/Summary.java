package eu.gardefou.policy;

import java.util.List;

/**
 * What the checks found in content, in the few numbers that rules go by, for answers that tell
 * numbers. What it says comes from the same view that rules see, and decides nothing.
 */
public final class Summary {
  private final ContentView view;

  private Summary(ContentView view) {
    this.view = view;
  }

  /** Sums signals up. */
  public static Summary of(List<Signal> signals) {
    return new Summary(ContentView.of(Kind.UPLOAD, signals));
  }

  /**
   * How strongly the words ask for something, 0 to 1.
   *
   * @param concept such as {@code undress}
   */
  public double words(String concept) {
    return view.strength(concept);
  }

  /** The strongest of sexual, undress and revealing words, 0 to 1. */
  public double sexualisedWords() {
    return view.sexualised();
  }

  /** Sexual content that two models agree on, of the worst picture, 0 to 1. */
  public double explicit() {
    return Math.max(view.input().explicit().agreed(), view.output().explicit().agreed());
  }

  /** The lowest apparent age of a face in years; higher than anybody's when there is none. */
  public double youngest() {
    return Math.min(view.input().youngest(), view.output().youngest());
  }

  /** Whether some face has no usable age. */
  public boolean ageUnknown() {
    return view.input().ageUnknown() || view.output().ageUnknown();
  }

  /**
   * Whether a picture matches a bank.
   *
   * @param kind of the bank, such as {@code known-abuse}; or {@code quarantined}
   */
  public boolean matches(String kind) {
    return view.matches(kind);
  }

  /** Whether a data file covers the language of the words. */
  public boolean covered() {
    return view.covered();
  }

  /** The names of the checks that did not assess. */
  public List<String> missing() {
    return List.copyOf(view.missing());
  }
}
