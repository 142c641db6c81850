package eu.gardefou.models;

import eu.gardefou.models.Layers.Padding;
import eu.gardefou.models.Layers.Window;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * The layers again, written as slowly and plainly as their definitions, as an oracle. A picture is
 * a tensor of rows, columns, channels.
 */
final class Slow {
  private Slow() {}

  static Tensor random(RandomGenerator random, int... shape) {
    float[] values = new float[Tensor.size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return new Tensor(shape, values);
  }

  static float at(Tensor x, int row, int column, int channel) {
    boolean inside = row >= 0 && column >= 0 && row < x.side(0) && column < x.side(1);
    return inside ? x.values()[(row * x.side(1) + column) * x.side(2) + channel] : 0;
  }

  static Tensor conv(Tensor x, Tensor kernel, Tensor bias, int[] steps, Padding padding) {
    Window window = new Window(kernel.side(0), kernel.side(1), steps[0], steps[1], padding);
    return slide(
        x,
        window,
        kernel.side(3),
        (top, left, out) -> {
          double sum = bias.values()[out];
          for (int i = 0; i < kernel.side(0); i++) {
            for (int j = 0; j < kernel.side(1); j++) {
              for (int in = 0; in < kernel.side(2); in++) {
                int weight =
                    ((i * kernel.side(1) + j) * kernel.side(2) + in) * kernel.side(3) + out;
                sum += at(x, top + i, left + j, in) * kernel.values()[weight];
              }
            }
          }
          return sum;
        });
  }

  static Tensor depthwise(Tensor x, Tensor kernel, int[] steps, Padding padding) {
    Window window = new Window(kernel.side(0), kernel.side(1), steps[0], steps[1], padding);
    return slide(
        x,
        window,
        x.side(2),
        (top, left, out) -> {
          double sum = 0;
          for (int i = 0; i < kernel.side(0); i++) {
            for (int j = 0; j < kernel.side(1); j++) {
              int weight = (i * kernel.side(1) + j) * kernel.side(2) + out;
              sum += at(x, top + i, left + j, out) * kernel.values()[weight];
            }
          }
          return sum;
        });
  }

  static Tensor maxPool(Tensor x, Window window) {
    return slide(
        x,
        window,
        x.side(2),
        (top, left, out) -> {
          double best = Double.NEGATIVE_INFINITY;
          for (int i = Math.max(0, top); i < Math.min(x.side(0), top + window.rows()); i++) {
            for (int j = Math.max(0, left); j < Math.min(x.side(1), left + window.columns()); j++) {
              best = Math.max(best, at(x, i, j, out));
            }
          }
          return best;
        });
  }

  static Tensor averagePool(Tensor x, Window window) {
    return slide(
        x,
        window,
        x.side(2),
        (top, left, out) -> {
          double sum = 0;
          int count = 0;
          for (int i = Math.max(0, top); i < Math.min(x.side(0), top + window.rows()); i++) {
            for (int j = Math.max(0, left); j < Math.min(x.side(1), left + window.columns()); j++) {
              sum += at(x, i, j, out);
              count++;
            }
          }
          return sum / count;
        });
  }

  static Tensor dense(Tensor x, Tensor weights, Tensor bias) {
    float[] values = new float[bias.values().length];
    for (int out = 0; out < values.length; out++) {
      double sum = bias.values()[out];
      for (int in = 0; in < x.values().length; in++) {
        sum += x.values()[in] * weights.values()[in * values.length + out];
      }
      values[out] = (float) sum;
    }
    return Tensor.of(values);
  }

  static Tensor map(Tensor x, DoubleUnaryOperator each) {
    float[] values = new float[x.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) each.applyAsDouble(x.values()[i]);
    }
    return new Tensor(x.shape(), values);
  }

  private interface Place {
    double value(int top, int left, int channel);
  }

  private static Tensor slide(Tensor x, Window window, int channels, Place place) {
    int rows = steps(x.side(0), window.rows(), window.rowStep(), window.padding());
    int columns = steps(x.side(1), window.columns(), window.columnStep(), window.padding());
    int above = before(x.side(0), rows, window.rows(), window.rowStep(), window.padding());
    int leftOf =
        before(x.side(1), columns, window.columns(), window.columnStep(), window.padding());
    float[] values = new float[rows * columns * channels];
    int at = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        for (int channel = 0; channel < channels; channel++) {
          int top = row * window.rowStep() - above;
          int left = column * window.columnStep() - leftOf;
          values[at++] = (float) place.value(top, left, channel);
        }
      }
    }
    return new Tensor(new int[] {rows, columns, channels}, values);
  }

  private static int steps(int side, int size, int step, Padding padding) {
    int room = padding == Padding.SAME ? side : side - size + 1;
    return Math.ceilDiv(room, step);
  }

  private static int before(int side, int steps, int size, int step, Padding padding) {
    return padding == Padding.SAME ? Math.max(0, (steps - 1) * step + size - side) / 2 : 0;
  }
}
