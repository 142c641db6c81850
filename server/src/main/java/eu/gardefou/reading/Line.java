package eu.gardefou.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one model reads in one strip.
 *
 * @param words that it is sure enough of, parted by spaces
 * @param certainty 0 to 100, over all letters
 */
record Line(String words, double certainty) {
  static final Line NOTHING = new Line("", 0);

  private static final int COLUMNS = 12;
  private static final String WORD = "5";
  private static final double SURE_OF_A_WORD = 30;

  /**
   * Reads the table that Tesseract writes.
   *
   * @param pages how many strips there were
   */
  static List<Line> ofTable(String table, int pages) {
    List<List<Word>> words = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      words.add(new ArrayList<>());
    }
    table
        .lines()
        .map(line -> line.split("\t", -1))
        .filter(cells -> cells.length == COLUMNS && cells[0].equals(WORD))
        .forEach(cells -> {
          int page = Integer.parseInt(cells[1]) - 1;
          if (page >= 0 && page < pages) {
            int left = Integer.parseInt(cells[6]);
            words.get(page).add(new Word(left, cells[11].strip(), Double.parseDouble(cells[10])));
          }
        });
    return words.stream().map(Line::of).toList();
  }

  private record Word(int left, String text, double certainty) {}

  private static Line of(List<Word> words) {
    double letters = 0;
    double certainty = 0;
    StringBuilder sure = new StringBuilder();
    for (Word word : words.stream().sorted(Comparator.comparingInt(Word::left)).toList()) {
      letters += word.text().length();
      certainty += word.text().length() * word.certainty();
      if (word.certainty() >= SURE_OF_A_WORD) {
        sure.append(sure.isEmpty() ? "" : " ").append(word.text());
      }
    }
    return letters == 0 ? NOTHING : new Line(sure.toString(), certainty / letters);
  }
}
