/** Perceptual hashes of pictures, in plain Java without dependencies. */
module eu.gardefou.hashing {
  requires static org.jspecify;

  exports eu.gardefou.hashing;
}
