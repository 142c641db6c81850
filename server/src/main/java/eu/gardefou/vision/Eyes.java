package eu.gardefou.vision;

import eu.gardefou.vision.ModelManifest.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks that can be made with the models at hand, and what is missing for the others. */
record Eyes(List<Check> checks, List<Missing> missing) {
  static Eyes of(Shelf shelf) {
    return of(shelf, false);
  }

  /**
   * Puts them together.
   *
   * @param every whether content is told for every way of looking, not the strictest only
   */
  static Eyes of(Shelf shelf, boolean every) {
    List<Check> checks = new ArrayList<>();
    List<Missing> missing = new ArrayList<>(shelf.missing());
    FaceFinder finder = faceFinder(shelf);
    List<AgeModel> ages = shelf.of(Role.AGE).stream().map(AgeModel::of).toList();
    List<ContentModel> contents = shelf.of(Role.CONTENT).stream().map(ContentModel::new).toList();
    contents.forEach(content -> checks.add(new ContentCheck(content, every)));
    if (!contents.isEmpty()) {
      checks.add(new PartCheck(contents, finder, every));
    }
    if (finder != null) {
      checks.add(new FaceCheck(finder, ages));
    } else {
      ages.forEach(age -> missing.add(new Missing(age.model().name(), "faces")));
    }
    return new Eyes(checks, missing);
  }

  /** Finds faces for whoever compares pictures; null without the model. */
  static @Nullable FaceFinder faceFinder(Shelf shelf) {
    Net detector = shelf.finder();
    return detector == null ? null : new FaceFinder(detector);
  }
}
