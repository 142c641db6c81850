package eu.gardefou.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins the words of a line, and puts lines into reading order. */
final class Rows {
  private Rows() {}

  static List<TextBox> of(List<TextBox> boxes) {
    List<TextBox> left =
        new ArrayList<>(
            boxes.stream()
                .map(TextBox::upright)
                .sorted(Comparator.comparingDouble(b -> b.isSteep() ? b.y() : b.x()))
                .toList());
    List<TextBox> rows = new ArrayList<>();
    while (!left.isEmpty()) {
      TextBox row = left.removeFirst();
      for (int i = 0; i < left.size(); i++) {
        if (row.continuesWith(left.get(i))) {
          row = row.with(left.remove(i));
          i = -1;
        }
      }
      rows.add(row);
    }
    return inOrder(rows);
  }

  /** From the top, and side by side from the left. */
  private static List<TextBox> inOrder(List<TextBox> rows) {
    List<TextBox> left = new ArrayList<>(rows);
    left.sort(Comparator.comparingDouble(TextBox::y));
    List<TextBox> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      TextBox first = left.getFirst();
      double within = first.y() + Math.min(first.height(), first.length()) / 2;
      List<TextBox> level = left.stream().takeWhile(row -> row.y() <= within).toList();
      level.stream().sorted(Comparator.comparingDouble(TextBox::x)).forEach(ordered::add);
      left.subList(0, level.size()).clear();
    }
    return ordered;
  }
}
