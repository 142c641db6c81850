package eu.gardefou.notices;

import java.util.Arrays;
import java.util.List;

/**
 * What a notice still lacks, law by law. Something missing never refuses a notice: it is asked for.
 *
 * @param missing in the order of the laws
 */
public record Completeness(List<Element> missing) {
  /** Keeps its own copy. */
  public Completeness {
    missing = List.copyOf(missing);
  }

  /** Of a notice. */
  public static Completeness of(Notice notice) {
    return new Completeness(
        Arrays.stream(Element.values()).filter(element -> !element.isIn(notice)).toList());
  }

  /** Whether a law has all that it asks for. */
  public boolean isCompleteFor(Regime regime) {
    return missing.stream().noneMatch(element -> element.regime() == regime);
  }

  boolean lacks(Element element) {
    return missing.contains(element);
  }
}
