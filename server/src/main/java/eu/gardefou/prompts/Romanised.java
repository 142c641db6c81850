package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads Greek, Bulgarian, Russian, Ukrainian and Arabic typed in Latin letters: {@code vgale tis to
 * forema}. Only a text most of whose words nobody knows is read so.
 */
final class Romanised {
  private static final int FEWEST = 2;
  private static final int SHORTEST = 3;
  private static final int SAMPLE = 60;

  private final Lexicon lexicon;
  private final List<Way> ways = new ArrayList<>();

  /** A romanisation and the words of its language by how they sound. */
  private record Way(Romanisation romanisation, StemTable<StemTable.Slot<Entry>> words) {}

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
        ways.add(new Way(romanisation, words));
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

  /** The text in its own script, in each way in which that makes it readable. */
  List<Reading> readings(String text) {
    List<Token> tokens = tokens(text);
    List<Token> words =
        tokens.stream().filter(t -> t.text().length() >= SHORTEST).limit(SAMPLE).toList();
    int unknown = words.size() - lexicon.mostKnown(words.stream().map(Token::text).toList());
    if (unknown < FEWEST || unknown * 2 <= words.size()) {
      return List.of();
    }
    List<Reading> readings = new ArrayList<>();
    for (Way way : ways) {
      long known = words.stream().filter(word -> inOwnScript(way, word.text()) != null).count();
      Romanisation how = way.romanisation();
      boolean strange = unknown >= how.unknown() * words.size() || hasDigits(words);
      if (known >= FEWEST && known >= how.unknown() * words.size() && strange) {
        readings.add(new Reading("romanised-" + way.romanisation().language(), read(way, tokens)));
      }
    }
    return readings;
  }

  /** Figures stand for Arabic sounds that Latin has no letter for. */
  private static boolean hasDigits(List<Token> words) {
    return words.stream()
        .anyMatch(word -> !word.isNumber() && word.text().chars().anyMatch(Character::isDigit));
  }

  private static List<Token> tokens(String text) {
    if (text.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
      return List.of();
    }
    return Tokenizer.chunks(text).stream().flatMap(chunk -> chunk.tokens().stream()).toList();
  }

  private static String read(Way way, List<Token> tokens) {
    var read = new StringBuilder();
    for (Token token : tokens) {
      String word = inOwnScript(way, token.text());
      read.append(
          switch (token.before()) {
            case NONE -> " ";
            case COMMA -> ", ";
            case STOP -> ". ";
          });
      read.append(word == null ? token.text() : word);
    }
    return read.toString().strip();
  }

  /** The word as it is written in its own script, the risky one of several; or null. */
  private static @Nullable String inOwnScript(Way way, String word) {
    String sounding = way.romanisation().ofLatin().apply(word);
    if (sounding.length() > Lexicon.LONGEST_WORD
        || (sounding.length() < way.romanisation().shortest() && word.length() >= SHORTEST)) {
      return null;
    }
    var best = new Best();
    way.words()
        .find(
            new WordHash(sounding),
            0,
            sounding.length(),
            (slot, endings) ->
                best.take(
                    slot.value().stem().written() + endings.getFirst().written(),
                    slot.value().value().senses()));
    return best.word;
  }

  private static final class Best {
    private @Nullable String word;
    private boolean risky;

    void take(String candidate, long senses) {
      boolean matters = (senses & Sense.RISKY) != 0;
      if (word == null || (matters && !risky)) {
        word = candidate;
        risky = matters;
      }
    }
  }
}
