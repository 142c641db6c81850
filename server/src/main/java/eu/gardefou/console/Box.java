package eu.gardefou.console;

import java.util.List;
import java.util.Set;

/** A box to tick, with its hint. */
record Box(String value, String word, String hint, boolean ticked) {
  /** One for each value, with the words of the bundle's family. */
  static List<Box> of(String family, List<String> values, Set<String> ticked, Words words) {
    return values.stream()
        .map(value ->
            new Box(
                value,
                words.word(family, value),
                words.word(family, value + ".hint"),
                ticked.contains(value)))
        .toList();
  }
}
