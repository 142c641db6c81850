package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import java.util.List;

/** One way of looking at a picture, by one or more models. */
interface Check {
  /** The models that look, by name; when the check fails, all of them are missing. */
  List<String> models();

  /**
   * Looks at everything there is to see.
   *
   * @throws Stop.Stopped when there is no time left
   * @throws OrtException when a model fails
   */
  VisionFindings look(List<View> views, Stop stop) throws OrtException;
}
