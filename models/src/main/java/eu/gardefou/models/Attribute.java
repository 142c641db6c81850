package eu.gardefou.models;

import java.util.Arrays;

/** A fixed setting of an ONNX node. */
final class Attribute {
  private static final int FLOAT = 1;
  private static final int INT = 2;
  private static final int STRING = 3;
  private static final int INTS = 7;

  private final Protobuf message;

  private Attribute(String name, int type) {
    message = new Protobuf().text(1, name).integer(20, type);
  }

  static Attribute number(String name, float value) {
    Attribute attribute = new Attribute(name, FLOAT);
    attribute.message.number(2, value);
    return attribute;
  }

  static Attribute integer(String name, int value) {
    Attribute attribute = new Attribute(name, INT);
    attribute.message.integer(3, value);
    return attribute;
  }

  static Attribute text(String name, String value) {
    Attribute attribute = new Attribute(name, STRING);
    attribute.message.text(4, value);
    return attribute;
  }

  static Attribute integers(String name, int... values) {
    Attribute attribute = new Attribute(name, INTS);
    Arrays.stream(values).forEach(value -> attribute.message.integer(8, value));
    return attribute;
  }

  Protobuf message() {
    return message;
  }
}
