package eu.gardefou.models;

import eu.gardefou.models.Layers.Padding;
import eu.gardefou.models.Layers.Window;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a Keras 2 layers model. Only the layers and settings that our models have are known;
 * anything else stops with its name, since a guess would give wrong numbers in silence.
 */
final class KerasNet {
  private final Layers layers;
  private final Map<String, Tensor> weights;
  private final Map<String, Feature> done = new HashMap<>();

  private KerasNet(Layers layers, Map<String, Tensor> weights) {
    this.layers = layers;
    this.weights = weights;
  }

  /** Writes the net with the inputs and outputs that the recipe names. */
  static void write(Literal topology, Map<String, Tensor> weights, Recipe recipe, Layers layers) {
    KerasNet net = new KerasNet(layers, weights);
    List<Literal> all = topology.get("model_config").get("config").get("layers").items();
    for (Literal layer : all) {
      String name = layer.get("config").get("name").text();
      net.done.put(
          name,
          layer.get("class_name").text().equals("InputLayer")
              ? layers.input(recipe.input().name(), recipe.input().sides())
              : net.layer(layer));
    }
    recipe.outputs().forEach(out -> layers.output(out.name(), net.value(out.node()), out.sides()));
  }

  private Feature layer(Literal layer) {
    Literal config = layer.get("config");
    List<Feature> inputs = inputs(layer);
    Feature x = inputs.getFirst();
    return switch (layer.get("class_name").text()) {
      case "Conv2D" -> conv(x, config);
      case "DepthwiseConv2D" -> depthwise(x, config);
      case "BatchNormalization" -> normalise(x, config);
      case "Activation" -> activated(x, config);
      case "ReLU" -> relu(x, config);
      case "Add" -> inputs.stream().reduce((a, b) -> layers.combine("Add", a, b)).orElseThrow();
      case "Concatenate" -> concatenate(inputs, config);
      case "ZeroPadding2D" -> pad(x, config);
      case "MaxPooling2D" -> layers.maxPool(x, window(config));
      case "AveragePooling2D" -> layers.averagePool(x, window(config));
      case "Flatten" -> layers.flatten(x);
      case "Dense" -> activated(dense(x, config), config);
      case "Dropout" -> x;
      default -> throw unknown(layer.get("class_name").text());
    };
  }

  private List<Feature> inputs(Literal layer) {
    List<Literal> uses = layer.get("inbound_nodes").items();
    if (uses.size() != 1) {
      throw unknown("a layer used " + uses.size() + " times");
    }
    return uses.getFirst().items().stream()
        .map(input -> value(input.items().getFirst().text()))
        .toList();
  }

  private Feature conv(Feature x, Literal config) {
    requirePlain(config);
    Padding padding = Padding.of(config.get("padding").text());
    int[] steps = config.get("strides").integers();
    return layers.conv(x, weight(config, "kernel"), null, steps, padding);
  }

  private Feature depthwise(Feature x, Literal config) {
    requirePlain(config);
    Padding padding = Padding.of(config.get("padding").text());
    int[] steps = config.get("strides").integers();
    return layers.depthwise(x, weight(config, "depthwise_kernel"), steps, padding);
  }

  private static void requirePlain(Literal config) {
    int[] dilation = config.get("dilation_rate").integers();
    if (config.get("use_bias").flag()
        || !config.get("activation").text().equals("linear")
        || dilation[0] != 1
        || dilation[1] != 1) {
      throw unknown("a convolution with bias, activation or dilation");
    }
  }

  private Feature normalise(Feature x, Literal config) {
    int axis = config.get("axis").integer();
    if (axis != 3 && axis != -1) {
      throw unknown("normalisation along axis " + axis);
    }
    Tensor mean = weight(config, "moving_mean");
    Tensor gamma =
        config.get("scale").flag() ? weight(config, "gamma") : filled(mean.values().length, 1);
    Tensor beta =
        config.get("center").flag() ? weight(config, "beta") : filled(mean.values().length, 0);
    float epsilon = (float) config.get("epsilon").number();
    return layers.normalise(x, gamma, beta, mean, weight(config, "moving_variance"), epsilon);
  }

  private static Tensor filled(int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return Tensor.of(values);
  }

  private Feature relu(Feature x, Literal config) {
    if (config.get("negative_slope").number() != 0 || config.get("threshold").number() != 0) {
      throw unknown("a ReLU with a slope or a threshold");
    }
    return layers.clip(x, 0, (float) config.get("max_value").number());
  }

  private Feature activated(Feature x, Literal config) {
    return switch (config.get("activation").text()) {
      case "relu" -> layers.relu(x);
      case "softmax" -> layers.softmax(x);
      case "linear" -> x;
      default -> throw unknown("the activation " + config.get("activation").text());
    };
  }

  private Feature concatenate(List<Feature> inputs, Literal config) {
    if (config.get("axis").integer() != 3) {
      throw unknown("joining along axis " + config.get("axis").integer());
    }
    return layers.concatChannels(inputs);
  }

  private Feature pad(Feature x, Literal config) {
    List<Literal> sides = config.get("padding").items();
    int[] rows = sides.get(0).integers();
    int[] columns = sides.get(1).integers();
    int[] before = {0, rows[0], columns[0], 0};
    int[] after = {0, rows[1], columns[1], 0};
    return layers.pad(x, before, after);
  }

  private static Window window(Literal config) {
    int[] size = config.get("pool_size").integers();
    int[] steps = config.get("strides").integers();
    Padding padding = Padding.of(config.get("padding").text());
    return new Window(size[0], size[1], steps[0], steps[1], padding);
  }

  private Feature dense(Feature x, Literal config) {
    if (!config.get("use_bias").flag()) {
      throw unknown("a dense layer without bias");
    }
    return layers.dense(x, weight(config, "kernel"), weight(config, "bias"));
  }

  private Tensor weight(Literal config, String part) {
    String name = config.get("name").text() + "/" + part;
    Tensor found = weights.get(name);
    if (found == null) {
      throw new ModelError("a package lacks the weight " + name);
    }
    return found;
  }

  private Feature value(String layer) {
    Feature found = done.get(layer);
    if (found == null) {
      throw new ModelError("a net uses the layer " + layer + " before it exists");
    }
    return found;
  }

  private static ModelError unknown(String what) {
    return new ModelError("this converter does not know " + what);
  }
}
