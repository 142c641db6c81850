package eu.gardefou.gateway.upstream;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A plain picture that says of itself that it is no more than that: colour bars, or the pictures
 * that came with the order, side by side, above a band with a label. It never shows the order's
 * words.
 */
final class TestCard {
  private static final List<Color> BARS =
      List.of(
          new Color(0xE6E6E6),
          new Color(0xD9C84A),
          new Color(0x4AB8C8),
          new Color(0x58B368),
          new Color(0x8A6FBF),
          new Color(0xC8643C),
          new Color(0x3C5FA8));
  private static final Color INK = new Color(0x202428);
  private static final Color PAPER = new Color(0xF4F4F0);
  private static final int BAND = 4;
  private static final int MARGIN = 10;

  private final BufferedImage card;
  private final int picture;

  private TestCard(int width, int height) {
    this.card = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.picture = height - height / BAND;
  }

  /**
   * Draws a card.
   *
   * @param sources pictures to show; colour bars when there are none
   * @param seed shuffles the bars, so that different orders look different
   * @param lines capitals and digits
   */
  static BufferedImage draw(
      int width, int height, List<BufferedImage> sources, int seed, List<String> lines) {
    var card = new TestCard(width, height);
    Graphics2D graphics = card.card.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.setColor(PAPER);
      graphics.fillRect(0, 0, width, height);
      if (sources.isEmpty()) {
        card.bars(graphics, seed);
      } else {
        card.show(graphics, sources);
      }
      card.label(graphics, lines);
    } finally {
      graphics.dispose();
    }
    return card.card;
  }

  private void bars(Graphics2D graphics, int seed) {
    List<Color> shuffled = new ArrayList<>(BARS);
    Collections.shuffle(shuffled, new SplittableRandom(seed));
    int count = shuffled.size();
    for (int i = 0; i < count; i++) {
      graphics.setColor(shuffled.get(i));
      int from = card.getWidth() * i / count;
      graphics.fillRect(from, 0, card.getWidth() * (i + 1) / count - from, picture);
    }
  }

  private void show(Graphics2D graphics, List<BufferedImage> sources) {
    int count = sources.size();
    for (int i = 0; i < count; i++) {
      BufferedImage source = sources.get(i);
      int left = card.getWidth() * i / count;
      int room = card.getWidth() * (i + 1) / count - left;
      double scale =
          Math.min((double) room / source.getWidth(), (double) picture / source.getHeight());
      int width = Math.max(1, (int) (source.getWidth() * scale));
      int height = Math.max(1, (int) (source.getHeight() * scale));
      int x = left + (room - width) / 2;
      graphics.drawImage(source, x, (picture - height) / 2, width, height, null);
    }
  }

  private void label(Graphics2D graphics, List<String> lines) {
    graphics.setColor(INK);
    graphics.fillRect(0, picture, card.getWidth(), card.getHeight() - picture);
    graphics.setColor(PAPER);
    int longest = lines.stream().mapToInt(line -> PixelLetters.width(line, 1)).max().orElse(1);
    int row = (card.getHeight() - picture) / (lines.size() + 1);
    int wide = card.getWidth() * (MARGIN - 1) / MARGIN / longest;
    int scale = Math.max(1, Math.min(wide, row / MARGIN));
    for (int i = 0; i < lines.size(); i++) {
      int x = (card.getWidth() - PixelLetters.width(lines.get(i), scale)) / 2;
      int y = picture + row * (i + 1) - PixelLetters.height(scale) / 2;
      PixelLetters.draw(graphics, lines.get(i), x, y, scale);
    }
  }
}
