package eu.gardefou.exchanges.peer;

import eu.gardefou.matching.Signal;
import java.util.List;

/**
 * What a curator thinks of one of a source's entries.
 *
 * @param key the source's name for the entry
 * @param handle what the source asked for; empty when it asked for nothing
 * @param confirms whether the entry is right; otherwise it is disputed
 * @param reason the curator's words, which stay here unless the source knows the very same words
 */
public record View(
    String key, String handle, List<Signal> signals, boolean confirms, String reason) {
  /** Keeps its own copy. */
  public View {
    signals = List.copyOf(signals);
  }
}
