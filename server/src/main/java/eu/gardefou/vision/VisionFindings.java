package eu.gardefou.vision;

import java.util.List;

/**
 * What the models see in one picture.
 *
 * @param scores one of each measure for every model that could look; the strictest over all frames
 *     and views
 * @param faces every face, the same place in several frames counted once; no face is no proof that
 *     there is none
 * @param missing models that could not look; empty when all of them did
 */
public record VisionFindings(List<Score> scores, List<Face> faces, List<Missing> missing) {
  /** Keeps its own copies. */
  public VisionFindings {
    scores = List.copyOf(scores);
    faces = List.copyOf(faces);
    missing = List.copyOf(missing);
  }
}
