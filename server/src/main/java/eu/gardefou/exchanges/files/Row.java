package eu.gardefou.exchanges.files;

import java.util.Map;

/**
 * One entry as it is written in a file.
 *
 * @param line where it begins, from 1
 * @param cells what it says, by column; empty ones are left out
 */
record Row(long line, Map<String, String> cells) {
  Row {
    cells = Map.copyOf(cells);
  }
}
