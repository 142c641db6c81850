package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way of looking at a picture for its content.
 *
 * @param name such as {@code whole}, {@code piece-2}, {@code trimmed}, {@code centre}, {@code
 *     person-1}, {@code quarter-3}
 * @param part whether it shows a part only, which needs stronger evidence: these models take a
 *     close look at a clothed person for more than it is
 */
record Look(String name, Region region, boolean part) {
  /** Looks at all views of a picture together; the frames of an animation share them. */
  private static final int MOST = 32;

  private static final int MOST_PEOPLE = 8;

  /** A person is looked at in a square of so many faces' width, from above the head down. */
  private static final double BODY = 5;

  private static final double ABOVE_HEAD = 0.5;
  private static final double CENTRE = 0.8;
  private static final double QUARTER = 0.6;
  private static final int SMALLEST = 32;

  /** A person who fills more than this share of the picture is seen in the whole as well. */
  private static final double SEEN_ANYWAY = 0.5;

  /** A picture smaller than this is seen in full detail, or nearly, as a whole. */
  private static final int WORTH_QUARTERING = 320;

  /** The whole picture, the pieces of a long one, what a border surrounds, and the centre. */
  static List<Look> wholes(View view, int views) {
    List<Look> looks = new ArrayList<>();
    looks.add(new Look("whole", Region.all(view.raster()), false));
    if (view.isLong()) {
      List<Region> pieces = Region.pieces(view.raster());
      for (int i = 0; i < pieces.size(); i++) {
        looks.add(new Look("piece-" + (i + 1), pieces.get(i), false));
      }
    }
    Region inside = Border.inside(view);
    if (inside != null) {
      looks.add(new Look("trimmed", inside, false));
    }
    if (looks.size() < MOST / views) {
      addCentre(view, looks);
    }
    return looks;
  }

  /**
   * Close looks at people and quarters, the most telling first, as long as looks are left.
   *
   * @param views how many views the picture has
   * @param finder finds the people; null when there is no model for it, which is then missing
   */
  static List<Look> parts(View view, int views, @Nullable FaceFinder finder, Stop stop)
      throws OrtException {
    int left = MOST / views - wholes(view, views).size();
    if (left <= 0) {
      return List.of();
    }
    List<Look> looks = new ArrayList<>();
    if (finder != null) {
      addPeople(view, view.faces(finder, views, stop), looks);
    }
    addQuarters(view, looks);
    return looks.subList(0, Math.min(looks.size(), left));
  }

  private static void addCentre(View view, List<Look> looks) {
    int width = view.raster().width();
    int height = view.raster().height();
    double aside = (1 - CENTRE) / 2;
    Region centre = within(view, width * aside, height * aside, width * CENTRE, height * CENTRE);
    if (centre != null) {
      looks.add(new Look("centre", centre, false));
    }
  }

  private static void addPeople(View view, List<Box> faces, List<Look> looks) {
    List<Box> largest =
        faces.stream()
            .sorted(Comparator.comparingDouble(Box::side).reversed())
            .limit(MOST_PEOPLE)
            .toList();
    double all = (double) view.raster().width() * view.raster().height();
    for (int i = 0; i < largest.size(); i++) {
      Box face = largest.get(i);
      Region body = body(view, face);
      if (body != null && (double) body.width() * body.height() < SEEN_ANYWAY * all) {
        looks.add(new Look("person-" + (i + 1), body, true));
      }
    }
  }

  /** Below the face, as the face is held. */
  static @Nullable Region body(View view, Box face) {
    double side = face.side() * BODY;
    double right = 0;
    double down = (side - face.side()) / 2 - ABOVE_HEAD * face.side();
    for (int i = 0; i < face.turns(); i++) {
      double was = right;
      right = down;
      down = -was;
    }
    double left = face.centreX() + right - side / 2;
    return within(view, left, face.centreY() + down - side / 2, side, side);
  }

  private static void addQuarters(View view, List<Look> looks) {
    if (view.shorter() < WORTH_QUARTERING) {
      return;
    }
    double width = view.raster().width() * QUARTER;
    double height = view.raster().height() * QUARTER;
    for (int i = 0; i < 4; i++) {
      double left = i % 2 * (view.raster().width() - width);
      int row = i / 2;
      double top = row * (view.raster().height() - height);
      Region quarter = within(view, left, top, width, height);
      if (quarter != null) {
        looks.add(new Look("quarter-" + (i + 1), quarter, true));
      }
    }
  }

  /** What of it lies in the picture; null when that is next to nothing. */
  private static @Nullable Region within(
      View view, double x, double y, double width, double height) {
    int left = (int) Math.max(0, Math.round(x));
    int top = (int) Math.max(0, Math.round(y));
    int right = (int) Math.min(view.raster().width(), Math.round(x + width));
    int bottom = (int) Math.min(view.raster().height(), Math.round(y + height));
    return right - left < SMALLEST || bottom - top < SMALLEST
        ? null
        : new Region(left, top, right - left, bottom - top);
  }
}
