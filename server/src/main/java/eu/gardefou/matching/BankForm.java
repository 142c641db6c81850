package eu.gardefou.matching;

import eu.gardefou.matching.BankProblem.Cause;
import eu.gardefou.wire.Body;
import eu.gardefou.wire.Form;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be said of a bank, as JSON, read strictly. What is not said stays as it is. */
record BankForm(Form form) {
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "kind",
          "purpose",
          "radius",
          "source",
          "legal_ground",
          "share",
          "disabled_until",
          "note");
  private static final String VERSION = "version";
  private static final Set<String> CHANGES =
      Stream.concat(FIELDS.stream(), Stream.of(VERSION)).collect(Collectors.toUnmodifiableSet());
  private static final int LONGEST_TEXT = 4_000;
  private static final String FURTHER_NOTICE = "further-notice";
  private static final String NOW = "now";

  /**
   * Reads what is to be said of a new bank.
   *
   * @throws eu.gardefou.wire.BadRequest when it is not such an object
   */
  static BankForm read(Body body) {
    return new BankForm(Form.of(body, FIELDS, Set.of()));
  }

  /**
   * Reads what is to be changed; it may say of which version.
   *
   * @throws eu.gardefou.wire.BadRequest when it is not such an object
   */
  static BankForm readChange(Body body) {
    return new BankForm(Form.of(body, CHANGES, Set.of()));
  }

  /** The version of the bank as it was read; null when that does not matter. */
  @Nullable String version() {
    return form.text(VERSION, LONGEST_TEXT);
  }

  /**
   * A bank that is to be made.
   *
   * @throws BankProblem when the name or kind is missing, or something is out of range
   */
  BankSettings made() {
    String name = text("name", "");
    return on(BankSettings.of(name, kind(BankKind.OTHER)));
  }

  /**
   * A bank after the change.
   *
   * @throws BankProblem when something is out of range
   */
  BankSettings on(BankSettings bank) {
    Integer radius = form.whole("radius", 0, Integer.MAX_VALUE);
    return new BankSettings(
        text("name", bank.name()),
        kind(bank.kind()),
        text("purpose", bank.purpose()),
        radius == null ? bank.radius() : radius,
        text("source", bank.source()),
        text("legal_ground", bank.legalGround()),
        share(bank.share()),
        until(bank.disabledUntil()),
        text("note", bank.note()));
  }

  private String text(String field, String otherwise) {
    String text = form.text(field, LONGEST_TEXT);
    return text == null ? otherwise : text;
  }

  private BankKind kind(BankKind otherwise) {
    String word = form.text("kind", LONGEST_TEXT);
    return word == null
        ? otherwise
        : BankKind.of(word)
            .orElseThrow(() ->
                invalid(
                    "The kind is known-abuse, protected-people, stay-down, suppress or other."));
  }

  private double share(double otherwise) {
    Double share = form.number("share", 0, 1);
    return share == null ? otherwise : share;
  }

  private @Nullable Instant until(@Nullable Instant otherwise) {
    String text = form.text("disabled_until", LONGEST_TEXT);
    if (text == null) {
      return otherwise;
    }
    return switch (text) {
      case NOW -> null;
      case FURTHER_NOTICE -> Instant.MAX;
      default -> moment(text);
    };
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException malformed) {
      throw invalid(
          "The field disabled_until is a time such as 2026-12-24T18:00:00Z, or further-notice, or now.");
    }
  }

  private static BankProblem invalid(String sentence) {
    return new BankProblem(Cause.INVALID, sentence);
  }
}
