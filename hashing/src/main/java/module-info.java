/**
 * Perceptual hashes of pictures and videos and the search for near ones, in plain Java without
 * dependencies.
 */
module eu.gardefou.hashing {
  requires static org.jspecify;

  exports eu.gardefou.hashing;
  exports eu.gardefou.hashing.index;
  exports eu.gardefou.hashing.video;
}
