package eu.gardefou.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads BlazeFace's answer. The model tells, for each of 896 fixed places (anchors), how sure it is
 * of a face there and where its centre and size are, in pixels of the 256 by 256 input: two anchors
 * at each place of a grid 16 apart, six at each of one 32 apart.
 */
final class BlazeFace {
  /** Less sure than this is no face. */
  static final double SURE = 0.5;

  /** The detector sees a square of this. */
  static final int SIDE = 256;

  private static final int NUMBERS = 16;

  private BlazeFace() {}

  static List<Box> boxes(Map<String, float[]> outputs) {
    List<Box> boxes = new ArrayList<>();
    read(outputs, 16, 2, boxes);
    read(outputs, 32, 6, boxes);
    return boxes;
  }

  private static void read(Map<String, float[]> outputs, int step, int anchors, List<Box> boxes) {
    float[] scores = output(outputs, "scores" + step);
    float[] places = output(outputs, "boxes" + step);
    int columns = SIDE / step;
    for (int i = 0; i < scores.length; i++) {
      double confidence = 1 / (1 + Math.exp(-scores[i]));
      if (Double.isNaN(confidence)) {
        throw new IllegalStateException("the face detector gave no number");
      }
      if (confidence >= SURE) {
        int column = i / anchors % columns;
        int row = i / anchors / columns;
        double x = (column + 0.5) * step + places[i * NUMBERS];
        double y = (row + 0.5) * step + places[i * NUMBERS + 1];
        double halfWidth = places[i * NUMBERS + 2] / 2;
        double halfHeight = places[i * NUMBERS + 3] / 2;
        boxes.add(
            new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, confidence));
      }
    }
  }

  private static float[] output(Map<String, float[]> outputs, String name) {
    float[] values = outputs.get(name);
    if (values == null) {
      throw new IllegalStateException("the face detector gave no " + name);
    }
    return values;
  }
}
