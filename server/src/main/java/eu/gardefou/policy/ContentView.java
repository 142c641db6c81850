package eu.gardefou.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a rule can know of content, derived from the signals. This is the one place that says
 * what the names in a rule mean; {@link Vocabulary} only spells them.
 *
 * <ul>
 *   <li>Strengths of {@code text} are the strongest finding of that concept, 0 when there is none;
 *       {@link #sexualised()} is the strongest of sexual, undress and revealing.
 *   <li>{@code input} and {@code output} sum up the pictures of that side: see {@link Pictures}.
 *   <li>{@code rise} is how much the output exceeds the input's baseline, see {@link Level}; 0 when
 *       it does not, or when there is no output yet. Without an input it is the output's own value.
 *   <li>{@code change} is how much more of people is bare in the output, see {@link Bareness}.
 *   <li>{@code climb} is how much the output exceeds the first ancestor's baseline; 0 when none is
 *       known, or when other models looked at it.
 *   <li>{@code missing} names the checks that did not assess. What cannot be made sense of counts
 *       as missing too: a picture that nobody scored, a number that is none, a concept that is
 *       unknown. Missing means no.
 * </ul>
 *
 * @param text strength by concept, 0 to 1
 * @param covered whether a data file covers the language of the words
 * @param bareness how much more of people is bare in the output
 * @param matched the kinds of all banks with a match, on either side; a match with an entry in
 *     quarantine counts as {@code quarantined}, whatever the bank
 * @param banks names of all banks with a match, on either side
 * @param missing names of the checks that did not assess
 * @param mask how much of the first picture a mask opens, 0 when there is no mask
 * @param past what else was asked of these pictures
 * @param ancestor the pictures that it all began with
 * @param compared by which measures they can be compared
 */
record ContentView(
    Kind kind,
    Map<String, Double> text,
    boolean covered,
    Pictures input,
    Pictures output,
    Bareness bareness,
    SortedSet<String> matched,
    SortedSet<String> banks,
    SortedSet<String> missing,
    double mask,
    Signal.Lineage past,
    Pictures ancestor,
    Set<String> compared) {

  static final String KNOWN_ABUSE = "known-abuse";
  static final String PROTECTED_PEOPLE = "protected-people";
  static final String STAY_DOWN = "stay-down";
  static final String OTHER = "other";
  static final String QUARANTINED = "quarantined";

  private static final Signal.Lineage NO_PAST = new Signal.Lineage(0, 0, 0, 0);

  /** What {@link Signal.Text#concept()} can be. */
  static final List<String> CONCEPTS =
      List.of("sexual", "undress", "revealing", "person", "named-person", "minor", "hidden-text");

  static ContentView of(Kind kind, List<Signal> signals) {
    Map<String, Double> text = new TreeMap<>();
    SortedSet<String> matched = new TreeSet<>();
    SortedSet<String> banks = new TreeSet<>();
    SortedSet<String> missing = new TreeSet<>();
    PictureTally input = new PictureTally();
    PictureTally output = new PictureTally();
    Bareness bareness = Bareness.NONE;
    boolean covered = true;
    double mask = 0;
    Signal.Lineage past = NO_PAST;
    Ancestors ancestors = new Ancestors();
    for (Signal signal : signals) {
      switch (signal) {
        case Signal.Text found -> strengthen(text, found, missing);
        case Signal.LanguageNotCovered _ -> covered = false;
        case Signal.NotAssessed gap -> missing.add(gap.check());
        case Signal.Match match -> {
          banks.add(match.bank());
          matched.add(meaning(match));
          side(match.part(), input, output).saw(match.index());
        }
        // Only that there is such a picture: it has to be scored like every other one.
        case Signal.Overruled match -> side(match.part(), input, output).saw(match.index());
        case Signal.Score score -> side(score.part(), input, output).add(score);
        case Signal.Face face -> side(face.part(), input, output).add(face);
        case Signal.Unhashable picture -> side(picture.part(), input, output).add(picture);
        case Signal.Marks marks -> side(marks.part(), input, output).add(marks);
        case Signal.Lineage lineage -> past = more(past, lineage, missing);
        case Signal.Ancestor ancestor -> ancestors.add(ancestor);
        // A check that ran clears nothing, and one that had to run and did not is a gap besides.
        case Signal.Checked _ -> {}
        case Signal.Change change -> bareness = bareness.and(change);
        case Signal.Mask part -> mask = Math.max(mask, part.open());
      }
    }
    if (input.isUnscored() || output.isUnscored()) {
      missing.add("vision");
    }
    List<Signal.Ancestor> firsts = ancestors.comparable(signals);
    return new ContentView(
        kind,
        text,
        covered,
        input.pictures(),
        output.pictures(),
        bareness,
        matched,
        banks,
        missing,
        mask,
        past,
        Ancestors.pictures(firsts),
        Ancestors.measures(firsts));
  }

  private static Signal.Lineage more(
      Signal.Lineage one, Signal.Lineage other, SortedSet<String> missing) {
    if (Double.isNaN(other.hinted()) || Double.isNaN(other.bared())) {
      missing.add("lineage");
      return one;
    }
    return new Signal.Lineage(
        Math.max(one.turns(), other.turns()),
        Math.max(one.refusals(), other.refusals()),
        Math.max(one.hinted(), other.hinted()),
        Math.max(one.bared(), other.bared()));
  }

  private static void strengthen(
      Map<String, Double> text, Signal.Text found, SortedSet<String> missing) {
    if (!CONCEPTS.contains(found.concept()) || Double.isNaN(found.strength())) {
      missing.add("prompts");
    } else {
      text.merge(found.concept(), found.strength(), Math::max);
    }
  }

  /** Words are in no picture; should a signal of a picture say so, the input is the safe side. */
  private static PictureTally side(Signal.Part part, PictureTally input, PictureTally output) {
    return switch (part) {
      case TEXT, INPUT -> input;
      case OUTPUT -> output;
    };
  }

  double strength(String concept) {
    return text.getOrDefault(concept, 0.0);
  }

  double sexualised() {
    return Math.max(strength("sexual"), Math.max(strength("undress"), strength("revealing")));
  }

  static double rise(double output, double baseline) {
    return Math.max(0, output - baseline);
  }

  /** How much the output exceeds what it all began with; 0 when that is not known. */
  double climb(String measure, double output, double baseline) {
    return compared.contains(measure) ? rise(output, baseline) : 0;
  }

  /** A kind that is unknown is a bank's own affair, and never nothing. */
  private static String meaning(Signal.Match match) {
    if (match.quarantined()) {
      return QUARANTINED;
    }
    return switch (match.kind()) {
      case KNOWN_ABUSE, PROTECTED_PEOPLE, STAY_DOWN -> match.kind();
      default -> OTHER;
    };
  }

  boolean matches(String kind) {
    return matched.contains(kind);
  }
}
