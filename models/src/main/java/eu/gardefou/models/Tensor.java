package eu.gardefou.models;

/** Numbers in a shape, row by row. Shared, not copied: treat the arrays as read-only. */
final class Tensor {
  private final int[] shape;
  private final float[] values;

  Tensor(int[] shape, float[] values) {
    if (values.length != size(shape)) {
      throw new ModelError("a tensor has " + values.length + " values, its shape is another size");
    }
    this.shape = shape;
    this.values = values;
  }

  static Tensor of(float... values) {
    return new Tensor(new int[] {values.length}, values);
  }

  static int size(int[] shape) {
    int size = 1;
    for (int side : shape) {
      size = Math.multiplyExact(size, side);
    }
    return size;
  }

  int[] shape() {
    return shape;
  }

  float[] values() {
    return values;
  }

  int side(int axis) {
    return shape[axis];
  }

  /** The one value of a scalar. */
  float scalar() {
    if (values.length != 1) {
      throw new ModelError("a scalar has " + values.length + " values");
    }
    return values[0];
  }

  /** The values as whole numbers, as shapes and axes are kept. */
  int[] integers() {
    int[] whole = new int[values.length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (int) values[i];
      if (whole[i] != values[i]) {
        throw new ModelError("a shape has " + values[i] + ", which is not a whole number");
      }
    }
    return whole;
  }

  /** The same values in another shape. */
  Tensor as(int... newShape) {
    return new Tensor(newShape, values);
  }

  /**
   * The same tensor with its axes in another order: axis {@code i} of the result is axis {@code
   * order[i]} of this one.
   */
  Tensor permute(int... order) {
    int[] strides = new int[shape.length];
    int stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape[axis];
    }
    int[] sides = new int[order.length];
    for (int axis = 0; axis < order.length; axis++) {
      sides[axis] = shape[order[axis]];
    }
    float[] moved = new float[values.length];
    int[] index = new int[order.length];
    for (int to = 0; to < moved.length; to++) {
      int from = 0;
      for (int axis = 0; axis < order.length; axis++) {
        from += index[axis] * strides[order[axis]];
      }
      moved[to] = values[from];
      advance(index, sides);
    }
    return new Tensor(sides, moved);
  }

  private static void advance(int[] index, int[] sides) {
    for (int axis = sides.length - 1; axis >= 0 && ++index[axis] == sides[axis]; axis--) {
      index[axis] = 0;
    }
  }
}
