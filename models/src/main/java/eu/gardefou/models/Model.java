package eu.gardefou.models;

/**
 * A model that Gardefou uses, as the manifest describes it.
 *
 * @param name such as {@code nsfw-inception-v3}
 * @param file name of the ONNX file in the models folder
 * @param sha256 checksum of that file, 64 hexadecimal digits
 * @param source npm package and version that the weights come from, such as {@code nsfwjs 4.4.0}
 * @param licence SPDX name of the weights' licence
 * @param origin who made the model
 */
public record Model(
    String name, String file, String sha256, String source, String licence, String origin) {
  private static final int VERSION_DIGITS = 12;

  /** The version that goes with every score: the first 12 digits of the file's checksum. */
  public String version() {
    return sha256.substring(0, VERSION_DIGITS);
  }
}
