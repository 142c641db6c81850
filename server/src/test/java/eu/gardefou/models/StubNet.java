package eu.gardefou.models;

import java.util.List;

/** Tiny nets, made on the fly: they answer by colour, so that a canary colour plays bad content. */
public final class StubNet {
  private StubNet() {}

  /**
   * A classifier of two labels, "plain" and "canary": how much of the picture is magenta.
   *
   * @param size of the square that it takes
   * @param planes whether one colour comes after the other
   */
  public static byte[] magenta(int size, boolean planes) {
    return colour(size, planes, false);
  }

  /** The same, and its answer is not made of numbers. */
  public static byte[] broken(int size) {
    return colour(size, false, true);
  }

  private static byte[] colour(int size, boolean planes, boolean broken) {
    OnnxGraph graph = new OnnxGraph("stub");
    String side = Integer.toString(size);
    graph.input("input", planes ? List.of("1", "3", side, side) : List.of("1", side, side, "3"));
    Attribute axes = planes ? Attribute.integers("axes", 2, 3) : Attribute.integers("axes", 1, 2);
    String mean =
        graph.node("ReduceMean", List.of("input"), axes, Attribute.integer("keepdims", 0));
    // Magenta is 1 of red, 0 of green, 1 of blue; half the picture and more is certain.
    float high = 12;
    Tensor weights = new Tensor(new int[] {3, 2}, new float[] {0, high, 0, -2 * high, 0, high});
    Tensor bias = Tensor.of(0, broken ? Float.NaN : -high);
    String sum = graph.node("MatMul", List.of(mean, graph.constant(weights)));
    String scores = graph.node("Add", List.of(sum, graph.constant(bias)));
    graph.output("scores", scores, List.of("1", "2"));
    graph.output("chances", graph.node("Softmax", List.of(scores)), List.of("1", "2"));
    return graph.toBytes();
  }
}
