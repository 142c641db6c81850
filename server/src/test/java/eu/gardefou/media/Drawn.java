package eu.gardefou.media;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Pictures for tests, drawn in code. */
final class Drawn {
  private Drawn() {}

  /** A lake with a boat; no two corners are alike, so that turns and flips show. */
  static BufferedImage lake(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
    g.fillRect(0, 0, width, height);
    g.setColor(Color.RED);
    g.fillRect(0, 0, width / 3, height / 5);
    g.setColor(Color.GREEN);
    g.fillOval(width / 2, height / 2, width / 4, height / 3);
    g.setColor(Color.WHITE);
    g.setStroke(new BasicStroke(Math.max(1, width / 40f)));
    g.drawLine(0, height, width, height / 3);
    g.dispose();
    return image;
  }

  static BufferedImage lake(int width, int height) {
    return lake(width, height, BufferedImage.TYPE_INT_RGB);
  }

  /** The drawing as {@code 0xRRGGBB}. */
  static int[] lakePixels(int width, int height) {
    int[] rgb = lake(width, height).getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] &= 0xFFFFFF;
    }
    return rgb;
  }

  /** Noise with all alphas, colour under full transparency included. */
  static int[] noise(int count, SplittableRandom random) {
    int[] argb = new int[count];
    for (int i = 0; i < count; i++) {
      int pixel = random.nextInt();
      argb[i] =
          switch (random.nextInt(4)) {
            case 0 -> pixel & 0xFFFFFF;
            case 1 -> pixel | 0xFF000000;
            default -> pixel;
          };
    }
    return argb;
  }
}
