package eu.gardefou.models;

import eu.gardefou.models.Layers.Window;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a TensorFlow graph model. It starts from the wanted outputs and walks back, so what leads
 * to an unwanted output is never written: this is how the vector that identifies a person is left
 * out. An operator that our models do not have stops with its name.
 */
final class TensorFlowNet {
  private final Layers layers;
  private final Recipe recipe;
  private final Map<String, Tensor> weights;
  private final Map<String, TensorFlowNode> nodes = new HashMap<>();
  private final Map<String, Feature> done = new HashMap<>();

  private TensorFlowNet(
      Literal topology, Map<String, Tensor> weights, Recipe recipe, Layers layers) {
    this.layers = layers;
    this.recipe = recipe;
    this.weights = weights;
    for (Literal literal : topology.get("node").items()) {
      TensorFlowNode node = TensorFlowNode.of(literal);
      nodes.put(node.name(), node);
    }
  }

  /** Writes the part of the net that leads to the outputs which the recipe names. */
  static void write(Literal topology, Map<String, Tensor> weights, Recipe recipe, Layers layers) {
    TensorFlowNet net = new TensorFlowNet(topology, weights, recipe, layers);
    recipe.outputs().forEach(out -> layers.output(out.name(), net.value(out.node()), out.sides()));
  }

  private Feature value(String name) {
    Feature known = done.get(name);
    if (known != null) {
      return known;
    }
    Feature written = write(node(name));
    done.put(name, written);
    return written;
  }

  private Feature write(TensorFlowNode node) {
    return switch (node.operator()) {
      case "Placeholder" -> layers.input(recipe.input().name(), recipe.input().sides());
      case "Identity" -> value(node.input(0));
      case "Conv2D", "_FusedConv2D" -> conv(node);
      case "DepthwiseConv2dNative" -> depthwise(node);
      case "_FusedMatMul" -> dense(node);
      case "Add", "AddV2" -> combine("Add", node);
      case "Mul" -> combine("Mul", node);
      case "Maximum" -> clip(node);
      case "Relu" -> layers.relu(value(node.input(0)));
      case "Sigmoid" -> layers.sigmoid(value(node.input(0)));
      case "Softmax" -> layers.softmax(value(node.input(0)));
      case "MaxPool" -> maxPool(node);
      case "Mean" -> mean(node);
      case "Pad" -> pad(node);
      case "Reshape" -> layers.reshape(value(node.input(0)), constant(node, 1).integers());
      default ->
          throw new ModelError("this converter does not know the operator " + node.operator());
    };
  }

  private Feature conv(TensorFlowNode node) {
    node.requireOrdinaryWindow();
    Tensor bias = node.fused().contains("BiasAdd") ? constant(node, 2) : null;
    Feature x = value(node.input(0));
    Feature sum = layers.conv(x, constant(node, 1), bias, node.steps(), node.padding());
    return fused(node, sum);
  }

  private Feature depthwise(TensorFlowNode node) {
    node.requireOrdinaryWindow();
    Feature x = value(node.input(0));
    return layers.depthwise(x, constant(node, 1), node.steps(), node.padding());
  }

  private Feature dense(TensorFlowNode node) {
    if (node.flag("transpose_a") || node.flag("transpose_b")) {
      throw new ModelError("the node " + node.name() + " turns its weights, which is not known");
    }
    if (!node.fused().contains("BiasAdd")) {
      throw new ModelError("the node " + node.name() + " has no bias, which is not known");
    }
    Feature x = value(node.input(0));
    return fused(node, layers.dense(x, constant(node, 1), constant(node, 2)));
  }

  private Feature fused(TensorFlowNode node, Feature sum) {
    Feature result = sum;
    for (String also : node.fused()) {
      result =
          switch (also) {
            case "BiasAdd" -> result;
            case "Relu" -> layers.relu(result);
            default ->
                throw new ModelError("this converter does not know the fused operator " + also);
          };
    }
    return result;
  }

  private Feature combine(String operator, TensorFlowNode node) {
    Feature x = value(node.input(0));
    Tensor constant = weights.get(node.input(1));
    return constant == null
        ? layers.combine(operator, x, value(node.input(1)))
        : layers.combine(operator, x, constant);
  }

  /** Our models clip by {@code Maximum(Minimum(x, high), low)}. */
  private Feature clip(TensorFlowNode node) {
    TensorFlowNode inner = node(node.input(0));
    if (!inner.operator().equals("Minimum")) {
      throw new ModelError("this converter does not know a Maximum without its Minimum");
    }
    float high = constant(inner, 1).scalar();
    return layers.clip(value(inner.input(0)), constant(node, 1).scalar(), high);
  }

  private Feature maxPool(TensorFlowNode node) {
    node.requireOrdinaryWindow();
    int[] size = node.size();
    int[] steps = node.steps();
    Window window = new Window(size[0], size[1], steps[0], steps[1], node.padding());
    return layers.maxPool(value(node.input(0)), window);
  }

  private Feature mean(TensorFlowNode node) {
    int[] axes = constant(node, 1).integers();
    if (axes.length != 2 || axes[0] != 1 || axes[1] != 2 || node.flag("keep_dims")) {
      throw new ModelError("this converter knows the mean over rows and columns only");
    }
    return layers.meanOfPicture(value(node.input(0)));
  }

  private Feature pad(TensorFlowNode node) {
    int[] pairs = constant(node, 1).integers();
    int[] before = {pairs[0], pairs[2], pairs[4], pairs[6]};
    int[] after = {pairs[1], pairs[3], pairs[5], pairs[7]};
    return layers.pad(value(node.input(0)), before, after);
  }

  private TensorFlowNode node(String name) {
    @Nullable TensorFlowNode found = nodes.get(name);
    if (found == null) {
      throw new ModelError("a net uses the node " + name + ", which is not there");
    }
    return found;
  }

  private Tensor constant(TensorFlowNode node, int input) {
    @Nullable Tensor found = weights.get(node.input(input));
    if (found == null) {
      throw new ModelError("a package lacks the weight " + node.input(input));
    }
    return found;
  }
}
