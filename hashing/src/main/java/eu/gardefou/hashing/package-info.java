/** Perceptual hashes: pixels in, hash out; no decoding, no files, no dependencies. */
@NullMarked
package eu.gardefou.hashing;

import org.jspecify.annotations.NullMarked;
