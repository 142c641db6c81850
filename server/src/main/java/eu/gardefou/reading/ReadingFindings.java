package eu.gardefou.reading;

import java.util.List;

/**
 * What stands in a picture.
 *
 * @param texts the same words may come in several readings
 * @param marks share of the picture, 0 to 1, that strokes of a flat strong colour cover
 * @param missing why something was not read, each a short word; empty when everything was
 */
public record ReadingFindings(List<FoundText> texts, double marks, List<String> missing) {
  /** Keeps its own copies. */
  public ReadingFindings {
    texts = List.copyOf(texts);
    missing = List.copyOf(missing);
  }
}
