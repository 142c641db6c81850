package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import eu.gardefou.media.Raster;
import eu.gardefou.models.Model;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds faces with BlazeFace (the model for the camera on the back), which sees 256 by 256 pixels
 * and faces above about a twentieth of that, upright ones only: see {@link Glance} for how a
 * picture is held before it. What is cut by a part's edge inside the picture is left to the
 * neighbour.
 */
final class FaceFinder {
  /** All looks at one picture together; an animation gets fewer for each of its frames. */
  static final int BUDGET = 400;

  private static final double CUT = 2;

  private final Net net;

  FaceFinder(Net net) {
    this.net = net;
  }

  Model model() {
    return net.model();
  }

  /**
   * All faces, in pixels of the view, each place once.
   *
   * @param budget how many looks this view may take
   */
  List<Box> find(View view, int budget, Stop stop) throws OrtException {
    List<Box> found = new ArrayList<>();
    for (Glance glance : Glance.at(view, budget)) {
      stop.check();
      double scale = (double) view.raster().width() / glance.copy().width();
      find(glance).forEach(box -> found.add(box.times(scale)));
    }
    return Box.onePerPlace(found);
  }

  private List<Box> find(Glance glance) throws OrtException {
    List<Box> found = new ArrayList<>();
    for (Box box : BlazeFace.boxes(net.run(glance.input(), Glance.INPUT))) {
      Box inCopy = glance.inCopy(box);
      if (box.confidence() >= glance.sure() && !isCut(inCopy, glance.part(), glance.copy())) {
        found.add(inCopy);
      }
    }
    return found;
  }

  private static boolean isCut(Box box, Region window, Raster picture) {
    return (window.x() > 0 && box.left() < window.x() + CUT)
        || (window.y() > 0 && box.top() < window.y() + CUT)
        || (window.x() + window.width() < picture.width()
            && box.right() > window.x() + window.width() - CUT)
        || (window.y() + window.height() < picture.height()
            && box.bottom() > window.y() + window.height() - CUT);
  }
}
