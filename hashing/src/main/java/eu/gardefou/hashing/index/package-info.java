/** The exact search for near hashes among millions: multi-index hashing, kept live and on disk. */
@NullMarked
package eu.gardefou.hashing.index;

import org.jspecify.annotations.NullMarked;
