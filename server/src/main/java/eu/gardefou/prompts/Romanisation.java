package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One way to type a language of another script in Latin letters. Both spellings are brought to a
 * third, in which what sounds alike is written alike, so that they meet whatever the habits of
 * whoever types.
 *
 * @param language ISO 639-1 code
 * @param unknown what share of the words nobody may know, at least; vowels tell languages apart,
 *     and a script without them fits many a word
 * @param shortest a word of fewer letters of the third spelling could be anything
 */
record Romanisation(String language, Rules ofNative, Rules ofLatin, int shortest, double unknown) {
  private static final double DOUBTFUL = 0.5;

  private static final String CYRILLIC =
      "а>a б>b в>v г>g ґ>g д>d е>e є>e ж>j з>z и>i й>i і>i ї>i к>k л>l м>m н>n о>o п>p р>r с>s т>t"
          + " у>u ф>f х>h ц>c ч>q ш>w щ>wq ъ> ы>i ь> э>e ю>iu я>ia ыи>i ии>i";
  private static final String FROM_LATIN =
      "shch>wq sch>wq sht>wt sh>w zh>j ch>q ts>c tz>c kh>h ya>ia ja>ia yu>iu ju>iu yo>e jo>e ye>e"
          + " je>e x>h w>v 4>q 6>w y>i j>i iy>i yy>i ii>i ij>i yi>i '> 3>z 0>o";
  private static final String BULGARIAN_FROM_LATIN = "yo>io jo>io q>ia j>j";

  private static final String GREEK =
      "ου>u αι>e ει>i οι>i υι>i αυ>av ευ>ev μπ>b ντ>d γκ>g γγ>g τσ>c τζ>j α>a β>v γ>g δ>d ε>e ζ>z"
          + " η>i θ>8 ι>i κ>k λ>l μ>m ν>n ξ>x ο>o π>p ρ>r σ>s τ>t υ>i φ>f χ>h ψ>ps ω>o";
  private static final String GREEK_BY_SOUND =
      "th>8 ch>h kh>h ks>x ou>u oy>u ai>e ei>i oi>i yi>i ui>i ph>f mp>b nt>d gk>g gg>g ng>g ts>c"
          + " tz>j au>av ay>av eu>ev ey>ev w>o y>i 3>x 8>8 9>8 af>av ef>ev q>k c>k j>z";
  private static final String GREEK_BY_LOOKS =
      "ks>x ou>u oy>u ai>e ei>i ei>i oi>i oh>i ph>f mp>b nt>d gk>g gg>g ts>c tz>j au>av ay>av eu>ev"
          + " ey>ev w>o y>i u>i h>i x>h 3>x 8>8 9>8 0>o b>v q>8 c>k j>x";

  private static final String ARABIC =
      "ا> ب>b ت>t ث>t ج>j ح>h خ>x د>d ذ>d ر>r ز>z س>s ش>w ص>s ض>d ط>t ظ>z ع> غ>g ف>f ق>k ك>k ل>l م>m"
          + " ن>n ه>h و> ي> ء>";
  private static final String ARABIC_FROM_LATIN =
      "sh>w ch>w kh>x gh>g th>t dh>d 7'>x 3'>g 5>x 7>h 3> 2> 6>t 9>s 8>k q>k c>k p>b v>f g>j a> e> i>"
          + " o> u> y> w> '> bb>b tt>t dd>d ss>s ll>l mm>m nn>n rr>r zz>z ff>f kk>k shsh>w";

  /** Shared, so that a word is spelled by each of them once. */
  private static final Rules TO_CYRILLIC = Rules.of(FROM_LATIN);

  private static final Rules TO_BULGARIAN = Rules.of(FROM_LATIN, BULGARIAN_FROM_LATIN);

  /** All that are known. */
  static final List<Romanisation> ALL =
      List.of(
          new Romanisation("ru", Rules.of(CYRILLIC), TO_CYRILLIC, 3, 0.5),
          new Romanisation("uk", Rules.of(CYRILLIC), TO_CYRILLIC, 3, 0.5),
          new Romanisation("uk", Rules.of(CYRILLIC, "г>h"), TO_CYRILLIC, 3, 0.5),
          new Romanisation("bg", Rules.of(CYRILLIC, "щ>wt ъ>a"), TO_BULGARIAN, 3, 0.5),
          new Romanisation("bg", Rules.of(CYRILLIC, "щ>wt ъ>u"), TO_BULGARIAN, 3, 0.5),
          new Romanisation("el", Rules.of(GREEK), Rules.of(GREEK_BY_SOUND), 3, 0.5),
          new Romanisation("el", Rules.of(GREEK), Rules.of(GREEK_BY_LOOKS), 3, 0.5),
          new Romanisation("ar", Rules.of(ARABIC), Rules.of(ARABIC_FROM_LATIN), 3, 0.8));

  /** Without vowels most words could be anything, unless figures stand in them as letters. */
  boolean isDoubtful() {
    return unknown > DOUBTFUL;
  }

  /** What is written in place of which letters; the longest that fits is taken, others stay. */
  static final class Rules {
    private static final List<Rule> NONE = List.of();

    private final List<List<Rule>> byFirst = new ArrayList<>();

    private record Rule(String from, String to) {}

    /** Rules written {@code from>to}; later ones take the place of earlier ones. */
    static Rules of(String... lists) {
      Map<String, String> pairs = new TreeMap<>();
      for (String list : lists) {
        for (String pair : list.split(" ", -1)) {
          int sign = pair.indexOf('>');
          pairs.put(pair.substring(0, sign), pair.substring(sign + 1));
        }
      }
      var rules = new Rules();
      pairs.forEach((from, to) -> rules.add(new Rule(from, to)));
      Comparator<Rule> longestFirst = Comparator.comparingInt(rule -> -rule.from().length());
      rules.byFirst.stream()
          .filter(list -> !list.isEmpty())
          .forEach(list -> list.sort(longestFirst));
      return rules;
    }

    private void add(Rule rule) {
      char first = rule.from().charAt(0);
      while (byFirst.size() <= first) {
        byFirst.add(NONE);
      }
      if (byFirst.get(first).isEmpty()) {
        byFirst.set(first, new ArrayList<>(1));
      }
      byFirst.get(first).add(rule);
    }

    String apply(String word) {
      var written = new StringBuilder(word.length());
      for (int i = 0; i < word.length(); ) {
        Rule rule = ruleAt(word, i);
        if (rule == null) {
          written.append(word.charAt(i));
          i++;
        } else {
          written.append(rule.to());
          i += rule.from().length();
        }
      }
      return written.toString();
    }

    private @Nullable Rule ruleAt(String word, int index) {
      char first = word.charAt(index);
      List<Rule> rules = first < byFirst.size() ? byFirst.get(first) : NONE;
      for (int i = 0; i < rules.size(); i++) {
        if (word.startsWith(rules.get(i).from(), index)) {
          return rules.get(i);
        }
      }
      return null;
    }
  }
}
