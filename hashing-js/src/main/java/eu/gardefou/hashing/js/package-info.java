/** Perceptual hashes in the browser: the classes of hashing, and how JavaScript calls them. */
@NullMarked
package eu.gardefou.hashing.js;

import org.jspecify.annotations.NullMarked;
