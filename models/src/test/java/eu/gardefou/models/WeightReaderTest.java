package eu.gardefou.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WeightReaderTest {
  @Test
  void readsEveryNumberFormatOfThePackages() {
    Literal manifest =
        Literal.parse(
            """
            [{weights: [
              {name: "plain", shape: [1, 2], dtype: "float32"},
              {name: "axes", shape: [2], dtype: "int32"},
              {name: "half", shape: [2], dtype: "float32", quantization: {dtype: "float16"}},
              {name: "steps", shape: [3], dtype: "float32",
                quantization: {dtype: "uint8", scale: .5, min: -1}}]},
             {weights: [
              {name: "fine", shape: [], dtype: "float32",
                quantization: {dtype: "uint16", scale: 1, min: 0}}]}]
            """);
    ByteBuffer bytes = ByteBuffer.allocate(25).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putFloat(1.5f).putFloat(-2).putInt(1).putInt(-1);
    bytes.putShort(Float.floatToFloat16(0.25f)).putShort(Float.floatToFloat16(-8));
    bytes.put((byte) 0).put((byte) 2).put((byte) 255).putShort((short) 65535);

    Map<String, Tensor> weights = WeightReader.read(manifest, bytes.array());

    assertThat(weight(weights, "plain").values()).containsExactly(1.5f, -2);
    assertThat(weight(weights, "plain").shape()).containsExactly(1, 2);
    assertThat(weight(weights, "axes").integers()).containsExactly(1, -1);
    assertThat(weight(weights, "half").values()).containsExactly(0.25f, -8);
    assertThat(weight(weights, "steps").values()).containsExactly(-1, 0, 126.5f);
    assertThat(weight(weights, "fine").scalar()).isEqualTo(65535);
  }

  @Test
  void refusesMissingAndLeftOverBytes() {
    Literal manifest = Literal.parse("[{weights:[{name:'w',shape:[2],dtype:'float32'}]}]");
    assertThatThrownBy(() -> WeightReader.read(manifest, new byte[7]))
        .isInstanceOf(ModelError.class)
        .hasMessageContaining("ends in the middle of w");
    assertThatThrownBy(() -> WeightReader.read(manifest, new byte[9]))
        .isInstanceOf(ModelError.class)
        .hasMessageContaining("1 bytes too many");
  }

  @Test
  void refusesAFormatItDoesNotKnow() {
    Literal manifest = Literal.parse("[{weights:[{name:'w',shape:[1],dtype:'complex64'}]}]");
    assertThatThrownBy(() -> WeightReader.read(manifest, new byte[8]))
        .isInstanceOf(ModelError.class)
        .hasMessageContaining("complex64");
  }

  private static Tensor weight(Map<String, Tensor> weights, String name) {
    return Objects.requireNonNull(weights.get(name));
  }
}
