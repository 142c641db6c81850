package eu.gardefou.prompts;

import com.ibm.icu.text.SpoofChecker;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Greek or Cyrillic word that a word of several scripts looks like: {@code плaтьe} with
 * Latin letters in it. By skeletons of UTS #39 ("Unicode Security Mechanisms").
 */
final class MixedScripts {
  private final SpoofChecker checker =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
  private final Map<Integer, String> skeletons = new ConcurrentHashMap<>();
  private final StemTable<Stem> bySkeleton = new StemTable<>();

  MixedScripts(Collection<StemTable.Slot<Entry>> risky) {
    Map<Endings, Endings> endings = new HashMap<>();
    for (StemTable.Slot<Entry> slot : risky) {
      Stem stem = slot.stem();
      if (!isLatin(stem.folded())) {
        Endings alike =
            endings.computeIfAbsent(
                stem.endings(),
                all -> new Endings(all.all(), written -> skeleton(Folding.fold(written))));
        String skeleton = skeleton(stem.folded());
        bySkeleton.add(new Stem(stem.written(), skeleton, alike, 0), stem);
      }
    }
  }

  /** The folded word that is meant, or null when the word has one script or looks like none. */
  @Nullable String meant(String word) {
    if (!isMixed(word) || word.length() > Lexicon.LONGEST_WORD) {
      return null;
    }
    String skeleton = skeleton(word);
    @Nullable String[] meant = {null};
    if (skeleton.length() <= Lexicon.LONGEST_WORD) {
      bySkeleton.find(
          new WordHash(skeleton),
          0,
          skeleton.length(),
          (slot, endings) ->
              meant[0] = slot.value().folded() + Folding.fold(endings.getFirst().written()));
    }
    return meant[0];
  }

  private String skeleton(String word) {
    var skeleton = new StringBuilder(word.length());
    word.codePoints()
        .forEach(point ->
            skeleton.append(
                skeletons.computeIfAbsent(
                    point, p -> Folding.fold(checker.getSkeleton(Character.toString(p))))));
    return skeleton.toString();
  }

  private static boolean isMixed(String word) {
    return word.codePoints()
            .filter(Character::isLetter)
            .mapToObj(Character.UnicodeScript::of)
            .distinct()
            .count()
        > 1;
  }

  private static boolean isLatin(String word) {
    return word.codePoints()
        .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }
}
