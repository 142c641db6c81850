package eu.gardefou.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of words under a head, in columns as wide as they need be: the first to the left. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... head) {
    rows.add(List.of(head));
  }

  void add(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException("a row has " + rows.get(0).size() + " cells");
    }
    rows.add(List.of(cells));
  }

  void print(PrintStream out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String padding = " ".repeat(width(column) - row.get(column).length());
        line.append(column == 0 ? row.get(0) + padding : "  " + padding + row.get(column));
      }
      out.println(line.toString().stripTrailing());
    }
    out.flush();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
