package eu.gardefou.prompts;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges whether a text is in languages that the data files cover: by its script, its words, and
 * the letters of the words that nobody knows. A stretch in another language inside a covered text
 * counts; a lone unknown word or a name does not.
 */
final class Coverage {
  private static final int STRETCH = 8;

  /** A text may be in two languages at once; in more it is in none. */
  private static final int LIKELY = 2;

  private static final int SHORTEST_STRETCH = 3;
  private static final double BENEFIT_OF_DOUBT = 1;
  private static final double NEEDED_PER_WORD = 0.2;
  private static final double SHARED_WORD = 0.25;
  private static final double STRANGER_WORD = -1.6;
  private static final double OTHER_SCRIPT = -2.5;

  /** For scripts that part no words. */
  private static final int LETTERS_PER_WORD = 3;

  private static final int ENOUGH_TO_KNOW_ONE = 5;
  private static final double MOST_PER_WORD = 1;
  private static final double ODDS_SCALE = 0.2;
  private static final double NAME_SHARE = 0.25;
  private static final int LONGEST_WORD = 32;

  private final long everybodys;
  private final Set<String> strangerWords = new HashSet<>();
  private final Set<Integer> alphabet = new HashSet<>();
  private final Set<Character.UnicodeScript> scripts = new HashSet<>();
  private final LetterProfile letters;

  /**
   * @param own sample texts of the covered languages
   * @param strangers sample texts of others
   */
  Coverage(Lexicon lexicon, Collection<String> own, Collection<String> strangers) {
    everybodys = lexicon.fileBit(Entry.ANY);
    Set<String> strange = new LinkedHashSet<>();
    for (Token token : tokens(strangers)) {
      strangerWords.add(token.text());
      if (!lexicon.known(token.text()).isWord()) {
        strange.add(token.letters());
      }
    }
    Set<String> known = new LinkedHashSet<>();
    for (Token token : tokens(own)) {
      known.add(token.letters());
      token.letters().codePoints().forEach(alphabet::add);
    }
    alphabet.stream()
        .filter(Character::isLetter)
        .map(Character.UnicodeScript::of)
        .forEach(scripts::add);
    letters = new LetterProfile(known, strange);
  }

  private static List<Token> tokens(Collection<String> samples) {
    return samples.stream()
        .flatMap(sample -> Tokenizer.chunks(sample).stream())
        .flatMap(chunk -> chunk.tokens().stream())
        .filter(Coverage::isWord)
        .toList();
  }

  boolean covers(List<Token> tokens, Words lookUp) {
    List<Token> words = tokens.stream().filter(Coverage::isWord).toList();
    if (words.size() >= ENOUGH_TO_KNOW_ONE
        && words.stream().allMatch(word -> isNobodysWord(word, lookUp))) {
      return false;
    }
    for (int start = 0; start < words.size(); start += STRETCH) {
      boolean last = words.size() - start < STRETCH + SHORTEST_STRETCH;
      int end = last ? words.size() : start + STRETCH;
      if (evidence(words.subList(start, end), lookUp) < 0) {
        return false;
      }
      if (last) {
        break;
      }
    }
    return true;
  }

  /** Above zero speaks for the covered languages, below for another. */
  private double evidence(List<Token> words, Words lookUp) {
    double evidence = BENEFIT_OF_DOUBT - NEEDED_PER_WORD * words.size();
    long likely = likely(words, lookUp) | everybodys;
    for (Token word : words) {
      Known known = lookUp.known(word.text());
      evidence += evidence(word, known, likely) * (isName(word, known, words) ? NAME_SHARE : 1);
    }
    return evidence;
  }

  /** The two languages that have most of the words, one bit each. */
  private static long likely(List<Token> words, Words lookUp) {
    int[] counts = new int[Long.SIZE];
    for (Token word : words) {
      long files = lookUp.known(word.text()).files();
      for (long rest = files; rest != 0; rest &= rest - 1) {
        counts[Long.numberOfTrailingZeros(rest)]++;
      }
    }
    long likely = 0;
    for (int i = 0; i < LIKELY; i++) {
      int best = most(counts);
      likely |= counts[best] > 0 ? 1L << best : 0;
      counts[best] = 0;
    }
    return likely;
  }

  private static int most(int[] counts) {
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return most;
  }

  private double evidence(Token word, Known meant, long likely) {
    boolean respelled = word.repair() != null && !word.repair().equals(WordRepair.TYPO);
    boolean known = respelled || (meant.isWord() && word.repair() == null);
    boolean strange = strangerWords.contains(word.text()) && !respelled;
    if (!respelled && !isInScripts(word)) {
      return OTHER_SCRIPT * Math.max(1, word.letters().length() / LETTERS_PER_WORD);
    }
    if (!respelled && hasStrangeLetter(word)) {
      return STRANGER_WORD;
    }
    if (known) {
      return strange || !(respelled || (meant.files() & likely) != 0) ? SHARED_WORD : 1;
    }
    if (strange || word.letters().length() > LONGEST_WORD) {
      return STRANGER_WORD;
    }
    double odds = ODDS_SCALE * letters.odds(word.letters());
    return Math.clamp(odds, -MOST_PER_WORD, MOST_PER_WORD);
  }

  private static boolean isNobodysWord(Token word, Words lookUp) {
    return !word.capital() && word.repair() == null && !lookUp.knows(word.text());
  }

  /** A capital among small letters: names belong to no language. */
  private static boolean isName(Token word, Known known, List<Token> words) {
    return word.capital() && !known.isWord() && words.stream().anyMatch(w -> !w.capital());
  }

  /** A letter that no covered language writes. */
  private boolean hasStrangeLetter(Token word) {
    return word.letters()
        .codePoints()
        .anyMatch(c -> c > 127 && Character.isLetter(c) && !alphabet.contains(c));
  }

  private static boolean isWord(Token token) {
    return token.text().codePoints().anyMatch(Character::isLetter);
  }

  private boolean isInScripts(Token word) {
    return word.letters()
        .codePoints()
        .allMatch(c -> !Character.isLetter(c) || scripts.contains(Character.UnicodeScript.of(c)));
  }
}
