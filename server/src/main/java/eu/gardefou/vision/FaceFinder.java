package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import eu.gardefou.media.Raster;
import eu.gardefou.models.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds faces with BlazeFace (the model for the camera on the back), which sees 256 by 256 pixels
 * and faces above about a twentieth of that.
 *
 * <p>A picture is first looked at as a whole. When it is large, it is looked at again in tiles of
 * 256 on a copy whose shorter side is {@value View#SMALL}, so faces above about a twenty-fifth of
 * the shorter side are seen. What is cut by a tile's edge inside the picture is left to the
 * neighbour.
 */
final class FaceFinder {
  private static final int SIDE = 256;
  private static final int OVERLAP = 51;
  private static final int LARGE = 768;
  private static final double CUT = 2;

  private final Net net;

  FaceFinder(Net net) {
    this.net = net;
  }

  Model model() {
    return net.model();
  }

  /** All faces of at least {@link BlazeFace#SURE}, in pixels of the view, each place once. */
  List<Box> find(View view, Stop stop) throws OrtException {
    Raster small = view.small();
    List<Region> windows = new ArrayList<>();
    if (view.isLong()) {
      windows.addAll(Region.pieces(small));
    } else {
      windows.add(Region.all(small));
    }
    if (view.longer() > LARGE && Math.min(small.width(), small.height()) > SIDE) {
      windows.addAll(Region.tiles(small, SIDE, OVERLAP));
    }
    List<Box> found = new ArrayList<>();
    for (Region window : windows) {
      stop.check();
      found.addAll(find(small, window));
    }
    double scale = (double) view.raster().width() / small.width();
    return Box.onePerPlace(found).stream().map(box -> scaled(box, scale)).toList();
  }

  private List<Box> find(Raster small, Region window) throws OrtException {
    int longer = Math.max(window.width(), window.height());
    int width = Math.max(1, window.width() * SIDE / longer);
    int height = Math.max(1, window.height() * SIDE / longer);
    float[] input = onBlack(Resize.smooth(small, window, width, height), width, height);
    List<Box> found = new ArrayList<>();
    for (Box box : BlazeFace.boxes(net.run(input, SIDE))) {
      Box inPicture =
          new Box(
              window.x() + box.left() * window.width() / width,
              window.y() + box.top() * window.height() / height,
              window.x() + box.right() * window.width() / width,
              window.y() + box.bottom() * window.height() / height,
              box.confidence());
      if (!isCut(inPicture, window, small)) {
        found.add(inPicture);
      }
    }
    return found;
  }

  private static float[] onBlack(float[] picture, int width, int height) {
    float[] input = new float[SIDE * SIDE * 3];
    Arrays.fill(input, -1);
    for (int row = 0; row < height; row++) {
      for (int i = 0; i < width * 3; i++) {
        input[row * SIDE * 3 + i] = picture[row * width * 3 + i] / 127.5f - 1;
      }
    }
    return input;
  }

  private static boolean isCut(Box box, Region window, Raster picture) {
    return (window.x() > 0 && box.left() < window.x() + CUT)
        || (window.y() > 0 && box.top() < window.y() + CUT)
        || (window.x() + window.width() < picture.width()
            && box.right() > window.x() + window.width() - CUT)
        || (window.y() + window.height() < picture.height()
            && box.bottom() > window.y() + window.height() - CUT);
  }

  private static Box scaled(Box box, double scale) {
    return new Box(
        box.left() * scale,
        box.top() * scale,
        box.right() * scale,
        box.bottom() * scale,
        box.confidence());
  }
}
