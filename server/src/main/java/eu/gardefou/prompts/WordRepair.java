package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways in which one unknown word may be respelled, tried from the likeliest on. */
final class WordRepair {
  static final String TYPO = "typo";
  static final String LEET = "leet";
  static final String REPEATS = "repeats";
  static final Set<String> GUESSES = Set.of(TYPO, "run-together", "rot13", "reversed", REPEATS);
  private static final long MATTERS = Sense.RISKY | Sense.OFF.bit();
  private static final int SHORTEST = 3;
  private static final int SHORTEST_TURNED = 5;

  private final Lexicon lexicon;
  private final LookAlikes lookAlikes = new LookAlikes();
  private final MixedScripts mixed;
  private final Typos typos;
  private final Segmenter segmenter;
  private final Map<String, List<Stem>> byCollapsed = new HashMap<>();

  WordRepair(Lexicon lexicon) {
    this.lexicon = lexicon;
    segmenter = new Segmenter(lexicon);
    List<StemTable.Slot<Entry>> words = lexicon.words().all();
    mixed = new MixedScripts(words.stream().filter(slot -> has(slot, Sense.RISKY)).toList());
    typos = new Typos(words.stream().filter(slot -> has(slot, Sense.CORE)).toList());
    words.stream()
        .filter(slot -> has(slot, Sense.RISKY))
        .map(StemTable.Slot::stem)
        .forEach(stem ->
            byCollapsed
                .computeIfAbsent(Repeats.collapse(stem.folded(), 1), _ -> new ArrayList<>(1))
                .add(stem));
  }

  private static boolean has(StemTable.Slot<Entry> slot, long senses) {
    return (slot.value().senses() & senses) != 0;
  }

  /** A chunk with symbols or marks inside as the one word it stands for, or null. */
  @Nullable Token symbols(Chunk chunk, String language, Words words) {
    String core = core(chunk.raw());
    if (core.length() < SHORTEST || core.length() > 64 || chunk.tokens().isEmpty()) {
      return null;
    }
    Token whole = Token.plain(core, chunk.before());
    String latin = latin(whole.text());
    for (String letters : Leet.readings(latin)) {
      String word = find(lettersOnly(letters), language, words);
      if (word != null) {
        return whole.respelled(word, LEET);
      }
    }
    if (core.indexOf('*') > 0 || core.indexOf('#') > 0) {
      for (String letters : Leet.unmasked(latin)) {
        if (isRisky(letters)) {
          return whole.respelled(letters, "masked");
        }
      }
    }
    String bare = lettersOnly(latin);
    boolean punctuated = bare.length() < latin.length();
    return punctuated && isRisky(bare) ? whole.respelled(bare, "punctuated") : null;
  }

  /**
   * The words that an unknown one may stand for; empty when none.
   *
   * @param language which most of the text is in
   */
  List<Token> word(Token token, String language, Words words) {
    List<Token> known = known(token, "folded", language, words);
    if (!known.isEmpty()) {
      return known;
    }
    String meantByLooks = mixed.meant(token.text());
    if (meantByLooks != null) {
      return List.of(token.respelled(meantByLooks, "folded"));
    }
    String latin = latin(token.text());
    String rotated = Rotation.by(13, latin);
    if (latin.length() >= SHORTEST_TURNED && isRisky(rotated)) {
      return List.of(token.respelled(rotated, "rot13"));
    }
    String reversed = new StringBuilder(latin).reverse().toString();
    if (latin.length() >= SHORTEST_TURNED && isRisky(reversed)) {
      return List.of(token.respelled(reversed, "reversed"));
    }
    String meant = typos.meant(latin, language);
    return meant == null ? List.of() : List.of(token.respelled(meant, TYPO));
  }

  /** The same, when its letters need only be seen for what they are, or parted. */
  List<Token> known(Token token, String name, String language, Words lookUp) {
    String latin = latin(token.text());
    Set<String> readings = new LinkedHashSet<>(2);
    readings.add(latin);
    readings.add(token.text());
    readings.addAll(Leet.readings(latin));
    for (String reading : readings) {
      String word = find(reading, language, lookUp);
      if (word != null) {
        boolean plain = reading.equals(latin) || reading.equals(token.text());
        String how = word.equals(reading) && plain ? name : plain ? REPEATS : LEET;
        return List.of(token.respelled(word, how));
      }
    }
    for (String reading : readings) {
      List<String> words = segmenter.cut(reading, lookUp);
      if (words != null) {
        return parted(token, words, name.equals("folded") ? "run-together" : name);
      }
    }
    return List.of();
  }

  private static List<Token> parted(Token token, List<String> words, String name) {
    List<Token> tokens = new ArrayList<>();
    for (String word : words) {
      Token part = token.respelled(word, name);
      tokens.add(tokens.isEmpty() ? part : part.parted(Gap.NONE));
    }
    return tokens;
  }

  /** The known word that has each run of this one's letters once or twice, or null. */
  @Nullable Token shorter(Token token, String language, Words words) {
    String word = first(Repeats.singleOrDouble(token.text()), language, words);
    return word == null || word.equals(token.text()) ? null : token.respelled(word, REPEATS);
  }

  /** A known one, of the text's language and one that matters rather than another; or null. */
  private static @Nullable String first(List<String> words, String language, Words lookUp) {
    String best = null;
    int most = -1;
    for (String word : words) {
      Known known = lookUp.known(word);
      int worth = lookUp.has(language, word) ? 2 : 0;
      worth += (known.senses() & MATTERS) == 0 ? 0 : 1;
      if (known.isWord() && worth > most) {
        best = word;
        most = worth;
      }
    }
    return best;
  }

  /** The word itself when known, or with fewer repeats. */
  private @Nullable String find(String word, String language, Words words) {
    if (word.length() < 2) {
      return null;
    }
    boolean known = words.knows(word);
    if (known && !Repeats.isTripled(word)) {
      return word;
    }
    String shorter = first(Repeats.shorter(word), language, words);
    if (shorter != null || known) {
      return shorter == null ? word : shorter;
    }
    return Repeats.in(word) ? collapsed(Repeats.collapse(word, 1)) : null;
  }

  /** The risky word that has these letters when each is written once in a row. */
  private @Nullable String collapsed(String once) {
    for (int cut = once.length(); cut > 0; cut--) {
      String ending = once.substring(cut);
      for (Stem stem : byCollapsed.getOrDefault(once.substring(0, cut), List.of())) {
        if (stem.endings().has(ending)) {
          return stem.folded() + ending;
        }
      }
    }
    return null;
  }

  private boolean isRisky(String word) {
    return (lexicon.known(word).senses() & Sense.RISKY) != 0;
  }

  private String latin(String word) {
    String latin = lookAlikes.latin(word);
    return latin == null ? word : latin;
  }

  private static String core(String raw) {
    int start = 0;
    int end = raw.length();
    while (end > start && ".,;:!?)]}\"'»”…".indexOf(raw.charAt(end - 1)) >= 0) {
      end--;
    }
    while (start < end && "([{\"'«„“".indexOf(raw.charAt(start)) >= 0) {
      start++;
    }
    return raw.substring(start, end);
  }

  private static String lettersOnly(String word) {
    var letters = new StringBuilder(word.length());
    word.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
