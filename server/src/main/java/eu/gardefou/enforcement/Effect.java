package eu.gardefou.enforcement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was done, where, and from when (Article 17(3)(a) DSA).
 *
 * @param restrictions one or more, of each family one at most
 * @param territories where it holds; the database's documentation wants them, its code does not
 * @param from the day from which it applies, 2020 to 2038
 */
public record Effect(List<Restriction> restrictions, Set<Territory> territories, LocalDate from) {
  private static final LocalDate LAST = LocalDate.of(2038, 1, 1);

  /** Refuses what is incomplete, and an end before the beginning. */
  public Effect {
    restrictions = List.copyOf(restrictions);
    if (restrictions.isEmpty()) {
      throw new StatementProblem(
          "decision_visibility", "A statement of reasons names at least one restriction.");
    }
    if (restrictions.stream().map(Object::getClass).distinct().count() < restrictions.size()) {
      throw new StatementProblem(
          "decision_visibility", "Of each family of restrictions a statement has one at most.");
    }
    if (territories.isEmpty()) {
      throw new StatementProblem(
          "territorial_scope", "A statement of reasons says in which countries it applies.");
    }
    territories = Set.copyOf(EnumSet.copyOf(territories));
    day("application_date", from, LocalDate.of(2020, 1, 1));
    for (Restriction restriction : restrictions) {
      end(restriction.until(), from);
    }
  }

  private static void end(@Nullable LocalDate until, LocalDate from) {
    if (until == null) {
      return;
    }
    day("end_date", until, LocalDate.of(2020, 1, 1));
    if (until.isBefore(from)) {
      throw new StatementProblem(
          "end_date", "A restriction ends on " + until + ", before it begins on " + from + ".");
    }
  }

  /** Refuses a day that the database does not take. */
  static void day(String field, LocalDate day, LocalDate first) {
    if (day.isBefore(first) || day.isAfter(LAST)) {
      throw new StatementProblem(
          field, field + " is " + day + ", and lies between " + first + " and " + LAST + ".");
    }
  }
}
