package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import eu.gardefou.media.Raster;
import eu.gardefou.models.Model;
import eu.gardefou.vision.ModelManifest.Resizing;

/**
 * A classifier of sexual content, and how it is asked about one way of looking.
 *
 * <p>The reference is the classifier's own way of making a picture small. That of nsfwjs looks at
 * few of the pixels of a large picture, so somebody can hide one picture in another: what a person
 * sees, and what the classifier sees. Where a smooth reduction, which looks at every pixel, shows
 * another picture, the classifier is asked about both. Asking always would not help: smooth
 * pictures make these models call clothed people explicit.
 */
final class ContentModel {
  private final Net net;
  private final ContentAnswer answer;

  ContentModel(Net net) {
    this.net = net;
    this.answer = new ContentAnswer(net.manifest());
  }

  Model model() {
    return net.model();
  }

  /** Side of the square that it sees. */
  int side() {
    return net.manifest().input().size();
  }

  boolean tellsSuggestive() {
    return answer.tellsSuggestive();
  }

  /** Looks once, or twice where the smooth reduction shows another picture. */
  void look(View view, Look look, Strictest strictest) throws OrtException {
    String name = view.place() + look.name();
    float[] smooth = smooth(view, look);
    if (net.manifest().input().resize() == Resizing.SMOOTH) {
      strictest.add(ask(smooth), look, name);
      return;
    }
    float[] reference = Resize.cornersOnCorners(view.raster(), look.region(), side());
    strictest.add(ask(reference), look, name);
    if (Disagreement.between(reference, smooth, side()) > Disagreement.ANOTHER_PICTURE) {
      strictest.add(ask(smooth), look, name + "-smooth");
    }
  }

  private ContentAnswer.Content ask(float[] picture) throws OrtException {
    return answer.read(net.answer(picture, 1));
  }

  /** From a copy that all models share; a part from one that has enough of its pixels. */
  private float[] smooth(View view, Look look) {
    Raster from = look.part() ? view.copyFor(look.region(), side()) : view.small();
    float[] smooth = Resize.smooth(from, look.region().in(view.raster(), from), side(), side());
    for (int i = 0; i < smooth.length; i++) {
      smooth[i] /= 255;
    }
    return smooth;
  }
}
