package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import java.util.List;

/**
 * Tries a model out before it is trusted: does it take what its manifest says, and is its answer of
 * the form, and where the manifest knows it the very answer, that it should be?
 */
final class Probe {
  private static final double TOLERANCE = 1e-3;
  private static final double SUM_TOLERANCE = 1e-2;
  private static final double SLOWEST_MILLIS = 5_000;

  private Probe() {}

  /**
   * Asks the model about the golden pattern.
   *
   * @throws BadModel with what is wrong
   */
  static void check(Net net) throws BadModel, OrtException {
    net.checkPorts();
    int side = net.manifest().input().size();
    long before = System.nanoTime();
    float[] answer = net.answer(pattern(side), 255);
    if ((System.nanoTime() - before) / 1e6 > SLOWEST_MILLIS) {
      throw new BadModel("one look takes longer than " + SLOWEST_MILLIS + " ms");
    }
    for (float number : answer) {
      if (!Float.isFinite(number)) {
        throw new BadModel("the answer to a plain pattern is not made of numbers");
      }
    }
    checkForm(net.manifest(), answer);
    checkGolden(net.manifest().golden(), answer);
  }

  /** The median time of so many looks at the pattern, in milliseconds. */
  static double millis(Net net, int looks) {
    float[] pattern = pattern(net.manifest().input().size());
    double[] times = new double[looks];
    for (int i = 0; i < looks; i++) {
      long before = System.nanoTime();
      try {
        net.answer(pattern, 255);
      } catch (OrtException failure) {
        throw new IllegalStateException("a model that was tried out fails", failure);
      }
      times[i] = (System.nanoTime() - before) / 1e6;
    }
    Arrays.sort(times);
    return times[looks / 2];
  }

  /** A pattern by whole-number formulas, 0 to 255, that any language can draw. */
  static float[] pattern(int side) {
    float[] pattern = new float[side * side * 3];
    int at = 0;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        for (int colour = 0; colour < 3; colour++) {
          pattern[at++] = (((x >> 4) ^ (y >> 4)) * (29 + colour * 18)) & 255;
        }
      }
    }
    return pattern;
  }

  private static void checkForm(ModelManifest manifest, float[] answer) throws BadModel {
    switch (manifest.output().reading()) {
      case PROBABILITIES -> {
        checkCount(answer, manifest.labels().size());
        checkProbabilities(answer);
      }
      case SOFTMAX, SIGMOID -> checkCount(answer, manifest.labels().size());
      case YEARS -> checkCount(answer, 1);
      case YEAR_CHANCES -> {
        if (answer.length < 2) {
          throw new BadModel("the answer has no chances of years");
        }
        checkProbabilities(answer);
      }
      case BLAZEFACE -> {}
    }
  }

  private static void checkCount(float[] answer, int wanted) throws BadModel {
    if (answer.length != wanted) {
      throw new BadModel(
          "the answer has " + answer.length + " numbers, and the manifest expects " + wanted);
    }
  }

  private static void checkProbabilities(float[] answer) throws BadModel {
    double sum = 0;
    for (float chance : answer) {
      if (chance < -TOLERANCE) {
        throw new BadModel("the answer has numbers below zero, so it needs softmax or sigmoid");
      }
      sum += chance;
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new BadModel("the answer does not add up to 1, so it needs softmax or sigmoid");
    }
  }

  private static void checkGolden(List<Double> golden, float[] answer) throws BadModel {
    if (golden.size() > answer.length) {
      throw new BadModel("the golden answer is longer than the answer");
    }
    for (int i = 0; i < golden.size(); i++) {
      double wanted = golden.get(i);
      if (Math.abs(answer[i] - wanted) > TOLERANCE * Math.max(1, Math.abs(wanted))) {
        throw new BadModel(
            "number " + (i + 1) + " of the answer is " + answer[i] + ", the golden one " + wanted);
      }
    }
  }
}
