package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import eu.gardefou.media.Raster;
import eu.gardefou.models.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Faces, and the lowest apparent age that any age model gives for each. */
final class FaceCheck implements Check {
  /** A face smaller than this, in pixels, has no age that can be told. */
  private static final double SMALLEST = 20;

  /** Ages of a crowd are told for its largest faces only; the others stay unknown. */
  private static final int AGED = 16;

  private final FaceFinder finder;
  private final List<AgeModel> ages;

  FaceCheck(FaceFinder finder, List<AgeModel> ages) {
    this.finder = finder;
    this.ages = List.copyOf(ages);
  }

  @Override
  public List<String> models() {
    return involved().map(Model::name).toList();
  }

  @Override
  public VisionFindings look(List<View> views, Stop stop) throws OrtException {
    List<Seen> seen = new ArrayList<>();
    for (View view : views) {
      List<Box> boxes = view.faces(finder, views.size(), stop);
      List<Box> largest =
          boxes.stream()
              .sorted((a, b) -> Double.compare(b.side(), a.side()))
              .limit(AGED)
              .filter(box -> box.side() >= SMALLEST)
              .toList();
      for (Box box : boxes) {
        double years = largest.contains(box) ? youngest(view.raster(), box, stop) : Double.NaN;
        merge(seen, new Seen(box, years));
      }
    }
    return new VisionFindings(List.of(), seen.stream().map(this::face).toList(), List.of());
  }

  private double youngest(Raster picture, Box box, Stop stop) throws OrtException {
    double youngest = Double.NaN;
    for (AgeModel model : ages) {
      stop.check();
      youngest = lower(youngest, model.years(picture, box));
    }
    return youngest;
  }

  /** One face in several views, or staying in its place over several frames, is one face. */
  private static void merge(List<Seen> seen, Seen next) {
    for (int i = 0; i < seen.size(); i++) {
      Seen known = seen.get(i);
      if (known.box().sharesPlaceWith(next.box())) {
        Box surer = known.box().confidence() >= next.box().confidence() ? known.box() : next.box();
        seen.set(i, new Seen(surer, lower(known.years(), next.years())));
        return;
      }
    }
    seen.add(next);
  }

  private static double lower(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
  }

  private Face face(Seen seen) {
    return new Face(
        seen.box().confidence(),
        seen.years(),
        involved().map(Model::name).collect(Collectors.joining("+")),
        involved().map(Model::version).collect(Collectors.joining("+")));
  }

  private Stream<Model> involved() {
    return Stream.concat(Stream.of(finder.model()), ages.stream().map(AgeModel::model));
  }

  private record Seen(Box box, double years) {}
}
