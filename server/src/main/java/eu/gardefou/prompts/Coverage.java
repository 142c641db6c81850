package eu.gardefou.prompts;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

  private final Lexicon lexicon;
  private final Set<String> strangerWords = new HashSet<>();
  private final Set<Integer> alphabet = new HashSet<>();
  private final Set<Character.UnicodeScript> scripts = new HashSet<>();
  private final LetterProfile letters;

  /**
   * @param own sample texts of the covered languages
   * @param strangers sample texts of others
   */
  Coverage(Lexicon lexicon, Collection<String> own, Collection<String> strangers) {
    this.lexicon = lexicon;
    Set<String> strange = new LinkedHashSet<>();
    for (Token token : tokens(strangers)) {
      strangerWords.add(token.text());
      if (!lexicon.knows(token.text())) {
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

  boolean covers(List<Token> tokens) {
    List<Token> words = tokens.stream().filter(Coverage::isWord).toList();
    if (words.size() >= ENOUGH_TO_KNOW_ONE && words.stream().allMatch(this::isNobodysWord)) {
      return false;
    }
    for (int start = 0; start < words.size(); start += STRETCH) {
      boolean last = words.size() - start < STRETCH + SHORTEST_STRETCH;
      int end = last ? words.size() : start + STRETCH;
      if (evidence(words.subList(start, end)) < 0) {
        return false;
      }
      if (last) {
        break;
      }
    }
    return true;
  }

  /** Above zero speaks for the covered languages, below for another. */
  private double evidence(List<Token> words) {
    double evidence = BENEFIT_OF_DOUBT - NEEDED_PER_WORD * words.size();
    Set<String> likely = likely(words);
    for (Token word : words) {
      evidence += evidence(word, likely) * (isName(word, words) ? NAME_SHARE : 1);
    }
    return evidence;
  }

  /** The two languages that have most of the words. */
  private Set<String> likely(List<Token> words) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Token word : words) {
      lexicon.languagesOf(word.text()).forEach(language -> counts.merge(language, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(LIKELY)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private boolean isOf(Set<String> languages, Token word) {
    return lexicon.languagesOf(word.text()).stream()
        .anyMatch(language -> language.equals(Entry.ANY) || languages.contains(language));
  }

  private double evidence(Token word, Set<String> likely) {
    boolean respelled = word.repair() != null && !word.repair().equals(WordRepair.TYPO);
    boolean known = respelled || (lexicon.knows(word.text()) && word.repair() == null);
    boolean strange = strangerWords.contains(word.text()) && !respelled;
    if (!respelled && !isInScripts(word)) {
      return OTHER_SCRIPT * Math.max(1, word.letters().length() / LETTERS_PER_WORD);
    }
    if (!respelled && hasStrangeLetter(word)) {
      return STRANGER_WORD;
    }
    if (known) {
      return strange || !(respelled || isOf(likely, word)) ? SHARED_WORD : 1;
    }
    if (strange || word.letters().length() > LONGEST_WORD) {
      return STRANGER_WORD;
    }
    double odds = ODDS_SCALE * letters.odds(word.letters());
    return Math.clamp(odds, -MOST_PER_WORD, MOST_PER_WORD);
  }

  private boolean isNobodysWord(Token word) {
    return !word.capital() && word.repair() == null && !lexicon.knows(word.text());
  }

  /** A capital among small letters: names belong to no language. */
  private boolean isName(Token word, List<Token> words) {
    return word.capital()
        && !lexicon.knows(word.text())
        && words.stream().anyMatch(w -> !w.capital());
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
