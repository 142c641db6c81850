package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * Why it looks at nothing, as a short word such as {@code not-configured}; null when it looks.
   */
  default @Nullable String off() {
    return null;
  }

  /**
   * What it consists of, and whether each of it looked.
   *
   * @param found what {@link #look} found in the same picture
   */
  default List<Signal.Checked> checked(Signal.Part part, int index, List<Signal> found) {
    return List.of(new Signal.Checked(part, index, name(), true, ""));
  }
}
