package eu.gardefou.cli;

import eu.gardefou.hashing.PdqHash;
import java.util.Optional;

/** Another hasher, measured beside ours on the same pictures. */
interface HashPeer {
  /** What it is called in the table. */
  String name();

  /** From pixels to hash. */
  Answer fromPixels(DrawnPicture picture, Stopwatch stopwatch) throws Exception;

  /** From a JPEG file to hash; empty when it reads none. */
  Optional<Answer> fromJpeg(DrawnPicture picture, Stopwatch stopwatch) throws Exception;

  /** Its hash, and how long it took. */
  record Answer(PdqHash hash, Stopwatch.Time time) {}
}
