/** Hashes that people made of their own pictures, and can take back at any time: StopNCII.org. */
@NullMarked
package eu.gardefou.exchanges.stopncii;

import org.jspecify.annotations.NullMarked;
