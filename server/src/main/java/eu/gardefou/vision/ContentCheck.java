package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import eu.gardefou.media.Raster;
import eu.gardefou.models.Model;
import eu.gardefou.vision.ModelManifest.Resizing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sexual content, by one classifier.
 *
 * <p>The picture is looked at in several ways, see {@link Look}, and the strictest answer counts.
 * The reference is the classifier's own way of making a picture small. That of nsfwjs looks at few
 * of the pixels of a large picture, so somebody can hide one picture in another: what a person
 * sees, and what the classifier sees. Where a smooth reduction, which looks at every pixel, shows
 * another picture, the classifier is asked about both. Asking always would not help: smooth
 * pictures make these models call clothed people explicit.
 */
final class ContentCheck implements Check {
  private final Net net;
  private final ContentAnswer answer;
  private final int side;
  private final @Nullable FaceFinder finder;
  private final boolean every;

  ContentCheck(Net net, @Nullable FaceFinder finder) {
    this(net, finder, false);
  }

  /**
   * Creates one.
   *
   * @param every whether the answer to every way of looking is told, not the strictest only
   */
  ContentCheck(Net net, @Nullable FaceFinder finder, boolean every) {
    this.every = every;
    this.net = net;
    this.answer = new ContentAnswer(net.manifest());
    this.side = net.manifest().input().size();
    this.finder = finder;
  }

  @Override
  public List<String> models() {
    return List.of(net.model().name());
  }

  @Override
  public VisionFindings look(List<View> views, Stop stop) throws OrtException {
    Strictest strictest = new Strictest();
    for (View view : views) {
      for (Look look : Look.at(view, views.size(), finder, stop)) {
        stop.check();
        look(view, look, strictest);
      }
    }
    List<Score> scores =
        every ? strictest.every(net.model(), answer) : strictest.scores(net.model(), answer);
    return new VisionFindings(scores, List.of(), List.of());
  }

  private void look(View view, Look look, Strictest strictest) throws OrtException {
    String name = view.place() + look.name();
    float[] smooth = smooth(view, look);
    if (net.manifest().input().resize() == Resizing.SMOOTH) {
      strictest.add(answer.read(net.answer(smooth, 1)), look, name);
      return;
    }
    float[] reference = Resize.cornersOnCorners(view.raster(), look.region(), side);
    strictest.add(answer.read(net.answer(reference, 1)), look, name);
    if (Disagreement.between(reference, smooth, side) > Disagreement.ANOTHER_PICTURE) {
      strictest.add(answer.read(net.answer(smooth, 1)), look, name + "-smooth");
    }
  }

  /** A part is made small from all its pixels, the whole from a copy that all models share. */
  private float[] smooth(View view, Look look) {
    Raster from = look.part() ? view.raster() : view.small();
    float[] smooth = Resize.smooth(from, look.region().in(view.raster(), from), side, side);
    for (int i = 0; i < smooth.length; i++) {
      smooth[i] /= 255;
    }
    return smooth;
  }

  private static final class Strictest {
    private Sighting explicit = new Sighting(0, "whole");
    private Sighting suggestive = explicit;
    private @Nullable Sighting part;
    private final List<Seen> all = new ArrayList<>();

    void add(ContentAnswer.Content content, Look look, String view) {
      all.add(new Seen(content, look.part(), view));
      if (look.part()) {
        Sighting known = part == null ? new Sighting(0, view) : part;
        part = known.or(content.explicit(), view);
      } else {
        explicit = explicit.or(content.explicit(), view);
        suggestive = suggestive.or(content.suggestive(), view);
      }
    }

    List<Score> every(Model model, ContentAnswer answer) {
      List<Score> scores = new ArrayList<>();
      for (Seen seen : all) {
        String measure = seen.part() ? "explicit-part" : "explicit";
        scores.add(new Sighting(seen.content().explicit(), seen.view()).score(measure, model));
        if (!seen.part() && answer.tellsSuggestive()) {
          Sighting suggestive = new Sighting(seen.content().suggestive(), seen.view());
          scores.add(suggestive.score("suggestive", model));
        }
      }
      return scores;
    }

    List<Score> scores(Model model, ContentAnswer answer) {
      List<Score> scores = new ArrayList<>();
      scores.add(explicit.score("explicit", model));
      if (answer.tellsSuggestive()) {
        scores.add(suggestive.score("suggestive", model));
      }
      if (part != null) {
        scores.add(part.score("explicit-part", model));
      }
      return scores;
    }
  }

  private record Seen(ContentAnswer.Content content, boolean part, String view) {}

  private record Sighting(double value, String view) {
    /** The stricter of this and what another view shows. */
    Sighting or(double found, String where) {
      return found > value ? new Sighting(found, where) : this;
    }

    Score score(String measure, Model model) {
      return new Score(measure, value, model.name(), model.version(), view);
    }
  }
}
