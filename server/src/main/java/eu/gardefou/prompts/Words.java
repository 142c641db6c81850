package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the files say of the words of one text, each looked up once. It lives as long as the text is
 * read: words of requests are not kept.
 */
final class Words {
  private final Lexicon lexicon;
  private final Map<String, Word> seen = new HashMap<>();
  private final Map<String, Map<String, List<Token>>> repairs = new HashMap<>();

  Words(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** One word and what was asked of it. */
  private static final class Word {
    private final Known known;
    private @Nullable List<Entry> meanings;
    private int @Nullable [] lemmas;
    private @Nullable List<PhraseTree> phrases;

    Word(Known known) {
      this.known = known;
    }
  }

  /** What chunks were respelled into, by their letters; the readings of a text have many alike. */
  Map<String, List<Token>> repairs(String circumstances) {
    return repairs.computeIfAbsent(circumstances, _ -> new HashMap<>());
  }

  Lexicon lexicon() {
    return lexicon;
  }

  private Word word(String word) {
    Word before = seen.get(word);
    if (before == null) {
      before = new Word(lexicon.known(word));
      seen.put(word, before);
    }
    return before;
  }

  /** What the files say of a folded word. */
  Known known(String word) {
    return word(word).known;
  }

  boolean knows(String word) {
    return known(word).isWord();
  }

  /** All senses that a word has in any language. */
  long senses(String word) {
    return known(word).senses();
  }

  /** The meanings of a word that is in the files, with its beginning changed if need be. */
  List<Entry> stored(String word) {
    return known(word).entries();
  }

  /** The meanings of a folded word; empty when no language has it. */
  List<Entry> find(String word) {
    Word found = word(word);
    if (found.meanings == null) {
      found.meanings = found.known.isWord() ? found.known.entries() : lexicon.compound(word);
    }
    return found.meanings;
  }

  /**
   * The meanings of a word as written: {@code uña} is not {@code una}, though a word without its
   * diacritics may be either.
   */
  List<Entry> find(Token token) {
    List<Entry> entries = find(token.text());
    if (token.repair() != null || entries.size() < 2) {
      return entries;
    }
    List<Entry> meant = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      if (entry.isWritten(token.letters()) || !hasExact(entries, entry.language(), token)) {
        meant.add(entry);
      }
    }
    return meant.size() == entries.size() ? entries : meant;
  }

  private static boolean hasExact(List<Entry> entries, String language, Token token) {
    for (Entry entry : entries) {
      if (entry.language().equals(language) && entry.isWritten(token.letters())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word or compound is of this language. */
  boolean has(String language, String word) {
    for (Entry entry : find(word)) {
      if (entry.language().equals(language)) {
        return true;
      }
    }
    return false;
  }

  /** The lemmas of phrases that a folded word may be a form of. */
  int[] lemmasOf(String word) {
    Word found = word(word);
    if (found.lemmas == null) {
      found.lemmas = lexicon.lemmasOf(word);
    }
    return found.lemmas;
  }

  /** Where the phrases are that begin with a folded word. */
  List<PhraseTree> phrasesOf(String word) {
    Word found = word(word);
    if (found.phrases == null) {
      found.phrases = lexicon.phrases().beginningWith(lemmasOf(word));
    }
    return found.phrases;
  }

  /** How many of the words the language knows that knows most of them. */
  int mostKnown(Collection<String> words) {
    var counts = new LanguageCounts();
    words.forEach(word -> counts.add(known(word).languages()));
    return counts.most();
  }
}
