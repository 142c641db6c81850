package eu.gardefou.exchanges;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of source, and the forms that it wants filled in.
 *
 * @param name such as {@code ncmec}
 * @param title such as "NCMEC"
 * @param settings what an exchange is told when it is made
 * @param credentials what the source knows us by; empty when it asks for nothing
 * @param fetched whether it is fetched by the clock; otherwise it is asked
 */
public record Api(
    String name, String title, List<Entry> settings, List<Entry> credentials, boolean fetched) {
  /** Keeps its own copies. */
  public Api {
    settings = List.copyOf(settings);
    credentials = List.copyOf(credentials);
  }

  /**
   * One field of a form.
   *
   * @param type string, number, boolean, enum or set_of_number
   * @param fallback what holds when it is left out; null for nothing
   * @param choices for an enum; empty otherwise
   */
  public record Entry(
      String name,
      String type,
      boolean required,
      @Nullable String fallback,
      String help,
      List<String> choices) {
    /** Keeps its own copy. */
    public Entry {
      choices = List.copyOf(choices);
    }
  }
}
