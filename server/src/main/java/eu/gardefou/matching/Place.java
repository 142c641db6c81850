package eu.gardefou.matching;

import eu.gardefou.matching.BankProblem.Cause;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of entries begins. Readers are given its text, and give it back as it is.
 *
 * @param page which page it is, from 0
 * @param at what the list is sorted by first, of the last entry before
 * @param number of the last entry before
 */
record Place(int page, long at, long number) {
  private static final Pattern TEXT =
      Pattern.compile("([1-9][0-9]{0,7})-([0-9]{1,17})-([0-9]{1,18})");

  /** What a list is sorted by before the numbers of its entries. */
  @FunctionalInterface
  interface After {
    long of(BankEntry entry);
  }

  /**
   * The place that a text names.
   *
   * @param text null for the first page
   * @param first where the first page begins
   * @throws BankProblem when it is no such text
   */
  static Place of(@Nullable String text, Place first) {
    if (text == null) {
      return first;
    }
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new BankProblem(
          Cause.INVALID, "This is no place to go on from: take it from the page before, as it is.");
    }
    return new Place(
        Integer.parseInt(parts.group(1)),
        Long.parseLong(parts.group(2)),
        Long.parseLong(parts.group(3)));
  }

  Place then(After after, BankEntry last) {
    return new Place(page + 1, after.of(last), last.number());
  }

  String text() {
    return page + "-" + at + "-" + number;
  }
}
