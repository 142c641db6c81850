package eu.gardefou.models;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes a net as an ONNX file (operator set 13, file version 8). The same calls give the same
 * bytes: names are counted, nothing depends on the time, the place or the order of a hash table.
 */
final class OnnxGraph {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final String name;
  private final Protobuf nodes = new Protobuf();
  private final Protobuf initializers = new Protobuf();
  private final Protobuf inputs = new Protobuf();
  private final Protobuf outputs = new Protobuf();
  private int values;

  OnnxGraph(String name) {
    this.name = name;
  }

  /** Adds a node and returns the name of its one output. */
  String node(String operator, List<String> operands, Attribute... attributes) {
    return named(operator, operands, "v" + values++, attributes);
  }

  /** Adds constant numbers and returns their name. */
  String constant(Tensor tensor) {
    ByteBuffer raw = ByteBuffer.allocate(tensor.values().length * Float.BYTES);
    raw.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(tensor.values());
    return initializer(FLOAT, tensor.shape(), raw.array());
  }

  /** Adds constant whole numbers, such as a shape, and returns their name. */
  String constant(int... whole) {
    ByteBuffer raw = ByteBuffer.allocate(whole.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int number : whole) {
      raw.putLong(number);
    }
    return initializer(INT64, new int[] {whole.length}, raw.array());
  }

  /**
   * Declares the input.
   *
   * @param sides numbers, or a letter for a side that each run chooses
   */
  void input(String input, List<String> sides) {
    inputs.message(11, valueInfo(input, sides));
  }

  /** Declares an output and the value that it shows. */
  void output(String output, String value, List<String> sides) {
    named("Identity", List.of(value), output);
    outputs.message(12, valueInfo(output, sides));
  }

  /** The ONNX file. */
  byte[] toBytes() {
    // Concatenated messages are one message, so the parts need no wrapping of their own.
    Protobuf graph = new Protobuf().text(2, name);
    byte[] whole =
        concat(
            graph.toBytes(),
            nodes.toBytes(),
            initializers.toBytes(),
            inputs.toBytes(),
            outputs.toBytes());
    return new Protobuf()
        .integer(1, 8)
        .text(2, "gardefou")
        .bytes(7, whole)
        .message(8, new Protobuf().text(1, "").integer(2, 13))
        .toBytes();
  }

  private String named(
      String operator, List<String> operands, String output, Attribute... attributes) {
    Protobuf node = new Protobuf();
    operands.forEach(operand -> node.text(1, operand));
    node.text(2, output).text(4, operator);
    for (Attribute attribute : attributes) {
      node.message(5, attribute.message());
    }
    nodes.message(1, node);
    return output;
  }

  private String initializer(int type, int[] shape, byte[] raw) {
    String initializer = "c" + values++;
    Protobuf tensor = new Protobuf();
    for (int side : shape) {
      tensor.integer(1, side);
    }
    initializers.message(5, tensor.integer(2, type).text(8, initializer).bytes(9, raw));
    return initializer;
  }

  private static Protobuf valueInfo(String value, List<String> sides) {
    Protobuf shape = new Protobuf();
    for (String side : sides) {
      Protobuf dimension = new Protobuf();
      if (Character.isDigit(side.charAt(0))) {
        dimension.integer(1, Integer.parseInt(side));
      } else {
        dimension.text(2, side);
      }
      shape.message(1, dimension);
    }
    Protobuf tensor = new Protobuf().integer(1, FLOAT).message(2, shape);
    return new Protobuf().text(1, value).message(2, new Protobuf().message(1, tensor));
  }

  private static byte[] concat(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer whole = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      whole.put(part);
    }
    return whole.array();
  }
}
