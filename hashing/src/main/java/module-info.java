/**
 * Perceptual hashes of pictures and the search for near ones, in plain Java without dependencies.
 */
module eu.gardefou.hashing {
  requires static org.jspecify;

  exports eu.gardefou.hashing;
  exports eu.gardefou.hashing.index;
}
