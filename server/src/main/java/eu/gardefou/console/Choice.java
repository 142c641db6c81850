package eu.gardefou.console;

import java.util.List;

/** A list to choose from, with its label. */
record Choice(String name, String label, List<Option> options) {
  /** One of the list. */
  record Option(String value, String word, boolean chosen) {}

  /** The values with their words from the bundle's family. */
  static Choice of(
      String name, String label, String family, List<String> values, String chosen, Words words) {
    List<Option> options =
        values.stream()
            .map(value -> new Option(value, words.word(family, value), value.equals(chosen)))
            .toList();
    return new Choice(name, label, options);
  }
}
