package eu.gardefou.reading;

import java.util.Locale;

/**
 * Words that stand in a picture. They are somebody's words: to be screened and forgotten, never
 * logged or kept.
 *
 * @param text in reading order
 */
public record FoundText(Source source, String text) {
  /** How the words were read. */
  public enum Source {
    /** Letters. */
    OCR,
    /** A QR code, or another kind of code. */
    QR;

    /** The name used in signals. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Says how long it is and no more: these are somebody's words. */
  @Override
  public String toString() {
    return "FoundText[" + source + ", " + text.length() + " characters]";
  }
}
