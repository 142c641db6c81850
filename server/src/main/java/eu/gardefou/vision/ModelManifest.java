package eu.gardefou.vision;

import eu.gardefou.models.Model;
import java.util.List;

/**
 * What a model is and how it wants to be asked: the file beside the ONNX file, and the same for the
 * models that are shipped.
 *
 * @param name by which scores, records and settings call it
 * @param file name of the ONNX file, in the same folder
 * @param sha256 checksum of that file, 64 hexadecimal digits
 * @param labels of a content model, in the order of its answer; of others empty
 * @param explicit the labels that mean sexual content
 * @param suggestive the labels that are reported as suggestive and never decide alone
 * @param margins of an age model: the crops that it is asked about
 * @param golden what it answers to the golden pattern: the first numbers of its output; may be
 *     empty
 * @param training what it was trained on, in a sentence or two
 */
record ModelManifest(
    String name,
    Role role,
    String file,
    String sha256,
    Input input,
    Output output,
    List<String> labels,
    List<String> explicit,
    List<String> suggestive,
    List<Double> margins,
    List<Double> golden,
    String source,
    String licence,
    String origin,
    String training) {

  /** What a model is for. */
  enum Role {
    /** Says how sexual a picture is. */
    CONTENT,
    /** Finds faces. */
    FACE,
    /** Tells apparent age. */
    AGE
  }

  /** In which order the numbers of a picture come. */
  enum Layout {
    /** Colours run fastest. */
    NHWC,
    /** One colour after the other. */
    NCHW
  }

  /** In which order a pixel's colours come. */
  enum Colours {
    /** Red first. */
    RGB,
    /** Blue first. */
    BGR
  }

  /** How a picture is made as small as the model wants it. */
  enum Resizing {
    /** Single pixels, corners on corners, as nsfwjs does it. */
    CORNERS,
    /** Every pixel counts. */
    SMOOTH
  }

  /** What is done with the numbers of an answer. */
  enum Reading {
    /** Probabilities already: they add up to 1. */
    PROBABILITIES,
    /** Made probabilities that add up to 1. */
    SOFTMAX,
    /** Each made a probability on its own. */
    SIGMOID,
    /** An age in years. */
    YEARS,
    /** The probability of each year of age from 0 on. */
    YEAR_CHANCES,
    /** The boxes and scores of BlazeFace. */
    BLAZEFACE
  }

  /**
   * What a model wants to be given: a square, each number of it {@code (value * scale - mean) /
   * std} with values from 0 to 255.
   */
  record Input(
      String name,
      int size,
      Layout layout,
      Colours colours,
      double scale,
      List<Double> mean,
      List<Double> std,
      Resizing resize) {}

  /** Which output counts and how it is read. */
  record Output(String name, Reading reading) {}

  /** In the words of the converter. */
  Model model() {
    return new Model(name, file, sha256, source, licence, origin);
  }

  /** The first 12 digits of the checksum. */
  String version() {
    return model().version();
  }
}
