package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import java.util.List;

/** A check of what an edit did to its pictures. */
interface EditCheck {
  /** Its name in signals, metrics and the console. */
  String NAME = "change";

  /**
   * Compares. Whatever it throws means that the change was not assessed.
   *
   * @param before the pictures that came, at least one
   * @param after the pictures that were made, at least one
   * @throws ScreeningBusy when its capacity is taken
   */
  List<Signal> compare(List<Picture> before, List<Picture> after);
}
