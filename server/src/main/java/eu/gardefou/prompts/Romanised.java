package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads Greek, Bulgarian, Russian, Ukrainian and Arabic typed in Latin letters: {@code vgale tis to
 * forema}. Only a stretch of text most of whose words nobody knows is read so, wherever it stands.
 */
final class Romanised {
  /** A text with more strange words than this is in no language that is read here. */
  private static final int MOST_STRANGE = 500;

  private final List<Sounding.Way> ways = new ArrayList<>();

  Romanised(Lexicon lexicon) {
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

  /**
   * A text in other scripts.
   *
   * @param readings one for each language that makes parts of it readable
   * @param complete whether all of it was tried; there is a bound to the strange words
   */
  record Found(List<Reading> readings, boolean complete) {}

  /** The text in other scripts, as far as it makes sense there. */
  Found in(String text, Words words) {
    List<Token> all = tokens(text);
    List<Token> tokens = all.subList(0, end(all, words));
    List<Known> known = tokens.stream().map(token -> words.known(token.text())).toList();
    return new Found(readings(tokens, Stretch.in(tokens, known)), tokens.size() == all.size());
  }

  /** The end of the words up to which not too many different ones are strange. */
  private static int end(List<Token> tokens, Words words) {
    Set<String> strange = new HashSet<>();
    int end = 0;
    while (end < tokens.size()) {
      String word = tokens.get(end).text();
      boolean more = !words.knows(word) && strange.add(word);
      if (more && strange.size() > MOST_STRANGE) {
        break;
      }
      end++;
    }
    return end;
  }

  private List<Reading> readings(List<Token> tokens, List<Stretch> stretches) {
    if (stretches.isEmpty()) {
      return List.of();
    }
    Map<String, Sounding> best = new LinkedHashMap<>();
    Map<Romanisation.Rules, Map<String, String>> sounds = new HashMap<>();
    for (Sounding.Way way : ways) {
      Map<String, String> alike =
          sounds.computeIfAbsent(way.romanisation().ofLatin(), _ -> new HashMap<>());
      var sounding = new Sounding(way, tokens, stretches, alike);
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
