package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives each word its senses. A form that several languages share, such as {@code robe} or {@code
 * sein}, has only the senses of those languages that the text shows elsewhere too; a form of one
 * language alone always counts, so that a change of language inside a sentence does not help.
 */
final class Annotator {
  /** Words so short mean something else in every language; only the likeliest one's counts. */
  private static final int SHORT = 3;

  private static final int LONGEST_GAP = 9;
  private static final long BESIDE_VERB = Sense.CLITIC.bit();
  private static final long ARTICLE = Sense.of(Sense.DETERMINER, Sense.POSSESSIVE);

  private final Words words;

  Annotator(Words words) {
    this.words = words;
  }

  /** The text with its senses, as if it were in the same languages throughout. */
  Passage annotate(String reading, List<Token> tokens) {
    return passages(reading, tokens).getFirst();
  }

  /** The same, and with each part by its own language when the text changes it. */
  List<Passage> passages(String reading, List<Token> tokens) {
    List<List<Entry>> found = tokens.stream().map(words::find).toList();
    List<int[]> lemmas = tokens.stream().map(token -> words.lemmasOf(token.text())).toList();
    var spoken = new Spoken(words, tokens, found);
    var all = new Wording(tokens, found, lemmas, spoken.evidence(0, tokens.size()));
    List<Passage> passages = new ArrayList<>(2);
    passages.add(new Passage(reading, units(all), words.lexicon().grammar()));
    List<Integer> starts = spoken.starts();
    if (starts.size() > 1) {
      List<Unit> units = new ArrayList<>(tokens.size());
      for (int i = 0; i < starts.size(); i++) {
        int start = starts.get(i);
        int end = i + 1 < starts.size() ? starts.get(i + 1) : tokens.size();
        List<Unit> part = units(all.part(start, end, spoken.evidence(start, end)));
        part.set(0, part.getFirst().parted(Gap.COMMA));
        units.addAll(part);
      }
      passages.add(new Passage(reading, units, words.lexicon().grammar()));
    }
    return passages;
  }

  private List<Unit> units(Wording text) {
    List<Unit> units = new ArrayList<>(text.size());
    for (int i = 0; i < text.size(); ) {
      Match match = longestPhrase(text, i);
      units.add(
          match.length() > 0
              ? unit(text.tokens().get(i), match.entries())
              : word(text, i, languageOfLast(units)));
      i += Math.max(1, match.length());
    }
    settleClitics(units);
    return units;
  }

  private record Match(int length, List<Entry> entries) {
    static final Match NONE = new Match(0, List.of());
  }

  private Unit word(Wording text, int index, String before) {
    Token token = text.tokens().get(index);
    List<Entry> found = text.found().get(index);
    boolean guessed = token.isGuessed() || !words.knows(token.text());
    if (!guessed && found.size() == 1) {
      return unit(token, found);
    }
    List<Entry> fitting = text.active(found);
    if (token.text().length() <= SHORT) {
      boolean tie = text.likeliest().equals(Entry.ANY);
      List<Entry> own =
          tie
              ? fitting.stream().filter(e -> e.language().equals(before) && isArticle(e)).toList()
              : fitting.stream().filter(e -> e.language().equals(text.likeliest())).toList();
      fitting = own.isEmpty() ? fitting : own;
    }
    return unit(token, fitting.isEmpty() && !guessed ? found : fitting);
  }

  private static boolean isArticle(Entry entry) {
    return (entry.senses() & Sense.ARTICLES) != 0;
  }

  /** Where no language is likelier, an article is of that of the word before. */
  private static String languageOfLast(List<Unit> units) {
    List<Entry> last = units.isEmpty() ? List.of() : units.getLast().entries();
    return last.size() == 1 ? last.getFirst().language() : Entry.ANY;
  }

  private static Unit unit(Token token, List<Entry> entries) {
    long senses = 0;
    int number =
        token.isNumber() && token.text().length() < 9 ? Integer.parseInt(token.text()) : -1;
    for (Entry entry : entries) {
      senses |= entry.senses();
      number = Math.max(number, entry.number());
    }
    return new Unit(token, entries, senses, number);
  }

  private Match longestPhrase(Wording text, int start) {
    Match longest = Match.NONE;
    List<PhraseTree> nodes = words.phrasesOf(text.tokens().get(start).text());
    for (int end = start + 1; !nodes.isEmpty(); end++) {
      List<Entry> entries = ended(nodes, text, start, end);
      if (!entries.isEmpty()) {
        longest = new Match(end - start, entries);
      }
      boolean goesOn = end < text.size() && text.tokens().get(end).before() == Gap.NONE;
      nodes = goesOn ? after(nodes, text.lemmas().get(end)) : List.of();
    }
    return longest;
  }

  private static List<PhraseTree> after(List<PhraseTree> nodes, int[] lemmas) {
    if (lemmas.length == 0) {
      return List.of();
    }
    List<PhraseTree> next = new ArrayList<>();
    nodes.forEach(node -> next.addAll(node.after(lemmas)));
    return next;
  }

  /** What the words from start to end mean as a phrase, alone or with a word that comes later. */
  private static List<Entry> ended(List<PhraseTree> nodes, Wording text, int start, int end) {
    List<Entry> entries = new ArrayList<>(1);
    nodes.forEach(node -> entries.addAll(fitting(node.whole(), text, start, end)));
    if (entries.isEmpty()) {
      for (PhraseTree node : nodes) {
        entries.addAll(node.hasGap() ? closed(node, text, start, end) : List.of());
      }
    }
    return entries;
  }

  /** Phrases of active languages, or of a language that alone has all of these words. */
  private static List<Entry> fitting(List<Entry> phrases, Wording text, int start, int end) {
    if (phrases.isEmpty()) {
      return phrases;
    }
    return text.isForeign(start, end) ? phrases : text.active(phrases);
  }

  /** Phrases whose last word comes later in the same clause. */
  private static List<Entry> closed(PhraseTree node, Wording text, int start, int end) {
    int last = Math.min(text.size(), end + LONGEST_GAP);
    for (int i = end; i < last && text.tokens().get(i).before() == Gap.NONE; i++) {
      List<Entry> closing = closings(node, text, i);
      List<Entry> entries = fitting(closing, text, start, end);
      if (!entries.isEmpty()) {
        return entries;
      }
      if (node.endsAtVerb() && isOnlyVerb(text.found().get(i))) {
        return List.of();
      }
    }
    return List.of();
  }

  private static List<Entry> closings(PhraseTree node, Wording text, int start) {
    if (text.lemmas().get(start).length == 0) {
      return List.of();
    }
    List<Entry> closing = closings(node.afterGap(), text, start, false);
    closing.addAll(closings(node.afterGapAlone(), text, start, true));
    return closing;
  }

  /** The phrases that an end which begins at this word closes. */
  private static List<Entry> closings(
      @Nullable PhraseTree ends, Wording text, int start, boolean alone) {
    List<Entry> closed = new ArrayList<>(1);
    List<PhraseTree> nodes = ends == null ? List.of() : ends.after(text.lemmas().get(start));
    for (int next = start + 1; !nodes.isEmpty(); next++) {
      if (!alone || !text.beginsNoun(next)) {
        nodes.forEach(node -> closed.addAll(node.whole()));
      }
      boolean goesOn = next < text.size() && text.tokens().get(next).before() == Gap.NONE;
      nodes = goesOn ? after(nodes, text.lemmas().get(next)) : List.of();
    }
    return closed;
  }

  private static boolean isOnlyVerb(List<Entry> entries) {
    return !entries.isEmpty()
        && entries.stream()
            .allMatch(e -> (e.senses() & Sense.VERBS) != 0 && (e.senses() & Sense.THINGS) == 0);
  }

  /** French {@code la} and the like stand for a person beside a verb, else before a noun. */
  private static void settleClitics(List<Unit> units) {
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i).has(BESIDE_VERB)) {
        boolean beforeVerb = i + 1 < units.size() && isVerb(units.get(i + 1));
        boolean afterVerb = i > 0 && isVerb(units.get(i - 1)) && endsClause(units, i + 1);
        if (beforeVerb || afterVerb) {
          long senses = units.get(i).senses() & ~BESIDE_VERB & ~Sense.DETERMINER.bit();
          units.set(i, units.get(i).with(senses | Sense.PRONOUN.bit()));
        }
      }
    }
  }

  private static boolean isVerb(Unit unit) {
    return unit.token().before() == Gap.NONE && unit.has(Sense.VERBS) && !unit.has(Sense.THINGS);
  }

  private static boolean endsClause(List<Unit> units, int index) {
    return index >= units.size()
        || units.get(index).token().before() != Gap.NONE
        || units.get(index).has(Sense.SMALL | Sense.PREPOSITIONS | Sense.AND.bit() | ARTICLE)
        || isVerb(units.get(index));
  }
}
