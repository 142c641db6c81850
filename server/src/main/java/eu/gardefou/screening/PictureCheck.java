package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import java.util.List;

/** One check of one picture. */
interface PictureCheck {
  /** Its name in signals, metrics and the console, such as {@code vision}. */
  String name();

  /**
   * Looks at a picture. Whatever it throws means that the picture was not assessed.
   *
   * @throws ScreeningBusy when its capacity is taken
   */
  List<Signal> look(Signal.Part part, int index, Picture picture);

  /**
   * Looks at a picture that came with words, for a check to which they matter.
   *
   * @throws ScreeningBusy when its capacity is taken
   */
  default List<Signal> look(Signal.Part part, int index, Picture picture, AllWords words) {
    return look(part, index, picture);
  }
}
