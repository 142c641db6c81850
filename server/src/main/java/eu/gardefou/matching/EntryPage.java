package eu.gardefou.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of a list.
 *
 * @param page which page, from 0
 * @param pages how many pages there are by now, at least 1
 * @param total how many entries there are by now
 * @param next where the next page begins, to be given back as it is; null on the last one
 */
public record EntryPage(
    List<BankEntry> entries, int page, int pages, long total, @Nullable String next) {
  /** How many entries a full page has. */
  public static final int SIZE = 50;

  /** Keeps its own copy. */
  public EntryPage {
    entries = List.copyOf(entries);
  }

  /**
   * A page.
   *
   * @param found one entry more than a page has, if there is one
   * @param last what the page ends with
   */
  static EntryPage of(List<BankEntry> found, Place from, Place.After last, long total) {
    List<BankEntry> entries = found.subList(0, Math.min(SIZE, found.size()));
    int pages = (int) Math.max(1, (total + SIZE - 1) / SIZE);
    String next = found.size() > SIZE ? from.then(last, entries.getLast()).text() : null;
    return new EntryPage(entries, from.page(), Math.max(pages, from.page() + 1), total, next);
  }
}
