package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * All the ways to read one text: as written, decoded, reversed, rotated. Decoding nests three deep
 * and adds at most 64 KB, so the work stays linear in the text.
 */
final class Readings {
  private static final int DEEPEST = 3;
  private static final int BUDGET = 64 * 1024;
  private final Sources sources;
  private final Words words;
  private final Findings findings;
  private final List<Reading> readings = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private int budget = BUDGET;
  private boolean complete = true;

  /**
   * What finds other readings of a text.
   *
   * @param cleaner takes out of each text what is not seen in it
   */
  record Sources(UnaryOperator<String> cleaner, Romanised romanised, List<Decoder> decoders) {
    static Sources of(UnaryOperator<String> cleaner, Lexicon lexicon) {
      var plausible = new Plausible(word -> lexicon.known(word).isWord());
      return new Sources(
          cleaner,
          new Romanised(lexicon),
          List.of(
              Escapes.URL,
              Escapes.HTML,
              Escapes.ESCAPE,
              new Base64Runs(plausible),
              NumberRuns.binary(plausible),
              NumberRuns.hex(plausible),
              NumberRuns.decimal(plausible)));
    }
  }

  private Readings(Sources sources, Words words, Findings findings) {
    this.sources = sources;
    this.words = words;
    this.findings = findings;
  }

  /** Reads a text in every way; carriers of hidden text are findings at once. */
  static Readings of(String text, Sources sources, Words words, Findings findings) {
    var readings = new Readings(sources, words, findings);
    readings.collect(Reading.PLAIN, text, 0);
    return readings;
  }

  /** The text as written first. */
  List<Reading> all() {
    return readings;
  }

  /** Whether nothing was left unread for want of depth or room. */
  boolean complete() {
    return complete;
  }

  private void collect(String name, String raw, int depth) {
    budget -= depth == 0 ? 0 : raw.length();
    if (depth > DEEPEST || budget < 0) {
      complete = false;
      return;
    }
    Carriers carriers = Carriers.in(raw);
    carriers.found().forEach((rule, strength) -> hidden(strength, rule, name));
    carriers.messages().forEach(message -> collect(message.name(), message.text(), depth + 1));
    String text = sources.cleaner().apply(raw);
    if (add(new Reading(name, text))) {
      decode(text, depth);
      for (String shorter : Repeats.cut(text)) {
        collect(Repeats.READING, shorter, depth + 1);
      }
      String joined = LettersApart.join(text);
      if (joined != null) {
        collect(LettersApart.READING, joined, depth + 1);
      }
      for (Reading turned : Turned.readings(text, words)) {
        collect(turned.name(), turned.text(), depth + 1);
      }
      Romanised.Found romanised = sources.romanised().in(text, words);
      romanised.readings().forEach(this::add);
      complete &= romanised.complete();
    }
  }

  private boolean add(Reading reading) {
    return seen.add(reading.text()) && readings.add(reading);
  }

  private void decode(String text, int depth) {
    for (Decoder decoder : sources.decoders()) {
      String decoded = decoder.decode(text);
      if (decoded != null) {
        String name = "decoded-" + decoder.name().toLowerCase(Locale.ROOT);
        if (decoder.hides()) {
          hidden(0.6, "hidden-encoded", name);
        }
        collect(name, decoded, depth + 1);
      }
    }
  }

  private void hidden(double strength, String rule, String reading) {
    findings.add(Concept.HIDDEN_TEXT, strength, rule, Entry.ANY, reading);
  }
}
