package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import eu.gardefou.vision.Change.Bare;
import eu.gardefou.vision.Change.Pair;
import eu.gardefou.vision.Change.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the people in pictures that were made with those in the pictures that came.
 *
 * <p>Somebody in the output is laid over the person of the inputs whose head is the same picture,
 * be it mirrored. Who has no such person is measured against the least bare of all. Where the
 * output shows no face but is otherwise the same scene, it is measured at the place and by the
 * colour of the face that was there. Whoever came and is not found in an output by any of these
 * ways is unknown there, and so is everybody who was not measured at all: one who is compared says
 * nothing about another.
 */
final class ChangeCheck implements Check {
  /** Less sure than this, a box is no measure for anything. */
  private static final double SURE = 0.7;

  /** Frames of an animation that are compared, spread evenly. */
  private static final int FRAMES = 8;

  /** People of a still picture who are compared, the largest first. */
  private static final int PEOPLE = 16;

  /** People of each frame of an animation. */
  private static final int PEOPLE_OF_A_FRAME = 8;

  /** So alike are two pictures of one head, changed or not; two heads are less. */
  private static final double SAME_HEAD = 0.75;

  private static final double SAME_SCENE = 0.75;

  /** So alike are the shades of a picture and of its like in other colours. */
  private static final double RECOLOURED = 0.9;

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
  private record Seen(int picture, View view, Person person) {
    boolean isTinted(int input) {
      return picture == input && person.tinted();
    }

    /** The same one, be it on another ground or in another frame. */
    boolean isIn(List<Seen> others) {
      return others.stream()
          .anyMatch(other ->
              other.picture == picture && other.person.face().sharesPlaceWith(person.face()));
    }
  }

  /** Those who could be measured, and in which picture others were, one entry for each. */
  private record People(List<Seen> measured, List<Integer> unmeasured) {}

  @Override
  public List<String> models() {
    return List.of(Change.MODEL);
  }

  @Override
  public VisionFindings look(List<View> nothing, Stop stop) throws OrtException {
    People were = people(before, stop);
    People are = people(after, stop);
    List<Pair> pairs = new ArrayList<>();
    for (int output = 0; output < after.size(); output++) {
      stop.check();
      pairs.addAll(pairs(output, were, are));
    }
    found = new Change(bare(were.measured()), bare(are.measured()), pairs, List.of());
    return new VisionFindings(List.of(), List.of(), List.of());
  }

  /** What was found; null until everything was. */
  @Nullable Change found() {
    return found;
  }

  private People people(List<List<View>> pictures, Stop stop) throws OrtException {
    People people = new People(new ArrayList<>(), new ArrayList<>());
    for (int picture = 0; picture < pictures.size(); picture++) {
      List<View> views = pictures.get(picture);
      for (View view : spread(views)) {
        int most = views.size() == 1 ? PEOPLE : PEOPLE_OF_A_FRAME;
        int measured = 0;
        for (Box face : largestFirst(view.faces(finder, views.size(), stop))) {
          stop.check();
          boolean fit = face.confidence() >= SURE && measured < most;
          Person person = fit ? Person.of(view.raster(), face) : null;
          if (person == null) {
            people.unmeasured().add(picture);
          } else {
            measured++;
            people.measured().add(new Seen(picture, view, person));
          }
        }
      }
    }
    return people;
  }

  private static List<Box> largestFirst(List<Box> faces) {
    return faces.stream().sorted(Comparator.comparingDouble(Box::side).reversed()).toList();
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

  private List<Pair> pairs(int output, People before, People after) {
    List<Seen> were = before.measured();
    List<Pair> pairs = new ArrayList<>();
    List<Seen> matched = new ArrayList<>();
    for (Seen now : after.measured()) {
      if (now.picture() == output && !were.isEmpty()) {
        Pair pair = pair(now, were, matched);
        pairs.add(pair);
        if (now.person().tinted() || were.stream().anyMatch(was -> was.isTinted(pair.input()))) {
          // What was found counts; what was not found may be there.
          pairs.add(unknown(output, pair.input()));
        }
      }
    }
    for (Seen was : were) {
      if (!was.isIn(matched)) {
        List<Pair> hidden = hidden(output, was);
        pairs.addAll(hidden);
        if (hidden.isEmpty() || was.person().tinted()) {
          pairs.add(unknown(output, was.picture()));
        }
      }
    }
    before.unmeasured().forEach(picture -> pairs.add(unknown(output, picture)));
    after.unmeasured().stream()
        .filter(picture -> picture == output)
        .forEach(_ -> pairs.add(unknown(output, -1)));
    return pairs.isEmpty() ? List.of(unknown(output, -1)) : pairs;
  }

  private static Pair unknown(int output, int input) {
    return new Pair(output, input, Way.UNKNOWN, Double.NaN);
  }

  /** How a person of the output lies over one of the inputs. */
  private record Match(Seen was, boolean mirrored, Seen now, double likeness) {
    double newlyBare() {
      Body before = was.person().body();
      return isRecoloured()
          ? was.person().placedIn(now.view().raster(), now.person().skin()).newlyBareByLight(before)
          : now.person().body().newlyBare(mirrored ? before.mirrored() : before);
    }

    /** Whether the picture is the same in one colour, where cloth has the face's without more. */
    private boolean isRecoloured() {
      return now.person().tinted()
          && was.person().hasShapeOf(now.person().aspect())
          && scene(now.view()).likeness(scene(was.view()), false) >= RECOLOURED;
    }
  }

  private static Pair pair(Seen now, List<Seen> were, List<Seen> matched) {
    Match best = best(now, were);
    for (int turns = 1; turns < Turn.WAYS && best.likeness() < SAME_HEAD; turns++) {
      // The detector sees a face that lies on its side, but not always on which.
      Person turned = now.person().turned(now.view().raster(), turns);
      Match other = turned == null ? best : best(new Seen(now.picture(), now.view(), turned), were);
      best = other.likeness() > best.likeness() ? other : best;
    }
    return best.likeness() >= SAME_HEAD ? aligned(best.now(), were, matched) : apart(now, were);
  }

  /** Of all who have this head, the one to whom most is new: the others may be drawn over. */
  private static Pair aligned(Seen now, List<Seen> were, List<Seen> matched) {
    List<Match> alike =
        matches(now, were).stream().filter(match -> match.likeness() >= SAME_HEAD).toList();
    alike.forEach(match -> matched.add(match.was()));
    Match most = Collections.max(alike, Comparator.comparingDouble(Match::newlyBare));
    return new Pair(now.picture(), most.was().picture(), Way.ALIGNED, most.newlyBare());
  }

  private static Pair apart(Seen now, List<Seen> were) {
    Seen least =
        Collections.min(were, Comparator.comparingDouble(was -> was.person().body().bare()));
    double barer = now.person().body().bare() - least.person().body().bare();
    return new Pair(now.picture(), least.picture(), Way.APART, Math.clamp(barer, 0, 1));
  }

  private static Match best(Seen now, List<Seen> were) {
    return Collections.max(matches(now, were), Comparator.comparingDouble(Match::likeness));
  }

  /** Each of the inputs' people, held as it is more alike. */
  private static List<Match> matches(Seen now, List<Seen> were) {
    List<Match> matches = new ArrayList<>();
    for (Seen was : were) {
      Head head = now.person().head();
      double likeness = head.likeness(was.person().head(), false);
      double mirrored = head.likeness(was.person().head(), true);
      matches.add(new Match(was, mirrored > likeness, now, Math.max(likeness, mirrored)));
    }
    return matches;
  }

  /** Somebody whose face the output does not show, where it shows the same scene. */
  private List<Pair> hidden(int output, Seen was) {
    List<Pair> pairs = new ArrayList<>();
    for (View view : spread(after.get(output))) {
      boolean sameShape =
          was.person().hasShapeOf((double) view.raster().height() / view.raster().width());
      if (sameShape && scene(view).likeness(scene(was.view()), false) >= SAME_SCENE) {
        double barer =
            was.person()
                .placedIn(view.raster(), was.person().skin())
                .newlyBare(was.person().body());
        pairs.add(new Pair(output, was.picture(), Way.ALIGNED, barer));
      }
    }
    return pairs;
  }

  private static Head scene(View view) {
    return Head.scene(view.small());
  }
}
