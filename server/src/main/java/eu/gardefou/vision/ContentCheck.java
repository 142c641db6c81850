package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import eu.gardefou.media.Raster;
import eu.gardefou.models.Model;
import java.util.ArrayList;
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
      for (Region region : regions(view)) {
        stop.check();
        look(view, region, strictest);
      }
    }
    Model model = net.model();
    return new VisionFindings(
        List.of(
            new Score("explicit", strictest.explicit, model.name(), model.version()),
            new Score("suggestive", strictest.suggestive, model.name(), model.version())),
        List.of(),
        List.of());
  }

  private static List<Region> regions(View view) {
    List<Region> regions = new ArrayList<>();
    regions.add(Region.all(view.raster()));
    if (view.isLong()) {
      regions.addAll(Region.pieces(view.raster()));
    }
    return regions;
  }

  private void look(View view, Region region, Strictest strictest) throws OrtException {
    float[] reference = Resize.cornersOnCorners(view.raster(), region, side);
    strictest.add(classify(reference));
    Raster small = view.small();
    float[] smooth = Resize.smooth(small, region.in(view.raster(), small), side, side);
    for (int i = 0; i < smooth.length; i++) {
      smooth[i] /= 255;
    }
    if (Disagreement.between(reference, smooth, side) > Disagreement.ANOTHER_PICTURE) {
      strictest.add(classify(smooth));
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
    private double explicit;
    private double suggestive;

    void add(float[] chances) {
      explicit = stricter(explicit, (double) chances[HENTAI] + chances[PORN]);
      suggestive = stricter(suggestive, chances[SEXY]);
    }

    private static double stricter(double known, double found) {
      if (Double.isNaN(found)) {
        throw new IllegalStateException("a classifier gave no number");
      }
      return Math.clamp(Math.max(known, found), 0, 1);
    }
  }
}
