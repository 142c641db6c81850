package eu.gardefou.vision;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks that can be made with the models at hand, and what is missing for the others. */
record Eyes(List<Check> checks, List<Missing> missing) {
  private static final String INCEPTION = "nsfw-inception-v3";
  private static final String MOBILENET = "nsfw-mobilenet-v2";
  private static final String BLAZEFACE = "blazeface-back";
  private static final String FACERES = "faceres";
  private static final String FACE_API = "face-api-age";

  static Eyes of(Shelf shelf) {
    List<Check> checks = new ArrayList<>();
    List<Missing> missing = new ArrayList<>(shelf.missing());
    addContent(shelf.find(INCEPTION), 299, checks);
    addContent(shelf.find(MOBILENET), 224, checks);
    List<AgeModel> ages = new ArrayList<>();
    Net faceRes = shelf.find(FACERES);
    if (faceRes != null) {
      ages.add(AgeModel.faceRes(faceRes));
    }
    Net faceApi = shelf.find(FACE_API);
    if (faceApi != null) {
      ages.add(AgeModel.faceApi(faceApi));
    }
    Net blazeFace = shelf.find(BLAZEFACE);
    if (blazeFace != null) {
      checks.add(new FaceCheck(new FaceFinder(blazeFace), ages));
    } else {
      ages.forEach(age -> missing.add(new Missing(age.model().name(), "faces")));
    }
    return new Eyes(checks, missing);
  }

  /** Finds faces for whoever compares pictures; null without the model. */
  static @Nullable FaceFinder faceFinder(Shelf shelf) {
    Net blazeFace = shelf.find(BLAZEFACE);
    return blazeFace == null ? null : new FaceFinder(blazeFace);
  }

  private static void addContent(@Nullable Net net, int side, List<Check> checks) {
    if (net != null) {
      checks.add(new ContentCheck(net, side));
    }
  }
}
