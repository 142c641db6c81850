package eu.gardefou.models;

import eu.gardefou.models.Layers.Padding;
import eu.gardefou.models.Layers.Window;
import java.util.Map;

/**
 * The age net of face-api, whose package holds weights only: the net itself is code there ({@code
 * TinyXception.ts}, {@code AgeGenderNet.ts}), transcribed here. The gender output of the same net
 * is left out on purpose.
 */
final class FaceApiAgeNet {
  private static final int[] ONE = {1, 1};
  private static final int[] TWO = {2, 2};
  private static final int MIDDLE_BLOCKS = 2;

  private final Layers layers;
  private final Map<String, Tensor> weights;

  private FaceApiAgeNet(Layers layers, Map<String, Tensor> weights) {
    this.layers = layers;
    this.weights = weights;
  }

  /** Writes the net. The input is a square picture, RGB from 0 to 255; the output is in years. */
  static void write(Map<String, Tensor> weights, Recipe recipe, Layers layers) {
    FaceApiAgeNet net = new FaceApiAgeNet(layers, weights);
    Feature picture = layers.input(recipe.input().name(), recipe.input().sides());
    Feature age = net.age(net.features(picture));
    recipe.outputs().forEach(out -> layers.output(out.name(), age, out.sides()));
  }

  private Feature features(Feature picture) {
    Feature centred = layers.combine("Sub", picture, Tensor.of(122.782f, 117.001f, 104.298f));
    Feature scaled = layers.combine("Div", centred, Tensor.of(255));
    Feature x = layers.relu(conv(scaled, "entry_flow/conv_in"));
    x = reduction(x, x, "entry_flow/reduction_block_0");
    x = reduction(x, layers.relu(x), "entry_flow/reduction_block_1");
    for (int block = 0; block < MIDDLE_BLOCKS; block++) {
      x = middle(x, "middle_flow/main_block_" + block);
    }
    x = reduction(x, layers.relu(x), "exit_flow/reduction_block");
    return layers.relu(separable(x, "exit_flow/separable_conv"));
  }

  private Feature age(Feature features) {
    Feature pooled = layers.averagePool(features, new Window(7, 7, 2, 2, Padding.VALID));
    return layers.dense(layers.flatten(pooled), weight("fc/age/weights"), weight("fc/age/bias"));
  }

  private Feature reduction(Feature x, Feature active, String block) {
    Feature out = separable(active, block + "/separable_conv0");
    out = separable(layers.relu(out), block + "/separable_conv1");
    out = layers.maxPool(out, new Window(3, 3, 2, 2, Padding.SAME));
    return layers.combine("Add", out, conv(x, block + "/expansion_conv"));
  }

  private Feature middle(Feature x, String block) {
    Feature out = x;
    for (int i = 0; i < 3; i++) {
      out = separable(layers.relu(out), block + "/separable_conv" + i);
    }
    return layers.combine("Add", out, x);
  }

  private Feature conv(Feature x, String name) {
    return layers.conv(x, weight(name + "/filters"), weight(name + "/bias"), TWO, Padding.SAME);
  }

  private Feature separable(Feature x, String name) {
    Feature each = layers.depthwise(x, weight(name + "/depthwise_filter"), ONE, Padding.SAME);
    Tensor pointwise = weight(name + "/pointwise_filter");
    return layers.conv(each, pointwise, weight(name + "/bias"), ONE, Padding.VALID);
  }

  private Tensor weight(String name) {
    Tensor found = weights.get(name);
    if (found == null) {
      throw new ModelError("a package lacks the weight " + name);
    }
    return found;
  }
}
