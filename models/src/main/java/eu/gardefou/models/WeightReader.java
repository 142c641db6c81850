package eu.gardefou.models;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the weights of a TensorFlow.js package: plain 32-bit floats and integers, 16-bit floats,
 * and 8 or 16-bit steps ({@code step * scale + min}). A step is turned into a float exactly as
 * TensorFlow.js does: in 64-bit arithmetic, rounded once.
 */
final class WeightReader {
  private final ByteBuffer bytes;

  private WeightReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads all weights.
   *
   * @param manifest groups, each with its list of {@code weights}, in the order of the bytes
   * @throws ModelError when a number format is unknown or bytes are missing or left over
   */
  static Map<String, Tensor> read(Literal manifest, byte[] bytes) {
    WeightReader reader = new WeightReader(bytes);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Literal group : manifest.items()) {
      for (Literal weight : group.get("weights").items()) {
        String name = weight.get("name").text();
        if (weights.put(name, reader.next(weight)) != null) {
          throw new ModelError("a package holds the weight " + name + " twice");
        }
      }
    }
    if (reader.bytes.hasRemaining()) {
      throw new ModelError("a package has " + reader.bytes.remaining() + " bytes too many");
    }
    return weights;
  }

  private Tensor next(Literal weight) {
    int[] shape = weight.get("shape").integers();
    String type = weight.get("dtype").text();
    Literal quantization = weight.find("quantization");
    String stored = quantization == null ? type : quantization.get("dtype").text();
    float[] values = new float[Tensor.size(shape)];
    if (bytes.remaining() < (long) values.length * width(stored)) {
      throw new ModelError("a package ends in the middle of " + weight.get("name").text());
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = value(stored, quantization);
    }
    return new Tensor(shape, values);
  }

  private float value(String stored, @Nullable Literal quantization) {
    return switch (stored) {
      case "float32" -> bytes.getFloat();
      case "int32" -> exact(bytes.getInt());
      case "float16" -> Float.float16ToFloat(bytes.getShort());
      case "uint8" -> scaled(Byte.toUnsignedInt(bytes.get()), quantization);
      case "uint16" -> scaled(Short.toUnsignedInt(bytes.getShort()), quantization);
      default -> throw unknown(stored);
    };
  }

  private static float scaled(int step, @Nullable Literal quantization) {
    if (quantization == null) {
      throw new ModelError("a package holds steps without saying how large a step is");
    }
    return (float) (step * quantization.get("scale").number() + quantization.get("min").number());
  }

  private static float exact(int whole) {
    if (Math.abs((long) whole) > 1 << 24) {
      throw new ModelError("a package holds the whole number " + whole + ", which is too large");
    }
    return whole;
  }

  private static int width(String stored) {
    return switch (stored) {
      case "uint8" -> 1;
      case "float16", "uint16" -> 2;
      case "float32", "int32" -> 4;
      default -> throw unknown(stored);
    };
  }

  private static ModelError unknown(String stored) {
    List<String> known = List.of("float32", "int32", "float16", "uint8", "uint16");
    return new ModelError("a package holds numbers as " + stored + ", known are " + known);
  }
}
