package eu.gardefou.models;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layers that our models are made of, with TensorFlow's meaning, written as ONNX. Weights come
 * in TensorFlow's order (rows, columns, inputs, outputs) and are turned once, here.
 */
final class Layers {
  /** How a sliding window meets the edge of a picture. */
  enum Padding {
    /** Enough padding that only the stride makes the picture smaller; the odd one goes last. */
    SAME,
    /** No padding: the window stays inside. */
    VALID;

    static Padding of(String word) {
      return switch (word) {
        case "same", "SAME" -> SAME;
        case "valid", "VALID" -> VALID;
        default -> throw new ModelError("a net pads in a way that is not known: " + word);
      };
    }

    Attribute attribute() {
      // ONNX's SAME_UPPER is TensorFlow's SAME; both average over real pixels only.
      return Attribute.text("auto_pad", this == SAME ? "SAME_UPPER" : "VALID");
    }
  }

  /** A sliding window: its size and its steps, each rows then columns. */
  record Window(int rows, int columns, int rowStep, int columnStep, Padding padding) {
    Attribute[] attributes() {
      return new Attribute[] {
        Attribute.integers("kernel_shape", rows, columns),
        Attribute.integers("strides", rowStep, columnStep),
        edge().attribute()
      };
    }

    /** ONNX Runtime pads by a negative amount, which cuts, when steps leave pixels out. */
    private Padding edge() {
      if (rows == 1 && columns == 1) {
        return Padding.VALID;
      }
      if (padding == Padding.SAME && (rows < rowStep || columns < columnStep)) {
        throw new ModelError("a net has a window smaller than its steps, which is not known");
      }
      return padding;
    }
  }

  private final OnnxGraph graph;

  Layers(OnnxGraph graph) {
    this.graph = graph;
  }

  /** The input: a batch of pictures, channels last. */
  Feature input(String name, List<String> sides) {
    graph.input(name, sides);
    return Feature.channelsLast(graph, name);
  }

  void output(String name, Feature feature, List<String> sides) {
    graph.output(name, feature.channelsLast(), sides);
  }

  /** Convolution with a kernel of rows, columns, inputs, outputs. */
  Feature conv(Feature x, Tensor kernel, @Nullable Tensor bias, int[] steps, Padding padding) {
    return window(x, kernel.permute(3, 2, 0, 1), bias, 1, steps, padding);
  }

  /** Convolution of each channel on its own: rows, columns, channels, and one output for each. */
  Feature depthwise(Feature x, Tensor kernel, int[] steps, Padding padding) {
    if (kernel.side(3) != 1) {
      throw new ModelError("a net multiplies its channels, which is not known");
    }
    return window(x, kernel.permute(2, 3, 0, 1), null, kernel.side(2), steps, padding);
  }

  private Feature window(
      Feature x, Tensor kernel, @Nullable Tensor bias, int groups, int[] steps, Padding padding) {
    List<String> operands = new ArrayList<>();
    operands.add(x.channelsFirst());
    operands.add(graph.constant(kernel));
    if (bias != null) {
      operands.add(graph.constant(bias));
    }
    Window window = new Window(kernel.side(2), kernel.side(3), steps[0], steps[1], padding);
    List<Attribute> attributes = new ArrayList<>(List.of(window.attributes()));
    attributes.add(Attribute.integer("group", groups));
    return first("Conv", operands, attributes.toArray(Attribute[]::new));
  }

  /** Batch normalisation with fixed statistics. */
  Feature normalise(
      Feature x, Tensor gamma, Tensor beta, Tensor mean, Tensor variance, float epsilon) {
    List<String> operands =
        List.of(
            x.channelsFirst(),
            graph.constant(gamma),
            graph.constant(beta),
            graph.constant(mean),
            graph.constant(variance));
    return first("BatchNormalization", operands, Attribute.number("epsilon", epsilon));
  }

  Feature maxPool(Feature x, Window window) {
    return first("MaxPool", List.of(x.channelsFirst()), window.attributes());
  }

  Feature averagePool(Feature x, Window window) {
    return first("AveragePool", List.of(x.channelsFirst()), window.attributes());
  }

  /** Mean over all rows and columns: a picture becomes a list of its channels. */
  Feature meanOfPicture(Feature x) {
    String mean =
        graph.node(
            "ReduceMean",
            List.of(x.channelsFirst()),
            Attribute.integers("axes", 2, 3),
            Attribute.integer("keepdims", 0));
    return Feature.plain(graph, mean);
  }

  Feature relu(Feature x) {
    return alike(x, "Relu");
  }

  Feature sigmoid(Feature x) {
    return alike(x, "Sigmoid");
  }

  /** Cuts values to a range. */
  Feature clip(Feature x, float low, float high) {
    return alike(x, "Clip", scalar(low), scalar(high));
  }

  /** Probabilities along the last axis. */
  Feature softmax(Feature x) {
    String value = graph.node("Softmax", List.of(x.channelsLast()), Attribute.integer("axis", -1));
    return Feature.plain(graph, value);
  }

  /** An operator on two features of one shape, such as {@code Add}. */
  Feature combine(String operator, Feature a, Feature b) {
    return a.isPicture()
        ? first(operator, List.of(a.channelsFirst(), b.channelsFirst()))
        : Feature.plain(graph, graph.node(operator, List.of(a.channelsLast(), b.channelsLast())));
  }

  /** An operator on a feature and one constant a channel, or one for all. */
  Feature combine(String operator, Feature x, Tensor constant) {
    int channels = constant.values().length;
    if (x.isChannelsFirst()) {
      String turned = graph.constant(constant.as(channels, 1, 1));
      return first(operator, List.of(x.channelsFirst(), turned));
    }
    String plain = graph.constant(constant.as(channels));
    String value = graph.node(operator, List.of(x.channelsLast(), plain));
    return x.isPicture() ? Feature.channelsLast(graph, value) : Feature.plain(graph, value);
  }

  /** Puts the channels of several pictures one after the other. */
  Feature concatChannels(List<Feature> parts) {
    List<String> operands = parts.stream().map(Feature::channelsFirst).toList();
    return first("Concat", operands, Attribute.integer("axis", 1));
  }

  /**
   * Adds zeros around a picture.
   *
   * @param before for batch, rows, columns, channels
   * @param after likewise
   */
  Feature pad(Feature x, int[] before, int[] after) {
    int[] turned = {
      before[0], before[3], before[1], before[2], after[0], after[3], after[1], after[2]
    };
    return first("Pad", List.of(x.channelsFirst(), graph.constant(turned)));
  }

  /** Everything but the batch in one list, channels running fastest. */
  Feature flatten(Feature x) {
    String value = graph.node("Flatten", List.of(x.channelsLast()), Attribute.integer("axis", 1));
    return Feature.plain(graph, value);
  }

  /** The same values, channels running fastest, in a shape that is no picture any more. */
  Feature reshape(Feature x, int... shape) {
    String value = graph.node("Reshape", List.of(x.channelsLast(), graph.constant(shape)));
    return Feature.plain(graph, value);
  }

  /** A fully connected layer with weights of inputs, outputs. */
  Feature dense(Feature x, Tensor weights, Tensor bias) {
    List<String> operands =
        List.of(x.channelsLast(), graph.constant(weights), graph.constant(bias));
    return Feature.plain(graph, graph.node("Gemm", operands));
  }

  private String scalar(float value) {
    return graph.constant(new Tensor(new int[0], new float[] {value}));
  }

  private Feature alike(Feature x, String operator, String... more) {
    List<String> operands = new ArrayList<>();
    operands.add(x.isChannelsFirst() ? x.channelsFirst() : x.channelsLast());
    operands.addAll(List.of(more));
    String value = graph.node(operator, operands);
    if (!x.isPicture()) {
      return Feature.plain(graph, value);
    }
    return x.isChannelsFirst()
        ? Feature.channelsFirst(graph, value)
        : Feature.channelsLast(graph, value);
  }

  private Feature first(String operator, List<String> operands, Attribute... attributes) {
    return Feature.channelsFirst(graph, graph.node(operator, operands, attributes));
  }
}
