package eu.gardefou.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import eu.gardefou.models.Layers.Padding;
import eu.gardefou.models.Layers.Window;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every layer, run by ONNX Runtime on random numbers, against its plain definition. */
class LayersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void slidingWindowsMeanWhatTensorFlowMeans(int seed) throws OrtException {
    RandomGenerator random = new Random(seed);
    Tensor x = Slow.random(random, 7 + random.nextInt(6), 7 + random.nextInt(6), 3);
    Padding padding = random.nextBoolean() ? Padding.SAME : Padding.VALID;
    int[] steps = {1 + random.nextInt(3), 1 + random.nextInt(3)};
    int size = random.nextInt(4) == 0 ? 1 : 3 + random.nextInt(2);
    Window window = new Window(size, size, steps[0], steps[1], padding);
    Tensor kernel = Slow.random(random, size, size, 3, 4);
    Tensor each = Slow.random(random, size, size, 3, 1);
    Tensor bias = Slow.random(random, 4);

    same(
        run(x, (layers, in) -> layers.conv(in, kernel, bias, steps, padding)),
        Slow.conv(x, kernel, bias, steps, padding));
    same(
        run(x, (layers, in) -> layers.depthwise(in, each, steps, padding)),
        Slow.depthwise(x, each, steps, padding));
    same(run(x, (layers, in) -> layers.maxPool(in, window)), Slow.maxPool(x, window));
    same(run(x, (layers, in) -> layers.averagePool(in, window)), Slow.averagePool(x, window));
  }

  @Test
  void refusesAWindowThatSkipsPixels() {
    Tensor kernel = Slow.random(new Random(19), 2, 2, 1, 1);
    OnnxGraph graph = new OnnxGraph("tiny");
    Layers layers = new Layers(graph);
    Feature in = layers.input("input", List.of("N", "9", "9", "1"));
    int[] steps = {3, 3};
    assertThatThrownBy(() -> layers.conv(in, kernel, null, steps, Padding.SAME))
        .isInstanceOf(ModelError.class)
        .hasMessageContaining("smaller than its steps");
  }

  @Test
  void constantsApplyToTheirChannelInEitherOrder() throws OrtException {
    RandomGenerator random = new Random(20);
    Tensor x = Slow.random(random, 4, 5, 3);
    Tensor shift = Tensor.of(10, 20, 30);
    Window whole = new Window(1, 1, 1, 1, Padding.VALID);
    float[] wanted = x.values().clone();
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] += 10 * (i % 3 + 1);
    }

    Tensor sum = new Tensor(x.shape(), wanted);
    same(run(x, (layers, in) -> layers.combine("Add", in, shift)), sum);
    same(run(x, (layers, in) -> layers.combine("Add", layers.maxPool(in, whole), shift)), sum);
  }

  @Test
  void normalisesWithTheGivenStatistics() throws OrtException {
    Tensor x = Slow.random(new Random(21), 3, 3, 1);
    Tensor found =
        run(
            x,
            (layers, in) ->
                layers.normalise(
                    in, Tensor.of(3), Tensor.of(2), Tensor.of(0.5f), Tensor.of(4), 0.001f));
    same(found, Slow.map(x, v -> (v - 0.5) / Math.sqrt(4.001) * 3 + 2));
  }

  @Test
  void activationsAndClippingActOnEachValue() throws OrtException {
    Tensor x = Slow.random(new Random(22), 3, 4, 2);
    same(run(x, Layers::relu), Slow.map(x, v -> Math.max(0, v)));
    same(run(x, Layers::sigmoid), Slow.map(x, v -> 1 / (1 + Math.exp(-v))));
    same(
        run(x, (layers, in) -> layers.clip(in, -0.25f, 0.5f)),
        Slow.map(x, v -> Math.clamp(v, -0.25, 0.5)));
  }

  @Test
  void flatteningKeepsChannelsFastestAfterAChannelsFirstLayer() throws OrtException {
    Tensor x = Slow.random(new Random(23), 2, 3, 4);
    Window whole = new Window(1, 1, 1, 1, Padding.VALID);
    same(list(x, (layers, in) -> layers.flatten(layers.maxPool(in, whole))), x);
    same(list(x, (layers, in) -> layers.reshape(layers.maxPool(in, whole), 6, 4)), x);
  }

  @Test
  void joinsAndPadsChannels() throws OrtException {
    Tensor x = new Tensor(new int[] {1, 2, 2}, new float[] {1, 2, 3, 4});
    Tensor joined = run(x, (layers, in) -> layers.concatChannels(List.of(in, layers.relu(in))));
    assertThat(joined.values()).containsExactly(1, 2, 1, 2, 3, 4, 3, 4);
    int[] before = {0, 0, 1, 0};
    int[] after = {0, 0, 0, 1};
    Tensor padded = run(x, (layers, in) -> layers.pad(in, before, after));
    assertThat(padded.values()).containsExactly(0, 0, 0, 1, 2, 0, 3, 4, 0);
  }

  @Test
  void listsGoThroughDenseLayersToProbabilities() throws OrtException {
    RandomGenerator random = new Random(24);
    Tensor x = Slow.random(random, 3, 3, 2);
    Tensor weights = Slow.random(random, 2, 5);
    Tensor bias = Slow.random(random, 5);
    Window all = new Window(3, 3, 1, 1, Padding.VALID);
    Tensor mean = Slow.averagePool(x, all);
    same(
        list(x, (layers, in) -> layers.dense(layers.meanOfPicture(in), weights, bias)),
        Slow.dense(mean, weights, bias));
    Tensor chances =
        list(
            x,
            (layers, in) -> layers.softmax(layers.dense(layers.meanOfPicture(in), weights, bias)));
    double sum = 0;
    for (float chance : chances.values()) {
      sum += chance;
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
  }

  private static Tensor run(Tensor picture, BiFunction<Layers, Feature, Feature> net)
      throws OrtException {
    return run(picture, List.of("N", "h", "w", "c"), net);
  }

  private static Tensor list(Tensor picture, BiFunction<Layers, Feature, Feature> net)
      throws OrtException {
    return run(picture, List.of("N", "c"), net);
  }

  private static Tensor run(
      Tensor picture, List<String> sides, BiFunction<Layers, Feature, Feature> net)
      throws OrtException {
    OnnxGraph graph = new OnnxGraph("tiny");
    Layers layers = new Layers(graph);
    Feature in = layers.input("input", List.of("N", "H", "W", "" + picture.side(2)));
    Feature out = net.apply(layers, in);
    layers.output("out", out, sides);
    try (Session session = new Session(graph.toBytes())) {
      return Tensor.of(
          session.run(
              "out", picture.values(), 1, picture.side(0), picture.side(1), picture.side(2)));
    }
  }

  private static void same(Tensor found, Tensor wanted) {
    assertThat(found.values()).hasSize(wanted.values().length);
    for (int i = 0; i < wanted.values().length; i++) {
      assertThat(found.values()[i]).as("value %d", i).isCloseTo(wanted.values()[i], within(1e-5f));
    }
  }
}
