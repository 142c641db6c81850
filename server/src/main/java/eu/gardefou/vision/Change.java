package eu.gardefou.vision;

import java.util.List;

/**
 * How much more of the people in pictures is bare after a change than before, by the colour of each
 * person's own face.
 *
 * @param inputs the bare share of each picture that came and shows a face, as far as it can be told
 * @param outputs likewise of each that was made
 * @param pairs one or more for each picture that was made; never none
 * @param missing what could not look; nothing may be concluded then
 */
public record Change(
    List<Bare> inputs, List<Bare> outputs, List<Pair> pairs, List<Missing> missing) {
  /** Name of the measure, as signals tell it. */
  public static final String MODEL = "skin-area";

  /** Version of the measure: another one gives other numbers. */
  public static final String VERSION = "1";

  /** Keeps its own copies. */
  public Change {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    pairs = List.copyOf(pairs);
    missing = List.copyOf(missing);
  }

  /**
   * One picture.
   *
   * @param index which one, from 0
   * @param share of what is below a face that has the face's colour, 0 to 1, of the barest person
   */
  public record Bare(int index, double share) {}

  /** How two pictures were laid over each other. */
  public enum Way {
    /** Square by square, the same person in both. */
    ALIGNED,
    /** By the shares of two persons that cannot be laid over each other. */
    APART,
    /** Not at all: there is no face on one side, or its colour cannot be told. */
    UNKNOWN
  }

  /**
   * A picture that was made, and one that it was compared with.
   *
   * @param output which picture that was made, from 0
   * @param input which picture that came, from 0; -1 when it is unknown
   * @param barer by how much, 0 to 1; NaN when it is unknown
   */
  public record Pair(int output, int input, Way way, double barer) {}
}
