package eu.gardefou.exchanges;

import eu.gardefou.exchanges.peer.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as a cycle needs it.
 *
 * @param bank the number of its bank, whatever that is called now
 * @param leaving whether it is being deleted
 * @param version grows with every page that is kept
 * @param checkpoint null before the first page
 * @param round how often everything was told anew
 * @param roundOpen whether that is under way
 * @param allowed how many entries may vanish at once
 */
record Row(
    Exchange exchange,
    int bank,
    boolean leaving,
    long version,
    @Nullable Checkpoint checkpoint,
    long round,
    boolean roundOpen,
    long allowed,
    int failures) {
  String name() {
    return exchange.name();
  }
}
