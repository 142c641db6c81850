package eu.gardefou.screening;

import eu.gardefou.media.CanaryFiles;
import eu.gardefou.media.Frame;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import eu.gardefou.policy.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Scores drawn pictures: the more of it is turquoise the more explicit, by two models that agree.
 * Lilac is a face of forty years.
 *
 * @param everything whether it looks at all frames and views, as it should; otherwise at the first
 */
record CanaryCheck(boolean everything) implements PictureCheck {
  private static final int LILAC = 0xC8A2C8;
  private static final int NEAR = 14;
  private static final double MOST = 0.25;

  @Override
  public String name() {
    return "vision";
  }

  @Override
  public List<Signal> look(Signal.Part part, int index, Picture picture) {
    double explicit =
        views(picture).mapToDouble(v -> share(v, CanaryFiles.TURQUOISE)).max().orElse(0);
    double value = Math.min(1, explicit / MOST);
    List<Signal> signals = new ArrayList<>();
    for (String model : List.of("one", "two")) {
      signals.add(new Signal.Score(part, index, "explicit", value, model, "v"));
    }
    if (views(picture).anyMatch(view -> share(view, LILAC) > 0.01)) {
      signals.add(new Signal.Face(part, index, 0.9, 40, "faces", "v"));
    }
    return signals;
  }

  private Stream<Raster> views(Picture picture) {
    return everything
        ? picture.frames().stream().flatMap(frame -> frame.views().stream())
        : picture.frames().stream().map(Frame::views).map(List::getFirst).limit(1);
  }

  private static double share(Raster raster, int colour) {
    int count = 0;
    for (int rgb : raster.rgb()) {
      count += isNear(rgb, colour) ? 1 : 0;
    }
    return (double) count / raster.rgb().length;
  }

  private static boolean isNear(int rgb, int colour) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((rgb >> shift & 0xFF) - (colour >> shift & 0xFF)) > NEAR) {
        return false;
      }
    }
    return true;
  }
}
