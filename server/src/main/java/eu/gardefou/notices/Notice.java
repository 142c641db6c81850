package eu.gardefou.notices;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports: the union of Article 16(2) of Regulation (EU) 2022/2065 and of a request
 * under the TAKE IT DOWN Act (47 U.S.C. 223a). Anything may be missing; {@link Completeness} says
 * what.
 *
 * @param locators where it is; each is a case item of its own, at most {@value #MOST_LOCATORS}
 * @param explanation why it is illegal; empty when not given
 * @param goodFaith that the reporter believes the notice to be accurate and complete
 * @param notConsented that the reporter believes in good faith that nobody consented
 * @param category null when they did not say
 * @param language of the reporter, such as {@code fr} or {@code pt-BR}; null when unknown
 * @param country two letters as in ISO 3166-1; null when unknown
 */
public record Notice(
    List<Locator> locators,
    String explanation,
    Reporter reporter,
    boolean goodFaith,
    boolean notConsented,
    @Nullable Category category,
    @Nullable String language,
    @Nullable String country) {
  static final int MOST_LOCATORS = 100;
  static final int LONGEST_EXPLANATION = 10_000;
  private static final int MOST_LOCATORS_IN_ALL = 300;
  private static final int LONGEST_IN_ALL = 40_000;

  /** Keeps its own copy; the same place twice is one. */
  public Notice {
    locators = locators.stream().distinct().toList();
  }

  boolean hasAddress() {
    return locators.stream().anyMatch(Locator.Address.class::isInstance);
  }

  Severity severity() {
    return Category.severityOf(category);
  }

  /** Whether the law asks for no name (Article 16(2)(c)). */
  boolean mayBeAnonymous() {
    return category != null && severity() == Severity.MINOR;
  }

  /** Whether processing may be suspended for misuse. */
  boolean mayBeHeld() {
    return severity() != Severity.MINOR && !reporter.actsForThePerson();
  }

  /** Whether nobody could read all of it. */
  boolean isTooMuch() {
    return locators.size() > MOST_LOCATORS_IN_ALL || explanation.length() > LONGEST_IN_ALL;
  }

  /**
   * The same with what was missing. What was said before stays said; what it is thought to be can
   * only become more urgent.
   */
  Notice completedBy(Notice more) {
    List<Locator> all = new ArrayList<>(locators);
    more.locators.stream().filter(locator -> !all.contains(locator)).forEach(all::add);
    return new Notice(
        all,
        explanation.isBlank() ? more.explanation : joined(explanation, more.explanation),
        reporter.completedBy(more.reporter),
        goodFaith || more.goodFaith,
        notConsented || more.notConsented,
        isMoreUrgent(more.category) ? more.category : category,
        language == null ? more.language : language,
        country == null ? more.country : country);
  }

  private boolean isMoreUrgent(@Nullable Category other) {
    return category == null
        || (other != null && Category.severityOf(other).rank() < severity().rank());
  }

  private static String joined(String before, String after) {
    return after.isBlank() || before.contains(after) ? before : before + "\n\n" + after;
  }
}
