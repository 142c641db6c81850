package eu.gardefou.access;

/**
 * Who asks: a machine by its key or a person by their session. Recorded, never decided upon.
 *
 * @param id pseudonymous and stable, such as {@code key:7f3a} or {@code person:12}
 */
public record Caller(String id) {
  /** The command line, in process. */
  public static final Caller LOCAL = new Caller("local");
}
