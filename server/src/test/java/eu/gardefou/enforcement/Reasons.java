package eu.gardefou.enforcement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Statements for tests; what they are about is made up, and mild. */
final class Reasons {
  static final LocalDate FROM = LocalDate.of(2026, 10, 2);
  static final Redress REDRESS =
      new Redress("https://forum.example/complaints", "https://bodies.example", "Court of Lyon");

  private Reasons() {}

  static StatementOfReasons removal() {
    return with(Restriction.Visibility.of(VisibilityDecision.CONTENT_REMOVED));
  }

  static StatementOfReasons with(Restriction... restrictions) {
    return with(new Effect(List.of(restrictions), Territory.union(), FROM), Duty.ARTICLE_17);
  }

  static StatementOfReasons with(Effect effect, Duty duty) {
    return new StatementOfReasons(
        effect,
        circumstances("Reported by the person shown. A reviewer confirmed that it is synthetic."),
        new Automation(false, AutomatedDecision.NOT_AUTOMATED),
        illegal(),
        classification(),
        REDRESS,
        duty);
  }

  static Circumstances circumstances(String facts) {
    return new Circumstances(facts, SourceType.ARTICLE_16, content(Content.Minor.NO));
  }

  static Content content(Content.Minor minor) {
    return new Content(
        Set.of(ContentType.IMAGE, ContentType.SYNTHETIC_MEDIA),
        null,
        ContentLanguage.FR,
        LocalDate.of(2026, 10, 1),
        minor);
  }

  static Ground illegal() {
    return new Ground.Illegal(
        "National provision on synthetic pictures of persons",
        "A realistic synthetic picture of an identifiable adult without consent.",
        null);
  }

  static Classification classification() {
    return Classification.of(
        Category.CYBER_VIOLENCE_AGAINST_WOMEN,
        Keyword.NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN);
  }

  static StatementOfReasons of(Content.Minor minor, Classification classification) {
    return new StatementOfReasons(
        removal().effect(),
        new Circumstances("Found by a reviewer.", SourceType.VOLUNTARY, content(minor)),
        new Automation(true, AutomatedDecision.PARTIALLY),
        illegal(),
        classification,
        REDRESS,
        Duty.ARTICLE_17);
  }
}
