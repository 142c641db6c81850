package eu.gardefou.notices;

/**
 * A field that could not be read. The rest of the notice is kept, and so is what was sent.
 *
 * @param field such as {@code locations[2].url}
 * @param sentence what is wrong
 * @param sent the field's value as JSON; sealed when it is kept, and never sent back
 */
public record FieldError(String field, String sentence, String sent) {
  /** What somebody sent may be a name or an address. */
  @Override
  public String toString() {
    return field + ": " + sentence;
  }
}
