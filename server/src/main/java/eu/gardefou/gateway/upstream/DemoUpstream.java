package eu.gardefou.gateway.upstream;

import eu.gardefou.gateway.upstream.UpstreamAnswer.RawPicture;
import eu.gardefou.gateway.upstream.UpstreamAnswer.Usage;
import eu.gardefou.gateway.upstream.UpstreamFailure.Kind;
import eu.gardefou.wire.Belongings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws test cards, so that everything can be tried with no account and no network. The same order
 * gives the same bytes. It writes PNG and JPEG; Java has no writer for WebP.
 */
public final class DemoUpstream implements Upstream {
  private static final int USUAL_SIDE = 1_024;

  @Override
  public UpstreamAnswer make(UpstreamOrder order, Belongings belongings) {
    String format = order.settings().encoding().format();
    if ("webp".equals(format)) {
      throw new UpstreamFailure(Kind.REJECTED, "the demo cannot write WebP", "output_format", 0);
    }
    List<BufferedImage> sources = order.images().stream().map(DemoUpstream::read).toList();
    int[] size = size(order, sources);
    int count = order.settings().count();
    List<RawPicture> pictures = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      List<String> lines =
          List.of(
              "GARDEFOU DEMO",
              word(order.task()) + " " + size[0] + "X" + size[1] + " " + i + " OF " + count);
      int seed = order.prompt().hashCode() + i;
      BufferedImage card = TestCard.draw(size[0], size[1], sources, seed, lines);
      pictures.add(
          new RawPicture(write(card, format, order.settings().encoding().compression()), null));
    }
    return new UpstreamAnswer.Made(pictures, Usage.NONE);
  }

  private static String word(UpstreamOrder.Task task) {
    return switch (task) {
      case GENERATE -> "GENERATION";
      case EDIT -> "EDIT";
      case VARY -> "VARIATION";
    };
  }

  private static int[] size(UpstreamOrder order, List<BufferedImage> sources) {
    String size = order.settings().look().size();
    if (size != null && !size.equals("auto")) {
      int cross = size.indexOf('x');
      return new int[] {
        Integer.parseInt(size.substring(0, cross)), Integer.parseInt(size.substring(cross + 1))
      };
    }
    return new int[] {USUAL_SIDE, sources.isEmpty() ? USUAL_SIDE : likeFirst(sources.getFirst())};
  }

  /** As high as the first picture would be at the usual width, within reason. */
  private static int likeFirst(BufferedImage first) {
    long height = (long) USUAL_SIDE * first.getHeight() / first.getWidth();
    return Math.clamp(height, USUAL_SIDE / 2, USUAL_SIDE * 2);
  }

  /** Reads a PNG of our own making. ImageIO's usual streams go through a file; these do not. */
  private static BufferedImage read(byte[] png) {
    try {
      BufferedImage image =
          ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
      if (image == null) {
        throw new UpstreamFailure(Kind.BROKEN, "the demo was sent no picture");
      }
      return image;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] write(
      BufferedImage card, @Nullable String format, @Nullable Integer compression) {
    boolean jpeg = "jpeg".equals(format);
    ImageWriter writer = ImageIO.getImageWritersByFormatName(jpeg ? "jpeg" : "png").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    if (jpeg && compression != null) {
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(compression / 100f);
    }
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(card, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
