package eu.gardefou.vision;

/**
 * What a model says of a picture.
 *
 * @param measure {@code explicit}, sexual content; {@code explicit-part}, the same of a close look
 *     at a part, which needs stronger evidence; or {@code suggestive}, which is known to be biased
 *     against women, is reported, and must never decide alone
 * @param value 0 to 1
 * @param model name of the model
 * @param version of the model: the first 12 digits of its file's SHA-256
 * @param view which way of looking gave this value, the strictest of all: such as {@code whole},
 *     {@code piece-2-smooth}; after {@code frame-3/} in an animation
 */
public record Score(String measure, double value, String model, String version, String view) {}
