package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import eu.gardefou.models.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Faces, the lowest apparent age that any age model gives for each, and whether one gave none. */
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
        merge(seen, new Seen(box, largest.contains(box) ? age(view, box, stop) : Age.UNKNOWN));
      }
    }
    return new VisionFindings(List.of(), seen.stream().map(this::face).toList(), List.of());
  }

  /** The lowest number, and whether somebody had none. */
  record Age(double youngest, boolean unknown) {
    static final Age UNKNOWN = new Age(Double.NaN, true);

    static Age of(double years) {
      return new Age(years, Double.isNaN(years));
    }

    Age and(Age other) {
      double lower =
          Double.isNaN(youngest)
              ? other.youngest
              : Double.isNaN(other.youngest) ? youngest : Math.min(youngest, other.youngest);
      return new Age(lower, unknown || other.unknown);
    }
  }

  private Age age(View view, Box box, Stop stop) throws OrtException {
    List<Age> told = new ArrayList<>();
    for (AgeModel model : ages) {
      stop.check();
      told.add(Age.of(model.years(view.raster(), box)));
    }
    return told.stream().reduce(Age::and).orElse(Age.UNKNOWN);
  }

  /** One face in several views, or staying in its place over several frames, is one face. */
  private static void merge(List<Seen> seen, Seen next) {
    for (int i = 0; i < seen.size(); i++) {
      Seen known = seen.get(i);
      if (known.box().sharesPlaceWith(next.box())) {
        Box surer = known.box().confidence() >= next.box().confidence() ? known.box() : next.box();
        seen.set(i, new Seen(surer, known.age().and(next.age())));
        return;
      }
    }
    seen.add(next);
  }

  private Face face(Seen seen) {
    return new Face(
        seen.box().confidence(),
        seen.age().youngest(),
        seen.age().unknown(),
        involved().map(Model::name).collect(Collectors.joining("+")),
        involved().map(Model::version).collect(Collectors.joining("+")));
  }

  private Stream<Model> involved() {
    return Stream.concat(Stream.of(finder.model()), ages.stream().map(AgeModel::model));
  }

  private record Seen(Box box, Age age) {}
}
