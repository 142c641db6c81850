package eu.gardefou.prompts;

import org.jspecify.annotations.Nullable;

/** Finds one kind of encoding in a text. */
interface Decoder {
  /** The name of the reading, such as {@code base64}. */
  String name();

  /** Whether ordinary texts never hold this encoding, so that its presence is itself a finding. */
  boolean hides();

  /** The text with every encoded run replaced by what it says, or null when there is none. */
  @Nullable String decode(String text);
}
