package eu.gardefou.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import eu.gardefou.models.Layers.Padding;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KerasNetTest {
  @Test
  void convertsAScriptWithItsShards() throws OrtException {
    Tensor picture = Slow.random(new Random(1), 6, 6, 1);
    byte[] onnx = Conversion.convert(source(), TinyKeras.files("softmax"));
    try (Session session = new Session(onnx)) {
      float[] found = session.run("chances", picture.values(), 1, 6, 6, 1);
      float[] wanted = slowly(picture);
      for (int i = 0; i < 3; i++) {
        assertThat(found[i]).isCloseTo(wanted[i], within(1e-6f));
      }
    }
  }

  @Test
  void takesAsManyPicturesAtOnceAsAreGiven() throws OrtException {
    Tensor two = Slow.random(new Random(2), 2, 6, 6, 1);
    try (Session session = new Session(Conversion.convert(source(), TinyKeras.files("softmax")))) {
      assertThat(session.run("chances", two.values(), 2, 6, 6, 1)).hasSize(6);
    }
  }

  @Test
  void stopsAtWhatItDoesNotKnow() {
    assertThatThrownBy(() -> Conversion.convert(source(), TinyKeras.files("swish")))
        .isInstanceOf(ModelError.class)
        .hasMessageContaining("swish");
  }

  private static float[] slowly(Tensor picture) {
    float[] padded = new float[7 * 7];
    for (int row = 0; row < 6; row++) {
      System.arraycopy(picture.values(), row * 6, padded, row * 7, 6);
    }
    Tensor x = new Tensor(new int[] {7, 7, 1}, padded);
    Tensor sum = Slow.conv(x, TinyKeras.KERNEL, Tensor.of(0, 0), new int[] {2, 2}, Padding.VALID);
    float[] normal = sum.values();
    for (int i = 0; i < normal.length; i++) {
      double deviation = Math.sqrt(TinyKeras.VARIANCE.values()[i % 2] + 0.001);
      double value = (normal[i] - TinyKeras.MEAN.values()[i % 2]) / deviation;
      normal[i] = (float) Math.clamp(value, 0, 6);
    }
    Tensor logits = Slow.dense(sum, TinyKeras.DENSE, TinyKeras.BIAS);
    double all = 0;
    for (float logit : logits.values()) {
      all += Math.exp(logit);
    }
    double divisor = all;
    return Slow.map(logits, logit -> Math.exp(logit) / divisor).values();
  }

  private static ModelSource source() {
    Model model = new Model("tiny", "tiny.onnx", "", "tiny 1.0.0", "MIT", "this test");
    return new ModelSource(model, ModelSource.Reader.KERAS_SCRIPT, List.of(), TinyKeras.RECIPE);
  }
}
