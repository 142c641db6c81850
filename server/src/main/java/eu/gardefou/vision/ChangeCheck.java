package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import eu.gardefou.vision.Change.Bare;
import eu.gardefou.vision.Change.Pair;
import eu.gardefou.vision.Change.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the people in pictures that were made with those in the pictures that came.
 *
 * <p>Somebody in the output is laid over the person of the inputs whose head is the same picture,
 * be it mirrored. Who has no such person is measured against the least bare of all. Where the
 * output shows no face but is otherwise the same scene, it is measured at the place and by the
 * colour of the face that was there.
 */
final class ChangeCheck implements Check {
  /** Less sure than this, a box is no measure for anything. */
  private static final double SURE = 0.7;

  /** Frames of an animation that are compared, spread evenly. */
  private static final int FRAMES = 8;

  private static final int PEOPLE = 8;

  /** So alike are two pictures of one head, changed or not; two heads are less. */
  private static final double SAME_HEAD = 0.75;

  private static final double SAME_SCENE = 0.75;

  private final FaceFinder finder;
  private final List<List<View>> before;
  private final List<List<View>> after;
  private volatile @Nullable Change found;

  ChangeCheck(FaceFinder finder, List<List<View>> before, List<List<View>> after) {
    this.finder = finder;
    this.before = before;
    this.after = after;
  }

  /** Someone in a picture. */
  private record Seen(int picture, View view, Person person) {}

  @Override
  public List<String> models() {
    return List.of(Change.MODEL);
  }

  @Override
  public VisionFindings look(List<View> nothing, Stop stop) throws OrtException {
    List<Seen> were = people(before, stop);
    List<Seen> are = people(after, stop);
    List<Pair> pairs = new ArrayList<>();
    for (int output = 0; output < after.size(); output++) {
      stop.check();
      pairs.addAll(pairs(output, were, are));
    }
    found = new Change(bare(were), bare(are), pairs, List.of());
    return new VisionFindings(List.of(), List.of(), List.of());
  }

  /** What was found; null until everything was. */
  @Nullable Change found() {
    return found;
  }

  private List<Seen> people(List<List<View>> pictures, Stop stop) throws OrtException {
    List<Seen> people = new ArrayList<>();
    for (int picture = 0; picture < pictures.size(); picture++) {
      List<View> views = pictures.get(picture);
      for (View view : spread(views)) {
        List<Box> faces =
            view.faces(finder, views.size(), stop).stream()
                .filter(face -> face.confidence() >= SURE)
                .sorted(Comparator.comparingDouble(Box::side).reversed())
                .limit(PEOPLE)
                .toList();
        for (Box face : faces) {
          stop.check();
          Person person = Person.of(view.raster(), face);
          if (person != null) {
            people.add(new Seen(picture, view, person));
          }
        }
      }
    }
    return people;
  }

  private static List<View> spread(List<View> views) {
    int count = Math.min(FRAMES, views.size());
    List<View> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(views.get((int) ((long) i * (views.size() - 1) / Math.max(1, count - 1))));
    }
    return chosen;
  }

  private static List<Bare> bare(List<Seen> people) {
    List<Bare> bare = new ArrayList<>();
    people.stream()
        .map(Seen::picture)
        .distinct()
        .forEach(picture ->
            bare.add(
                new Bare(
                    picture,
                    people.stream()
                        .filter(seen -> seen.picture() == picture)
                        .mapToDouble(seen -> seen.person().body().bare())
                        .max()
                        .orElse(0))));
    return bare;
  }

  private List<Pair> pairs(int output, List<Seen> were, List<Seen> are) {
    List<Pair> pairs = new ArrayList<>();
    List<Seen> matched = new ArrayList<>();
    for (Seen now : are) {
      if (now.picture() == output && !were.isEmpty()) {
        pairs.add(pair(now, were, matched));
      }
    }
    for (Seen was : were) {
      if (!matched.contains(was)) {
        pairs.addAll(hidden(output, was));
      }
    }
    if (pairs.isEmpty()) {
      pairs.add(new Pair(output, -1, Way.UNKNOWN, Double.NaN));
    }
    return pairs;
  }

  /** How a person of the output lies best over one of the inputs. */
  private record Match(Seen was, boolean mirrored, Person now, double likeness) {}

  private static Pair pair(Seen now, List<Seen> were, List<Seen> matched) {
    Match best = best(now.person(), were);
    for (int turns = 1; turns < Turn.WAYS && best.likeness() < SAME_HEAD; turns++) {
      // The detector sees a face that lies on its side, but not always on which.
      Person turned = now.person().turned(now.view().raster(), turns);
      Match other = turned == null ? best : best(turned, were);
      best = other.likeness() > best.likeness() ? other : best;
    }
    if (best.likeness() >= SAME_HEAD) {
      matched.add(best.was());
      Body was = best.was().person().body();
      double barer = best.now().body().newlyBare(best.mirrored() ? was.mirrored() : was);
      return new Pair(now.picture(), best.was().picture(), Way.ALIGNED, barer);
    }
    Seen least =
        were.stream()
            .min(Comparator.comparingDouble(was -> was.person().body().bare()))
            .orElse(best.was());
    double barer = now.person().body().bare() - least.person().body().bare();
    return new Pair(now.picture(), least.picture(), Way.APART, Math.clamp(barer, 0, 1));
  }

  private static Match best(Person now, List<Seen> were) {
    Match best = new Match(were.getFirst(), false, now, -1);
    for (Seen was : were) {
      for (boolean mirrored : new boolean[] {false, true}) {
        double likeness = now.head().likeness(was.person().head(), mirrored);
        if (likeness > best.likeness()) {
          best = new Match(was, mirrored, now, likeness);
        }
      }
    }
    return best;
  }

  /** Somebody whose face the output does not show, where it shows the same scene. */
  private List<Pair> hidden(int output, Seen was) {
    List<Pair> pairs = new ArrayList<>();
    for (View view : spread(after.get(output))) {
      boolean sameShape =
          was.person().hasShapeOf((double) view.raster().height() / view.raster().width());
      if (sameShape && scene(view).likeness(scene(was.view()), false) >= SAME_SCENE) {
        double barer = was.person().placedIn(view.raster()).newlyBare(was.person().body());
        pairs.add(new Pair(output, was.picture(), Way.ALIGNED, barer));
      }
    }
    return pairs;
  }

  private static Head scene(View view) {
    return Head.scene(view.small());
  }
}
