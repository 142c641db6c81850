package eu.gardefou.gateway;

import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Reason;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Summary;
import eu.gardefou.policy.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what was found, and why it does not pass, in the categories of a moderation.
 *
 * <p>A category is true only in a result that is flagged: when a rule that stopped the content
 * stands for it, or its score is a half or more. A flagged result has at least one. What is not
 * assessed here is 0 and false, and says so by an empty list of input types.
 */
final class ModerationCategories {
  private static final double HALF = 0.5;
  private static final int ADULT = 18;
  private static final int SURELY_ADULT = 25;
  private static final String TEXT = "text";
  private static final String IMAGE = "image";
  private static final String NOT_ASSESSED = "gateway/not-assessed";
  private static final String OTHER_RULE = "gateway/other-rule";

  /** OpenAI's keys that nothing here assesses. */
  private static final List<String> THEIRS =
      List.of(
          "harassment",
          "harassment/threatening",
          "hate",
          "hate/threatening",
          "illicit",
          "illicit/violent",
          "self-harm",
          "self-harm/instructions",
          "self-harm/intent",
          "violence",
          "violence/graphic");

  /** Which key a rule's category stands for; OpenAI's own keys stand for themselves. */
  private static final Map<String, String> OF_RULES =
      Map.of(
          "minors", "sexual/minors",
          "identity", "gateway/identity",
          "known-abuse", "gateway/known-match",
          "stay-down", "gateway/removed-match",
          "operator", "gateway/bank-match",
          "hidden-text", "gateway/hidden-text",
          "unassessed", NOT_ASSESSED);

  private static final String MATCHING = "matching";
  private static final String READING = "reading";

  /** Checks of pictures that do not look at people in them; all others do. */
  private static final Set<String> NO_MODELS =
      Set.of(MATCHING, "elsewhere", READING, "mask", "lineage");

  /**
   * One category.
   *
   * @param score 0 to 1
   * @param inputs what it was looked for in
   */
  record Category(boolean applies, double score, List<String> inputs) {}

  private final Map<String, Category> categories = new LinkedHashMap<>();
  private final boolean flagged;
  private final Set<String> stopping;
  private final List<String> written;
  private final List<String> words;
  private final List<String> seen;
  private final List<String> lookedUp;

  private ModerationCategories(Verdict verdict, List<Signal> signals, List<String> inputs) {
    flagged = !verdict.decision().passes();
    stopping =
        verdict.reasons().stream()
            .filter(reason -> !reason.decision().passes())
            .map(ModerationCategories::key)
            .collect(Collectors.toSet());
    Set<String> ofWords = missing(signals, true);
    Set<String> ofPictures = missing(signals, false);
    boolean pictures = inputs.contains(IMAGE);
    written = inputs.contains(TEXT) && ofWords.isEmpty() ? List.of(TEXT) : List.of();
    words = both(written, pictures && !ofPictures.contains(READING) ? List.of(IMAGE) : List.of());
    seen = pictures && NO_MODELS.containsAll(ofPictures) ? List.of(IMAGE) : List.of();
    lookedUp = pictures && !ofPictures.contains(MATCHING) ? List.of(IMAGE) : List.of();
  }

  /**
   * The categories by key.
   *
   * @param inputs what the content consists of: {@code text}, {@code image} or both
   */
  static Map<String, Category> of(Verdict verdict, List<Signal> signals, List<String> inputs) {
    var all = new ModerationCategories(verdict, signals, inputs);
    all.theirs(signals);
    all.ours(signals, inputs, verdict.decision());
    return all.categories;
  }

  private void theirs(List<Signal> signals) {
    Summary found = Summary.of(signals);
    double sexual = Math.max(found.sexualisedWords(), found.explicit());
    put("sexual", sexual, both(written, seen));
    double minor = Math.max(found.words("minor"), apparentMinor(found));
    // Clients that check answers know no pictures here, though they count: see minor-apparent.
    put("sexual/minors", Math.min(minor, sexual), written);
    THEIRS.forEach(key -> put(key, 0, List.of()));
  }

  private void ours(List<Signal> signals, List<String> inputs, Decision decision) {
    Summary found = Summary.of(signals);
    put("gateway/undress", found.words("undress"), words);
    put("gateway/revealing", found.words("revealing"), words);
    put("gateway/named-person", found.words("named-person"), words);
    put("gateway/minor-mentioned", found.words("minor"), words);
    put("gateway/hidden-text", found.words("hidden-text"), written);
    put("gateway/language-not-covered", found.covered() ? 0 : 1, written);
    put("gateway/real-person", face(signals), seen);
    put("gateway/minor-apparent", apparentMinor(found), seen);
    put("gateway/known-match", matches(found, "known-abuse"), lookedUp);
    put("gateway/protected-match", matches(found, "protected-people"), lookedUp);
    put("gateway/removed-match", matches(found, "stay-down"), lookedUp);
    put(
        "gateway/bank-match",
        Math.max(matches(found, "other"), matches(found, "quarantined")),
        lookedUp);
    put("gateway/identity", 0, both(written, lookedUp));
    put(NOT_ASSESSED, found.missing().isEmpty() ? 0 : 1, inputs);
    put("gateway/review", decision == Decision.REVIEW ? 1 : 0, inputs);
    put(OTHER_RULE, 0, inputs);
  }

  /** A rule's word is at least as good as half a score. */
  private void put(String key, double score, List<String> inputs) {
    // What is no number was not assessed, and that is no zero.
    double proper = Double.isNaN(score) ? 1 : Math.clamp(score, 0, 1);
    boolean stops = stopping.contains(key);
    double told = stops ? Math.max(proper, HALF) : proper;
    categories.put(key, new Category(flagged && (stops || proper >= HALF), told, inputs));
  }

  private static String key(Reason reason) {
    String category = reason.category();
    if (category.equals("sexual") || category.equals("sexual/minors")) {
      return category;
    }
    return THEIRS.contains(category) ? category : OF_RULES.getOrDefault(category, OTHER_RULE);
  }

  private static Set<String> missing(List<Signal> signals, boolean words) {
    return signals.stream()
        .filter(Signal.NotAssessed.class::isInstance)
        .map(Signal.NotAssessed.class::cast)
        .filter(gap -> (gap.part() == Signal.Part.TEXT) == words)
        .map(Signal.NotAssessed::check)
        .collect(Collectors.toSet());
  }

  /** Whoever has a face is taken for somebody real. */
  private static double face(List<Signal> signals) {
    return signals.stream()
        .filter(Signal.Face.class::isInstance)
        .mapToDouble(face -> ((Signal.Face) face).confidence())
        .max()
        .orElse(0);
  }

  /** Apparent age errs by years, and unknown is not adult. */
  private static double apparentMinor(Summary found) {
    if (found.youngest() < ADULT) {
      return 1;
    }
    return found.ageUnknown() || found.youngest() < SURELY_ADULT ? HALF : 0;
  }

  private static double matches(Summary found, String kind) {
    return found.matches(kind) ? 1 : 0;
  }

  private static List<String> both(List<String> one, List<String> other) {
    List<String> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }
}
