/**
 * Project Arachnid's Shield: asked about hashes, one look-up at a time. It has no list to fetch.
 */
@NullMarked
package eu.gardefou.exchanges.arachnid;

import org.jspecify.annotations.NullMarked;
