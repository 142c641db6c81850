package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads Greek, Bulgarian, Russian, Ukrainian and Arabic typed in Latin letters: {@code vgale tis to
 * forema}. Only a stretch of text most of whose words nobody knows is read so, wherever it stands.
 */
final class Romanised {
  private final Lexicon lexicon;
  private final List<Sounding.Way> ways = new ArrayList<>();

  Romanised(Lexicon lexicon) {
    this.lexicon = lexicon;
    for (Romanisation romanisation : Romanisation.ALL) {
      var words = new StemTable<StemTable.Slot<Entry>>();
      Map<Endings, Endings> endings = new HashMap<>();
      for (StemTable.Slot<Entry> slot : lexicon.words().all()) {
        if (slot.value().language().equals(romanisation.language())) {
          words.add(sounding(slot.stem(), romanisation, endings), slot);
        }
      }
      if (!words.all().isEmpty()) {
        ways.add(new Sounding.Way(romanisation, words));
      }
    }
  }

  private static Stem sounding(
      Stem stem, Romanisation romanisation, Map<Endings, Endings> endings) {
    Romanisation.Rules rules = romanisation.ofNative();
    Endings sounding =
        endings.computeIfAbsent(
            stem.endings(),
            all -> new Endings(all.all(), written -> rules.apply(Folding.fold(written))));
    return new Stem(stem.written(), rules.apply(stem.folded()), sounding, 0);
  }

  /** The text in other scripts, one reading for each language that makes parts of it readable. */
  List<Reading> readings(String text) {
    List<Token> tokens = tokens(text);
    List<Known> known = tokens.stream().map(token -> lexicon.known(token.text())).toList();
    List<Stretch> stretches = Stretch.in(tokens, known);
    if (stretches.isEmpty()) {
      return List.of();
    }
    Map<String, Sounding> best = new LinkedHashMap<>();
    for (Sounding.Way way : ways) {
      var sounding = new Sounding(way, tokens, stretches);
      best.merge(sounding.language(), sounding, Sounding::orBetter);
    }
    return best.values().stream()
        .filter(sounding -> !sounding.text().isEmpty())
        .map(sounding -> new Reading("romanised-" + sounding.language(), sounding.text()))
        .toList();
  }

  private static List<Token> tokens(String text) {
    if (text.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
      return List.of();
    }
    return Tokenizer.chunks(text).stream().flatMap(chunk -> chunk.tokens().stream()).toList();
  }
}
