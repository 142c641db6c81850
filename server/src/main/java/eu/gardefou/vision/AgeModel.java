package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import eu.gardefou.media.Raster;
import eu.gardefou.models.Model;
import java.util.Arrays;

/**
 * Guesses an apparent age from a face. It may raise suspicion and never clears anybody.
 *
 * <p>A model whose answer depends on how tightly the face is cut out is asked several times, and
 * the middle answer counts.
 */
final class AgeModel {
  /** How an answer is turned into years. */
  interface Reading {
    /** Years of age. */
    double years(float[] answer);
  }

  private final Net net;
  private final int side;
  private final double[] margins;
  private final Reading reading;

  /**
   * Creates one.
   *
   * @param margins how much is added on each side of the face, as a share of its size; an odd
   *     number
   */
  private AgeModel(Net net, int side, double[] margins, Reading reading) {
    this.net = net;
    this.side = side;
    this.margins = margins;
    this.reading = reading;
  }

  /** As its manifest says. */
  static AgeModel of(Net net) {
    ModelManifest manifest = net.manifest();
    double[] margins = manifest.margins().stream().mapToDouble(margin -> margin).toArray();
    Reading reading =
        manifest.output().reading() == ModelManifest.Reading.YEARS
            ? answer -> answer[0]
            : AgeModel::twoLikeliest;
    return new AgeModel(net, manifest.input().size(), margins, reading);
  }

  Model model() {
    return net.model();
  }

  /** Apparent age in years, at least 0; NaN when the model cannot tell. */
  double years(Raster picture, Box face) throws OrtException {
    double[] answers = new double[margins.length];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = years(picture, face, margins[i]);
      if (Double.isNaN(answers[i])) {
        return Double.NaN;
      }
    }
    Arrays.sort(answers);
    return Math.max(0, answers[answers.length / 2]);
  }

  private double years(Raster picture, Box face, double margin) throws OrtException {
    int size = (int) Math.ceil(face.side() * (1 + 2 * margin));
    int left = (int) Math.round((face.left() + face.right() - size) / 2);
    int top = (int) Math.round((face.top() + face.bottom() - size) / 2);
    float[] crop = Resize.smooth(picture, new Region(left, top, size, size), side, side);
    float[] input = Turn.clockwise(crop, side, face.turns());
    return reading.years(net.answer(input, 255));
  }

  /** As upstream reads it: the two likeliest years, weighted by how likely they are. */
  private static double twoLikeliest(float[] chances) {
    int first = 0;
    for (int i = 1; i < chances.length; i++) {
      first = chances[i] > chances[first] ? i : first;
    }
    int second = first == 0 ? 1 : 0;
    for (int i = 0; i < chances.length; i++) {
      second = i != first && chances[i] > chances[second] ? i : second;
    }
    double both = (double) chances[first] + chances[second];
    return ((first + 0.5) * chances[first] + (second + 0.5) * chances[second]) / both;
  }
}
