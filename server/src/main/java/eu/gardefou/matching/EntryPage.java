package eu.gardefou.matching;

import java.util.List;

/**
 * Some of a bank's entries, latest first, withdrawn ones too.
 *
 * @param page which page, from 0
 * @param pages how many pages there are, at least 1
 * @param total how many entries there are
 */
public record EntryPage(List<BankEntry> entries, int page, int pages, long total) {
  /** How many entries a full page has. */
  public static final int SIZE = 50;

  /** Keeps its own copy. */
  public EntryPage {
    entries = List.copyOf(entries);
  }
}
