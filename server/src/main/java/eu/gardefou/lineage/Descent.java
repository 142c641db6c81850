package eu.gardefou.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a request's pictures go back to. A request with pictures of several chains belongs to all of
 * them, and so does what comes out; the chains themselves stay apart.
 */
public record Descent(List<Found> pictures) {
  /** Keeps its own copy. */
  public Descent {
    pictures = List.copyOf(pictures);
  }

  /** Whether some picture can be told from others. */
  boolean isLinked() {
    return pictures.stream().anyMatch(picture -> !picture.looks().isEmpty());
  }

  /** What every chain began with that these pictures are in. */
  Set<Long> chain() {
    Set<Long> chain = new TreeSet<>();
    pictures.forEach(picture -> chain.addAll(picture.chain()));
    return chain;
  }

  /** The pictures that these are; 0 for new ones and flat ones. */
  List<Long> inputs() {
    List<Long> inputs = new ArrayList<>();
    for (Found picture : pictures) {
      Known same = picture.same();
      inputs.add(same == null ? 0 : same.id());
    }
    return inputs;
  }

  /** What the models said of the first ancestors of each picture, without those of new ones. */
  public List<List<Numbers>> ancestors() {
    return pictures.stream()
        .flatMap(picture -> picture.firsts().stream())
        .distinct()
        .map(Known::numbers)
        .filter(numbers -> !numbers.isEmpty())
        .toList();
  }

  /** How much of people became bare on the way to these pictures, the most of all. */
  public double bared() {
    return pictures.stream().mapToDouble(Found::bared).max().orElse(0);
  }

  /**
   * Whether all pictures that an earlier request had are among these, in any order. Flat pictures
   * count for nothing: one more blank one makes no other request.
   */
  boolean hasAll(List<Long> inputs) {
    List<Long> telling = inputs.stream().filter(input -> input != 0).toList();
    return !telling.isEmpty()
        && telling.stream()
            .allMatch(
                input -> pictures.stream().anyMatch(picture -> picture.near().contains(input)));
  }
}
