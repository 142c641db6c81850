package eu.gardefou.vision;

/**
 * A face in a picture. Nothing here tells who it is.
 *
 * @param confidence of the detector, 0.5 to 1
 * @param youngest lowest apparent age in years that a model gives; NaN when no model could tell,
 *     which is unknown, and unknown is not adult
 * @param ageUnknown whether some model, view or frame could not tell the age, whatever others say
 * @param model names of the detector and of the models that gave an age, joined by {@code +}
 * @param version of each of them, in the same order, joined by {@code +}
 */
public record Face(
    double confidence, double youngest, boolean ageUnknown, String model, String version) {}
