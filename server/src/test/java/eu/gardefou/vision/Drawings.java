package eu.gardefou.vision;

import eu.gardefou.media.FileDigests;
import eu.gardefou.media.Frame;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Pictures drawn in code: patterns, and a cartoon of a person in a blue jumper. */
final class Drawings {
  private Drawings() {}

  static Picture picture(Raster... views) {
    return new Picture(
        "png",
        List.of(new Frame(List.of(views))),
        views[0],
        FileDigests.of(new byte[0]),
        () -> new byte[0]);
  }

  static Picture animation(Raster... frames) {
    List<Frame> all = List.of(frames).stream().map(frame -> new Frame(List.of(frame))).toList();
    return new Picture("gif", all, frames[0], FileDigests.of(new byte[0]), () -> new byte[0]);
  }

  /** The patterns that were also shown to nsfwjs. */
  static Raster pattern(int pattern, int width, int height) {
    int[] rgb = new int[width * height];
    for (int i = 0; i < rgb.length; i++) {
      for (int c = 0; c < 3; c++) {
        rgb[i] = (rgb[i] << 8) | value(pattern, i % width, i / width, c);
      }
    }
    return new Raster(width, height, rgb);
  }

  private static int value(int pattern, int x, int y, int c) {
    return switch (pattern) {
      case 0 -> (x * 3 + y * 5 + c * 40) & 255;
      case 2 -> (((x >> 4) ^ (y >> 4)) * (29 + c * 18)) & 255;
      case 3 -> ((x * y) >> (5 + c)) & 255;
      case 4 -> 96 + c * 32 + ((x >> 5) + (y >> 5)) % 3 * 24;
      default -> throw new IllegalArgumentException("there is no pattern " + pattern);
    };
  }

  static Raster noise(RandomGenerator random, int width, int height) {
    return new Raster(width, height, random.ints((long) width * height, 0, 1 << 24).toArray());
  }

  /** A person on a plain ground; the head is about 100 times {@code scale} pixels wide. */
  static Raster person(int width, int height, int x, int y, double scale) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Color above = new Color(150, 170, 190);
    pen.setPaint(new GradientPaint(0, 0, above, width, height, new Color(90, 110, 120)));
    pen.fillRect(0, 0, width, height);
    pen.translate(x, y);
    pen.scale(scale, scale);
    drawHead(pen);
    drawEyes(pen);
    drawNoseAndMouth(pen);
    pen.dispose();
    int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
    return new Raster(width, height, Arrays.stream(rgb).map(pixel -> pixel & 0xFFFFFF).toArray());
  }

  private static void drawHead(Graphics2D pen) {
    oval(pen, new Color(40, 60, 120), -110, 95, 220, 160);
    oval(pen, new Color(60, 40, 30), -62, -85, 124, 150);
    pen.setColor(new Color(205, 160, 130));
    pen.fill(new Rectangle2D.Double(-22, 50, 44, 60));
    Color[] skin = {new Color(235, 195, 165), new Color(180, 130, 105)};
    float[] places = {0, 1};
    pen.setPaint(new RadialGradientPaint(new Point2D.Double(-10, -10), 90, places, skin));
    pen.fill(new Ellipse2D.Double(-50, -65, 100, 135));
  }

  private static void drawEyes(Graphics2D pen) {
    for (int side = -1; side <= 1; side += 2) {
      int x = side * 22;
      oval(pen, new Color(60, 40, 30), x - 15, -26, 30, 6);
      oval(pen, new Color(250, 250, 250), x - 11, -15, 22, 11);
      oval(pen, new Color(50, 35, 25), x - 5, -15, 10, 11);
    }
  }

  private static void drawNoseAndMouth(Graphics2D pen) {
    pen.setColor(new Color(190, 140, 115));
    pen.fillPolygon(new int[] {-4, 4, 10, -10}, new int[] {-12, -12, 20, 20}, 4);
    oval(pen, new Color(120, 80, 65), -9, 16, 7, 5);
    oval(pen, new Color(120, 80, 65), 2, 16, 7, 5);
    oval(pen, new Color(170, 80, 80), -20, 34, 40, 12);
    pen.setColor(new Color(110, 50, 50));
    pen.fill(new Rectangle2D.Double(-18, 39, 36, 2));
  }

  private static void oval(Graphics2D pen, Color colour, int x, int y, int width, int height) {
    pen.setColor(colour);
    pen.fill(new Ellipse2D.Double(x, y, width, height));
  }
}
