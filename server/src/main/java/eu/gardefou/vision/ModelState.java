package eu.gardefou.vision;

import java.util.Locale;

/**
 * Whether a model can be used.
 *
 * @param name such as {@code nsfw-inception-v3}
 * @param version the first 12 digits of the SHA-256 that its file must have; empty when its
 *     manifest cannot be read
 * @param why empty when nothing is missing; otherwise as in {@link Missing}
 * @param role {@code content}, {@code face} or {@code age}; empty when its manifest cannot be read
 * @param licence of the weights
 * @param source where they come from
 * @param training what it was trained on
 * @param detail a sentence for the operator; empty when there is nothing to say
 */
public record ModelState(
    String name,
    String version,
    State state,
    String why,
    String role,
    String licence,
    String source,
    String training,
    String detail) {
  /** What a model's state can be. */
  public enum State {
    /** Loaded. */
    ON,
    /** There is no file, or the process was going down before it could be read. */
    MISSING,
    /** The file is not the one that the manifest names, or one of them is not right. */
    DAMAGED,
    /** The operator has put another one in its place. */
    REPLACED;

    /** The name used in pages and JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
