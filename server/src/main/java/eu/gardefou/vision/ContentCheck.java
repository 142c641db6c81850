package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import eu.gardefou.media.Raster;
import eu.gardefou.models.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sexual content, by one of the classifiers of nsfwjs.
 *
 * <p>The reference is nsfwjs' own way of making a picture small. It looks at few of the pixels of a
 * large picture, so somebody can hide one picture in another: what a person sees, and what the
 * classifier sees. Where a smooth reduction, which looks at every pixel, shows another picture, the
 * classifier is asked about both and the stricter counts. Asking always would not help: smooth
 * pictures make these models call clothed people explicit. A long picture is also looked at in
 * pieces, since a square squeezes it.
 */
final class ContentCheck implements Check {
  /** Positions in the model's answer: Drawing, Hentai, Neutral, Porn, Sexy. */
  private static final int HENTAI = 1;

  private static final int PORN = 3;
  private static final int SEXY = 4;
  private static final int CLASSES = 5;

  private final Net net;
  private final int side;

  ContentCheck(Net net, int side) {
    this.net = net;
    this.side = side;
  }

  @Override
  public List<String> models() {
    return List.of(net.model().name());
  }

  @Override
  public VisionFindings look(List<View> views, Stop stop) throws OrtException {
    Strictest strictest = new Strictest();
    for (View view : views) {
      for (Map.Entry<String, Region> region : regions(view).entrySet()) {
        stop.check();
        look(view, region.getKey(), region.getValue(), strictest);
      }
    }
    Model model = net.model();
    return new VisionFindings(
        List.of(
            strictest.explicit.score("explicit", model),
            strictest.suggestive.score("suggestive", model)),
        List.of(),
        List.of());
  }

  private static Map<String, Region> regions(View view) {
    Map<String, Region> regions = new LinkedHashMap<>();
    regions.put("whole", Region.all(view.raster()));
    if (view.isLong()) {
      for (Region piece : Region.pieces(view.raster())) {
        regions.put("piece-" + regions.size(), piece);
      }
    }
    return regions;
  }

  private void look(View view, String name, Region region, Strictest strictest)
      throws OrtException {
    float[] reference = Resize.cornersOnCorners(view.raster(), region, side);
    strictest.add(classify(reference), view.place() + name);
    Raster small = view.small();
    float[] smooth = Resize.smooth(small, region.in(view.raster(), small), side, side);
    for (int i = 0; i < smooth.length; i++) {
      smooth[i] /= 255;
    }
    if (Disagreement.between(reference, smooth, side) > Disagreement.ANOTHER_PICTURE) {
      strictest.add(classify(smooth), view.place() + name + "-smooth");
    }
  }

  private float[] classify(float[] picture) throws OrtException {
    Map<String, float[]> outputs = net.run(picture, side);
    float[] chances = outputs.get("probabilities");
    if (chances == null || chances.length != CLASSES) {
      throw new IllegalStateException("a classifier gave no probabilities");
    }
    return chances;
  }

  private static final class Strictest {
    private Sighting explicit = new Sighting(0, "whole");
    private Sighting suggestive = explicit;

    void add(float[] chances, String view) {
      explicit = explicit.or((double) chances[HENTAI] + chances[PORN], view);
      suggestive = suggestive.or(chances[SEXY], view);
    }
  }

  private record Sighting(double value, String view) {
    /** The stricter of this and what another view shows. */
    Sighting or(double found, String where) {
      if (Double.isNaN(found)) {
        throw new IllegalStateException("a classifier gave no number");
      }
      return found > value ? new Sighting(Math.min(found, 1), where) : this;
    }

    Score score(String measure, Model model) {
      return new Score(measure, value, model.name(), model.version(), view);
    }
  }
}
