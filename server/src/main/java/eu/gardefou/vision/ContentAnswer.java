package eu.gardefou.vision;

import java.util.List;

/** Reads the answer of a content model by its manifest's labels. */
final class ContentAnswer {
  private final ModelManifest manifest;

  ContentAnswer(ModelManifest manifest) {
    this.manifest = manifest;
  }

  /** How explicit, and how suggestive, each 0 to 1. */
  record Content(double explicit, double suggestive) {}

  boolean tellsSuggestive() {
    return !manifest.suggestive().isEmpty();
  }

  Content read(float[] answer) {
    if (answer.length != manifest.labels().size()) {
      throw new IllegalStateException("a classifier gave another count of numbers than labels");
    }
    double[] chances =
        switch (manifest.output().reading()) {
          case PROBABILITIES -> asTheyAre(answer);
          case SOFTMAX -> softmax(answer);
          case SIGMOID -> sigmoid(answer);
          case YEARS, YEAR_CHANCES, BLAZEFACE ->
              throw new IllegalStateException("a content model is not read like that");
        };
    return new Content(sum(chances, manifest.explicit()), sum(chances, manifest.suggestive()));
  }

  /** Labels that exclude each other add up; of independent ones the likeliest counts. */
  private double sum(double[] chances, List<String> labels) {
    double sum = 0;
    double most = 0;
    for (String label : labels) {
      double chance = chances[manifest.labels().indexOf(label)];
      if (Double.isNaN(chance)) {
        throw new IllegalStateException("a classifier gave no number");
      }
      sum += chance;
      most = Math.max(most, chance);
    }
    boolean independent = manifest.output().reading() == ModelManifest.Reading.SIGMOID;
    return Math.clamp(independent ? most : sum, 0, 1);
  }

  private static double[] asTheyAre(float[] answer) {
    double[] chances = new double[answer.length];
    for (int i = 0; i < chances.length; i++) {
      chances[i] = answer[i];
    }
    return chances;
  }

  private static double[] softmax(float[] answer) {
    double highest = Double.NEGATIVE_INFINITY;
    for (float number : answer) {
      highest = Math.max(highest, number);
    }
    double sum = 0;
    double[] chances = new double[answer.length];
    for (int i = 0; i < chances.length; i++) {
      chances[i] = Math.exp(answer[i] - highest);
      sum += chances[i];
    }
    for (int i = 0; i < chances.length; i++) {
      chances[i] /= sum;
    }
    return chances;
  }

  private static double[] sigmoid(float[] answer) {
    double[] chances = new double[answer.length];
    for (int i = 0; i < chances.length; i++) {
      chances[i] = 1 / (1 + Math.exp(-answer[i]));
    }
    return chances;
  }
}
