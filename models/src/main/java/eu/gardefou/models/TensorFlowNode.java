package eu.gardefou.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.gardefou.models.Layers.Padding;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One node of a TensorFlow graph, as TensorFlow.js writes it: words inside are in Base64. */
record TensorFlowNode(String name, String operator, List<String> inputs, Literal attributes) {

  static TensorFlowNode of(Literal node) {
    Literal inputs = node.find("input");
    List<String> names =
        inputs == null ? List.of() : inputs.items().stream().map(Literal::text).toList();
    return new TensorFlowNode(
        node.get("name").text(), node.get("op").text(), names, node.get("attr"));
  }

  String input(int index) {
    if (index >= inputs.size()) {
      throw new ModelError("the node " + name + " has too few inputs");
    }
    return inputs.get(index);
  }

  /** The steps of a window over rows and columns. */
  int[] steps() {
    return rowsAndColumns("strides");
  }

  /** The size of a window in rows and columns. */
  int[] size() {
    return rowsAndColumns("ksize");
  }

  Padding padding() {
    return Padding.of(decoded(attributes.get("padding").get("s")));
  }

  /** What is done in the same step, such as {@code BiasAdd} and {@code Relu}. */
  List<String> fused() {
    Literal operators = attributes.find("fused_ops");
    return operators == null
        ? List.of()
        : operators.get("list").get("s").items().stream().map(TensorFlowNode::decoded).toList();
  }

  boolean flag(String attribute) {
    Literal found = attributes.find(attribute);
    return found != null && found.get("b").flag();
  }

  /** Refuses channels-first pictures and widened kernels, which none of our models has. */
  void requireOrdinaryWindow() {
    Literal format = attributes.find("data_format");
    if (format != null && !decoded(format.get("s")).equals("NHWC")) {
      throw new ModelError("the node " + name + " keeps its channels first, which is not known");
    }
    if (attributes.find("dilations") != null) {
      int[] dilations = rowsAndColumns("dilations");
      if (dilations[0] != 1 || dilations[1] != 1) {
        throw new ModelError("the node " + name + " widens its kernel, which is not known");
      }
    }
  }

  private int[] rowsAndColumns(String attribute) {
    @Nullable Literal list = attributes.get(attribute).get("list").find("i");
    int[] all = list == null ? new int[0] : list.integers();
    if (all.length != 4 || all[0] != 1 || all[3] != 1) {
      throw new ModelError("the node " + name + " has unusual " + attribute);
    }
    return new int[] {all[1], all[2]};
  }

  private static String decoded(Literal word) {
    return new String(Base64.getDecoder().decode(word.text()), UTF_8);
  }
}
