package eu.gardefou.enforcement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was acted on, without naming it: a statement that everybody can read holds no address.
 *
 * @param types one or more
 * @param other what it is, when {@link ContentType#OTHER} is among them; up to 500 characters
 * @param language of the content, where it has one
 * @param date when it was posted or the account was made, 2000 to 2038
 * @param minor whether it shows a minor
 */
public record Content(
    Set<ContentType> types,
    @Nullable String other,
    @Nullable ContentLanguage language,
    LocalDate date,
    Minor minor) {
  /** Whether content shows a minor. Doubt about an age counts as {@link #SUSPECTED}. */
  public enum Minor {
    /** Nobody under 18 is shown. */
    NO,
    /** Somebody may be under 18. */
    SUSPECTED,
    /** Somebody is under 18. */
    CONFIRMED
  }

  /** Refuses what is incomplete, and keeps its own copy. */
  public Content {
    if (types.isEmpty()) {
      throw new StatementProblem("content_type", "A statement says what kind of content it is.");
    }
    types = Set.copyOf(EnumSet.copyOf(types));
    other = FreeText.with(types.contains(ContentType.OTHER), "content_type_other", other);
    Effect.day("content_date", date, LocalDate.of(2000, 1, 1));
  }
}
