package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check that this process does not have, so that the answer says so.
 *
 * @param off why, such as {@code no-database}
 */
record AbsentCheck(String name, @Nullable String off) implements PictureCheck {
  @Override
  public List<Signal> look(Signal.Part part, int index, Picture picture) {
    return List.of();
  }
}
