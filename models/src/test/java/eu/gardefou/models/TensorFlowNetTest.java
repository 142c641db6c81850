package eu.gardefou.models;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import eu.gardefou.models.Layers.Padding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TensorFlowNetTest {
  private static final Tensor KERNEL = Slow.random(new Random(1), 3, 3, 1, 2);
  private static final Tensor BIAS = Tensor.of(0.25f, -0.25f);
  private static final Tensor EACH = Slow.random(new Random(2), 3, 3, 2, 1);
  private static final Tensor SCALE = Tensor.of(3, -2);
  private static final Tensor WANTED = Slow.random(new Random(3), 2, 3);
  private static final Tensor IDENTITY = Slow.random(new Random(4), 2, 4);

  @Test
  void convertsAGraph() throws OrtException {
    Tensor picture = Slow.random(new Random(5), 6, 5, 1);
    int[] ones = {1, 1};
    Tensor x = Slow.conv(picture, KERNEL, BIAS, new int[] {2, 2}, Padding.SAME);
    x = Slow.map(x, v -> Math.max(0, v));
    x = Slow.depthwise(x, EACH, ones, Padding.SAME);
    for (int i = 0; i < x.values().length; i++) {
      x.values()[i] = Math.clamp(x.values()[i] * SCALE.values()[i % 2], 0, 6);
    }
    Tensor mean = Slow.averagePool(x, new Layers.Window(3, 3, 1, 1, Padding.VALID));
    float[] wanted = Slow.dense(mean, WANTED, Tensor.of(0, 0, 0)).values();

    try (Session session = new Session(convert("Identity"))) {
      float[] found = session.run("wanted", picture.values(), 1, 6, 5, 1);
      for (int i = 0; i < 3; i++) {
        assertThat(found[i]).isCloseTo(wanted[i], within(1e-5f));
      }
    }
  }

  @Test
  void leavesOutEveryOutputThatIsNotWantedAndItsWeights() throws OrtException {
    byte[] onnx = convert("Identity");
    try (Session session = new Session(onnx)) {
      assertThat(session.outputs()).containsExactly("wanted");
    }
    assertThat(holds(onnx, WANTED)).isTrue();
    assertThat(holds(onnx, IDENTITY)).isFalse();
  }

  @Test
  void stopsAtAnOperatorItDoesNotKnow() {
    assertThatThrownBy(() -> convert("Wobble"))
        .isInstanceOf(ModelError.class)
        .hasMessageContaining("Wobble");
  }

  /** The graph; {@code last} is the operator before the wanted output. */
  private static byte[] convert(String last) {
    String nodes =
        node("in", "Placeholder", "")
            + constants("kernel", "bias", "each", "scale", "six", "zero", "axes", "w", "wb", "id")
            + node(
                "conv",
                "_FusedConv2D",
                window(2) + "," + fused("BiasAdd", "Relu"),
                "in",
                "kernel",
                "bias")
            + node("dw", "DepthwiseConv2dNative", window(1), "conv", "each")
            + node("mul", "Mul", "", "dw", "scale")
            + node("relu", "Relu", "", "mul")
            + node("min", "Minimum", "", "relu", "six")
            + node("max", "Maximum", "", "min", "zero")
            + node("mean", "Mean", "\"keep_dims\":{\"b\":false}", "max", "axes")
            + node("dense", "_FusedMatMul", fused("BiasAdd"), "mean", "w", "wb")
            + node("identity", "MatMul", "", "mean", "id")
            + node("out", last, "", "dense");
    String weights =
        weight("kernel", KERNEL)
            + weight("bias", BIAS)
            + weight("each", EACH)
            + weight("scale", SCALE)
            + "{\"name\":\"six\",\"shape\":[],\"dtype\":\"float32\"},"
            + "{\"name\":\"zero\",\"shape\":[],\"dtype\":\"float32\"},"
            + "{\"name\":\"axes\",\"shape\":[2],\"dtype\":\"int32\"},"
            + weight("w", WANTED)
            + weight("wb", Tensor.of(0, 0, 0))
            + weight("id", IDENTITY);
    String json =
        "{\"modelTopology\":{\"node\":["
            + cut(nodes)
            + "]},\"weightsManifest\":[{\"weights\":["
            + cut(weights)
            + "]}]}";
    ByteBuffer bytes = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    put(bytes, KERNEL, BIAS, EACH, SCALE);
    bytes.putFloat(6).putFloat(0).putInt(1).putInt(2);
    put(bytes, WANTED, Tensor.of(0, 0, 0), IDENTITY);
    byte[] binary = Arrays.copyOf(bytes.array(), bytes.position());
    return Conversion.convert(source(), List.of(json.getBytes(UTF_8), binary));
  }

  private static ModelSource source() {
    Recipe recipe =
        new Recipe(
            new Recipe.Port("input", List.of("N", "6", "5", "1")),
            List.of(new Recipe.Output("wanted", "out", List.of("N", "3"))));
    Model model = new Model("tiny", "tiny.onnx", "", "tiny 1.0.0", "MIT", "this test");
    return new ModelSource(model, ModelSource.Reader.TENSORFLOW_GRAPH, List.of(), recipe);
  }

  private static String node(String name, String operator, String attributes, String... inputs) {
    String list = inputs.length == 0 ? "" : "\"" + String.join("\",\"", inputs) + "\"";
    return "{\"name\":\"%s\",\"op\":\"%s\",\"input\":[%s],\"attr\":{%s}},"
        .formatted(name, operator, list, attributes);
  }

  private static String constants(String... names) {
    StringBuilder all = new StringBuilder();
    for (String name : names) {
      all.append(node(name, "Const", ""));
    }
    return all.toString();
  }

  private static String window(int step) {
    return "\"strides\":{\"list\":{\"i\":[\"1\",\"%d\",\"%d\",\"1\"]}},\"padding\":{\"s\":\"%s\"}"
        .formatted(step, step, coded("SAME"));
  }

  private static String fused(String... operators) {
    StringBuilder all = new StringBuilder();
    for (String operator : operators) {
      all.append('"').append(coded(operator)).append("\",");
    }
    return "\"fused_ops\":{\"list\":{\"s\":[" + cut(all.toString()) + "]}}";
  }

  private static String coded(String word) {
    return Base64.getEncoder().encodeToString(word.getBytes(UTF_8));
  }

  private static String weight(String name, Tensor tensor) {
    return "{\"name\":\"%s\",\"shape\":%s,\"dtype\":\"float32\"},"
        .formatted(name, Arrays.toString(tensor.shape()));
  }

  private static String cut(String list) {
    return list.substring(0, list.length() - 1);
  }

  private static void put(ByteBuffer bytes, Tensor... tensors) {
    for (Tensor tensor : tensors) {
      for (float value : tensor.values()) {
        bytes.putFloat(value);
      }
    }
  }

  private static boolean holds(byte[] onnx, Tensor tensor) {
    ByteBuffer bytes =
        ByteBuffer.allocate(tensor.values().length * 4).order(ByteOrder.LITTLE_ENDIAN);
    put(bytes, tensor);
    return new String(onnx, ISO_8859_1).contains(new String(bytes.array(), ISO_8859_1));
  }
}
