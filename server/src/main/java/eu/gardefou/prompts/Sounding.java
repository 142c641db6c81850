package eu.gardefou.prompts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stretches of one text, read in one way of typing another script in Latin letters. */
final class Sounding {
  private static final int FEWEST = 2;

  /** So many words around a stretch are read with it. */
  private static final int AROUND = 6;

  /** So many readable words hold by themselves, whatever stands beside them. */
  private static final int ENOUGH = 3;

  private static final int SHORTEST = 3;

  private final Way way;
  private final Map<String, Optional<String>> known = new HashMap<>();
  private final Map<String, String> sounds;
  private final StringBuilder read = new StringBuilder();
  private int found;
  private int last;

  /** A romanisation and the words of its language by how they sound. */
  record Way(Romanisation romanisation, StemTable<StemTable.Slot<Entry>> words) {}

  /**
   * Reads the stretches of these words in one way.
   *
   * @param sounds what is known of how they sound by the same rules
   */
  Sounding(Way way, List<Token> tokens, List<Stretch> stretches, Map<String, String> sounds) {
    this.way = way;
    this.sounds = sounds;
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
    if (doubtful && !stretch.isWhole()) {
      return false;
    }
    int first = 0;
    int end = 0;
    int count = 0;
    int readable = 0;
    for (Token token : stretch.words()) {
      boolean clear = isClear(token.text());
      count += doubtful || clear ? 1 : 0;
      if (clear && inOwnScript(token.text()).isPresent()) {
        readable++;
        end = count;
      } else if (readable == 0) {
        first = count;
      }
    }
    // A word at either end that nobody knows may belong to the text around.
    int of = readable >= ENOUGH && !stretch.isWhole() ? end - first : count;
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
    String sound = sounds.get(word);
    if (sound == null) {
      sound = way.romanisation().ofLatin().apply(word);
      sounds.put(word, sound);
    }
    return sound;
  }

  /** The word as it is written in its own script, the risky one of several. */
  private Optional<String> inOwnScript(String word) {
    Optional<String> own = known.get(word);
    if (own == null) {
      own = find(word);
      known.put(word, own);
    }
    return own;
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
