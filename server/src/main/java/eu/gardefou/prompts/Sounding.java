package eu.gardefou.prompts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stretches of one text, read in one way of typing another script in Latin letters. */
final class Sounding {
  private static final int FEWEST = 2;

  /** A text with more strange words than this does not count as read; {@link Speller} says so. */
  private static final int MOST_WORDS = 500;

  /** So many words around a stretch are read with it. */
  private static final int AROUND = 6;

  /** So many readable words hold by themselves, whatever stands beside them. */
  private static final int ENOUGH = 3;

  private static final int SHORTEST = 3;

  private final Way way;
  private final Map<String, Optional<String>> known = new HashMap<>();
  private final Map<String, String> sounds = new HashMap<>();
  private final StringBuilder read = new StringBuilder();
  private int found;
  private int last;

  /** A romanisation and the words of its language by how they sound. */
  record Way(Romanisation romanisation, StemTable<StemTable.Slot<Entry>> words) {}

  Sounding(Way way, List<Token> tokens, List<Stretch> stretches) {
    this.way = way;
    for (Stretch stretch : stretches) {
      if (isReadable(stretch)) {
        append(stretch, tokens.size());
      }
    }
  }

  /** What was readable; empty when nothing was. */
  String text() {
    return read.toString().strip();
  }

  /** The one that makes sense of more words. */
  Sounding orBetter(Sounding other) {
    return other.found > found ? other : this;
  }

  String language() {
    return way.romanisation().language();
  }

  private boolean isReadable(Stretch stretch) {
    boolean digits = stretch.hasDigits();
    boolean doubtful = way.romanisation().isDoubtful() && !digits;
    if ((doubtful && !stretch.isWhole()) || sounds.size() > MOST_WORDS) {
      return false;
    }
    List<Token> words =
        stretch.words().stream().filter(word -> doubtful || isClear(word.text())).toList();
    int first = 0;
    int end = words.size();
    int readable = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).text();
      if (isClear(word) && inOwnScript(word).isPresent()) {
        readable++;
        end = i + 1;
      } else if (readable == 0) {
        first = i + 1;
      }
    }
    // A word at either end that nobody knows may belong to the text around.
    int of = readable >= ENOUGH && !stretch.isWhole() ? end - first : words.size();
    double share = way.romanisation().unknown();
    boolean strange = stretch.unknown() >= share * stretch.words().size() || digits;
    boolean enough = readable >= FEWEST && readable >= share * of && strange;
    found += enough ? readable : 0;
    return enough;
  }

  private boolean isClear(String word) {
    return sound(word).length() >= way.romanisation().shortest();
  }

  private void append(Stretch stretch, int size) {
    int from = Math.max(last, stretch.start() - AROUND);
    int to = Math.min(size, stretch.end() + AROUND);
    read.append(from == 0 ? "" : ".");
    for (int i = from; i < to; i++) {
      Token token = stretch.token(i);
      boolean own = i >= stretch.start() && i < stretch.end();
      read.append(
          switch (token.before()) {
            case NONE -> " ";
            case COMMA -> ", ";
            case STOP -> ". ";
          });
      read.append(own ? inOwnScript(token.text()).orElse(token.text()) : token.text());
    }
    last = to;
  }

  private String sound(String word) {
    return sounds.computeIfAbsent(word, way.romanisation().ofLatin()::apply);
  }

  /** The word as it is written in its own script, the risky one of several. */
  private Optional<String> inOwnScript(String word) {
    return known.computeIfAbsent(word, this::find);
  }

  private Optional<String> find(String word) {
    String sounding = sound(word);
    boolean anything =
        way.romanisation().isDoubtful() && !isClear(word) && word.length() >= SHORTEST;
    if (anything || sounding.length() > Lexicon.LONGEST_WORD) {
      return Optional.empty();
    }
    var best = new Best();
    way.words().find(new WordHash(sounding), 0, sounding.length(), best::take);
    return Optional.ofNullable(best.word);
  }

  private static final class Best {
    private @Nullable String word;
    private boolean risky;

    void take(StemTable.Slot<StemTable.Slot<Entry>> slot, List<Endings.Ending> endings) {
      boolean matters = (slot.value().value().senses() & Sense.RISKY) != 0;
      if (word == null || (matters && !risky)) {
        word = slot.value().stem().written() + endings.getFirst().written();
        risky = matters;
      }
    }
  }
}
