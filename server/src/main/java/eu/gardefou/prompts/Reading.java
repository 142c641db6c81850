package eu.gardefou.prompts;

/**
 * One way to read a text.
 *
 * @param name such as {@code plain}, {@code reversed}, {@code decoded-base64}
 */
record Reading(String name, String text) {
  static final String PLAIN = "plain";

  boolean isPlain() {
    return name.equals(PLAIN);
  }
}
