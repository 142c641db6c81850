package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the stems of one kind in one language may end in. */
final class Endings {
  private static final List<Ending> NOTHING = List.of();

  /** Of a word that is written in one way only. */
  static final Endings NONE = new Endings(List.of(new Ending("", 0)));

  private final LongTable<List<Ending>> byHash = new LongTable<>();
  private final List<Long> hashes = new ArrayList<>();
  private final List<Ending> all;
  private final Map<List<Long>, Endings> parts = new HashMap<>(0);
  private int longest;

  /**
   * One ending.
   *
   * @param written in lower case with its diacritics; may be empty
   * @param senses what it adds to the word, such as whose the thing is
   */
  record Ending(String written, long senses) {}

  Endings(Collection<Ending> endings) {
    this(endings, Folding::fold);
  }

  /**
   * Endings by another key than their folded form.
   *
   * @param key how look-ups spell what is written
   */
  Endings(Collection<Ending> endings, UnaryOperator<String> key) {
    all = endings.stream().distinct().toList();
    for (Ending ending : all) {
      String spelled = key.apply(ending.written());
      long hash = WordHash.of(spelled);
      List<Ending> alike = new ArrayList<>(find(hash));
      alike.add(ending);
      byHash.put(hash, List.copyOf(alike));
      hashes.add(hash);
      longest = Math.max(longest, spelled.length());
    }
  }

  /** The endings that have this hash when folded. */
  List<Ending> find(long hash) {
    List<Ending> endings = byHash.get(hash);
    return endings == null ? NOTHING : endings;
  }

  /** Those that have of these senses just the wanted ones. */
  Endings only(long wanted, long of) {
    return parts.computeIfAbsent(
        List.of(wanted, of),
        _ -> {
          List<Ending> part = all.stream().filter(e -> (e.senses() & of) == wanted).toList();
          return part.size() == all.size() ? this : new Endings(part);
        });
  }

  boolean has(String folded) {
    return byHash.contains(WordHash.of(folded));
  }

  List<Ending> all() {
    return all;
  }

  /** The hashes of all of them, as look-ups spell them. */
  List<Long> hashes() {
    return hashes;
  }

  /** The length of the longest, in characters. */
  int longest() {
    return longest;
  }
}
