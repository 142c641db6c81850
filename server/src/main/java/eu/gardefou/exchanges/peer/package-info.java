/** What every peer has in common: forms, pages of changes, checkpoints, and careful reading. */
@NullMarked
package eu.gardefou.exchanges.peer;

import org.jspecify.annotations.NullMarked;
