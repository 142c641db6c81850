package eu.gardefou.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value inside a net. TensorFlow keeps pictures as rows, columns, channels ("last"), ONNX as
 * channels, rows, columns ("first"); a feature is held in one of the two orders or in both, and the
 * step between them is written only where somebody asks for the other order. A value that is no
 * picture has one order, which counts as "last".
 */
final class Feature {
  private static final int[] TO_FIRST = {0, 3, 1, 2};
  private static final int[] TO_LAST = {0, 2, 3, 1};

  private final OnnxGraph graph;
  private final boolean picture;
  private @Nullable String first;
  private @Nullable String last;

  private Feature(OnnxGraph graph, boolean picture, @Nullable String first, @Nullable String last) {
    this.graph = graph;
    this.picture = picture;
    this.first = first;
    this.last = last;
  }

  static Feature channelsFirst(OnnxGraph graph, String value) {
    return new Feature(graph, true, value, null);
  }

  static Feature channelsLast(OnnxGraph graph, String value) {
    return new Feature(graph, true, null, value);
  }

  static Feature plain(OnnxGraph graph, String value) {
    return new Feature(graph, false, null, value);
  }

  boolean isPicture() {
    return picture;
  }

  /** Whether the channels-first order is at hand without a further step. */
  boolean isChannelsFirst() {
    return first != null;
  }

  String channelsFirst() {
    if (first == null) {
      if (!picture) {
        throw new ModelError("a net uses a list where a picture belongs");
      }
      first = transposed(last, TO_FIRST);
    }
    return first;
  }

  String channelsLast() {
    if (last == null) {
      last = transposed(first, TO_LAST);
    }
    return last;
  }

  private String transposed(@Nullable String value, int[] order) {
    if (value == null) {
      throw new IllegalStateException("a feature is held in one order at least");
    }
    return graph.node("Transpose", List.of(value), Attribute.integers("perm", order));
  }
}
