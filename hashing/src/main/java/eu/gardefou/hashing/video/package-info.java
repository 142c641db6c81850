/** Fingerprints of videos: the hashes of their frames, and how much of two videos is alike. */
@NullMarked
package eu.gardefou.hashing.video;

import org.jspecify.annotations.NullMarked;
