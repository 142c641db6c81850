package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the stems of one kind in one language may end in. */
final class Endings {
  private static final List<Ending> NOTHING = List.of();

  /** Of a word that is written in one way only. */
  static final Endings NONE = new Endings(List.of(new Ending("", 0)));

  private final LongTable<List<Ending>> byHash = new LongTable<>();
  private final List<Ending> all;
  private int longest;

  /**
   * One ending.
   *
   * @param written in lower case with its diacritics; may be empty
   * @param senses what it adds to the word, such as whose the thing is
   */
  record Ending(String written, long senses) {
    String folded() {
      return Folding.fold(written);
    }
  }

  Endings(Collection<Ending> endings) {
    all = endings.stream().distinct().toList();
    for (Ending ending : all) {
      String folded = ending.folded();
      long hash = WordHash.of(folded);
      List<Ending> alike = new ArrayList<>(find(hash));
      alike.add(ending);
      byHash.put(hash, List.copyOf(alike));
      longest = Math.max(longest, folded.length());
    }
  }

  /** The endings that have this hash when folded. */
  List<Ending> find(long hash) {
    List<Ending> endings = byHash.get(hash);
    return endings == null ? NOTHING : endings;
  }

  boolean has(String folded) {
    return byHash.contains(WordHash.of(folded));
  }

  List<Ending> all() {
    return all;
  }

  /** The length of the longest, in characters. */
  int longest() {
    return longest;
  }
}
