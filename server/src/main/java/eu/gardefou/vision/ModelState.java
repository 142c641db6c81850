package eu.gardefou.vision;

import java.util.Locale;

/**
 * Whether a model can be used.
 *
 * @param name such as {@code nsfw-inception-v3}
 * @param version the first 12 digits of the SHA-256 that its file must have
 * @param why empty when it is on; otherwise as in {@link Missing}
 */
public record ModelState(String name, String version, State state, String why) {
  /** What a model's state can be. */
  public enum State {
    /** Loaded. */
    ON,
    /** There is no file, or the process was going down before it could be read. */
    MISSING,
    /** The file is not the one that the manifest names. */
    DAMAGED;

    /** The name used in pages and JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
