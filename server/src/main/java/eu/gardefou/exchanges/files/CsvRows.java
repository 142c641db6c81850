package eu.gardefou.exchanges.files;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comma-separated values as in RFC 4180: the first line names the columns, in any order. */
final class CsvRows implements Rows {
  /** A whole row, of as many cells as nobody needs. */
  private static final int LONGEST = 8 << 20;

  private static final int MOST_CELLS = 100;
  private static final int END = -1;

  private final Reader reader;
  private final List<String> columns;
  private long line = 1;
  private int ahead;
  private int length;

  CsvRows(Reader reader) throws IOException {
    this.reader = reader;
    this.ahead = reader.read();
    if (ahead == '\uFEFF') {
      ahead = reader.read();
    }
    List<String> header = ahead == END ? null : record();
    if (header == null) {
      throw new Malformed(0, "It is empty: not even a line with the names of the columns.");
    }
    this.columns = header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    if (new HashSet<>(columns).size() < columns.size()) {
      throw new Malformed(1, "Two columns have the same name.");
    }
  }

  @Override
  public @Nullable Row next() throws IOException {
    while (ahead != END) {
      long begin = line;
      List<String> cells = record();
      boolean blank = cells.size() == 1 && cells.getFirst().isBlank();
      if (blank) {
        continue;
      }
      if (cells.size() != columns.size()) {
        throw new Malformed(
            begin,
            "It has " + cells.size() + " cells, and there are " + columns.size() + " columns.");
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        if (!cells.get(i).isBlank()) {
          row.put(columns.get(i), cells.get(i).strip());
        }
      }
      return new Row(begin, row);
    }
    return null;
  }

  private List<String> record() throws IOException {
    List<String> cells = new ArrayList<>();
    length = 0;
    while (true) {
      if (cells.size() == MOST_CELLS) {
        throw new Malformed(line, "It has more than " + MOST_CELLS + " cells.");
      }
      cells.add(ahead == '"' ? quoted() : plain());
      if (ahead != ',') {
        break;
      }
      ahead = reader.read();
    }
    if (ahead == '\r') {
      ahead = reader.read();
    }
    if (ahead == '\n') {
      line++;
      ahead = reader.read();
    } else if (ahead != END) {
      throw new Malformed(line, "Something follows the end of a cell.");
    }
    return cells;
  }

  private String plain() throws IOException {
    StringBuilder cell = new StringBuilder();
    while (ahead != ',' && ahead != '\n' && ahead != '\r' && ahead != END) {
      if (ahead == '"') {
        throw new Malformed(line, "A quotation mark stands within a cell.");
      }
      add(cell);
    }
    return cell.toString();
  }

  private String quoted() throws IOException {
    StringBuilder cell = new StringBuilder();
    ahead = reader.read();
    while (true) {
      if (ahead == END) {
        throw new Malformed(line, "It ends within a cell.");
      }
      if (ahead == '"') {
        ahead = reader.read();
        if (ahead != '"') {
          return cell.toString();
        }
      }
      line += ahead == '\n' ? 1 : 0;
      add(cell);
    }
  }

  private void add(StringBuilder cell) throws IOException {
    length++;
    if (length > LONGEST) {
      throw new Malformed(line, "It is too long.");
    }
    cell.append((char) ahead);
    ahead = reader.read();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
