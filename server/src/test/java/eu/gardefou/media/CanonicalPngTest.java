package eu.gardefou.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The file that is sent on holds the pixels that were looked at, and nothing else. */
final class CanonicalPngTest {
  private final Media media = new Media(MediaLimits.DEFAULT);

  @Test
  void holdsExactlyThePixelsHiddenColoursIncluded() throws IOException {
    SplittableRandom random = new SplittableRandom(21);
    for (int round = 0; round < 40; round++) {
      int width = random.nextInt(1, 90);
      int[] argb = Drawn.noise(width * random.nextInt(1, 90), random);

      byte[] canonical = media.decode(PngBytes.rgba(width, argb)).canonicalPng().bytes();

      assertThat(read(canonical)).isEqualTo(argb);
    }
  }

  @Test
  void holdsFlatAndBusyPartsOfALargePictureExactly() throws IOException {
    int width = 900;
    int[] argb = Drawn.lake(width, 700).getRGB(0, 0, width, 700, null, 0, width);
    int[] noise = new SplittableRandom(22).ints(width * 200L).map(p -> p | Argb.OPAQUE).toArray();
    System.arraycopy(noise, 0, argb, width * 300, noise.length);

    byte[] canonical = media.decode(PngBytes.rgba(width, argb)).canonicalPng().bytes();

    assertThat(read(canonical)).isEqualTo(argb);
    assertThat(canonical).hasSizeLessThan(width * 300 * 4);
  }

  @Test
  void isUprightAndHasNoMetadata() throws IOException {
    byte[] jpeg =
        JpegBytes.with(
            JpegBytes.withOrientation(JpegBytes.of(Drawn.lake(40, 20)), 6),
            JpegWalk.COM,
            JpegBytes.ascii("made by somebody, somewhere"));
    Picture picture = media.decode(jpeg);

    byte[] canonical = picture.canonicalPng().bytes();

    BufferedImage again = ImageIO.read(new ByteArrayInputStream(canonical));
    assertThat(again.getWidth()).isEqualTo(20);
    assertThat(Arrays.stream(read(canonical)).map(Argb::withoutAlpha).toArray())
        .isEqualTo(picture.frames().getFirst().views().getFirst().rgb());
    assertThat(chunks(canonical)).containsExactly("IHDR", "IDAT", "IEND");
  }

  @Test
  void isMadeOnceEvenForManyThreads() throws InterruptedException, ExecutionException {
    Picture picture = media.decode(JpegBytes.of(Drawn.lake(300, 200)));
    List<Future<byte[]>> files = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        files.add(threads.submit(() -> picture.canonicalPng().bytes()));
      }
    }
    for (Future<byte[]> file : files) {
      assertThat(file.get()).isSameAs(picture.canonicalPng().bytes());
    }
  }

  @Test
  void canBeDecodedAgainAndStaysTheSame() {
    int[] argb = Drawn.noise(50 * 31, new SplittableRandom(23));
    byte[] once = media.decode(PngBytes.rgba(50, argb)).canonicalPng().bytes();

    assertThat(media.decode(once).canonicalPng().bytes()).isEqualTo(once);
  }

  @Test
  void writesAViewForShowing() throws IOException {
    int[] rgb = Drawn.lakePixels(30, 20);

    assertThat(
            Arrays.stream(read(Media.png(new Raster(30, 20, rgb))))
                .map(Argb::withoutAlpha)
                .toArray())
        .isEqualTo(rgb);
  }

  private static int[] read(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int width = image.getWidth();
    return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
  }

  private static List<String> chunks(byte[] png) {
    List<String> names = new ArrayList<>();
    for (int at = 8;
        at < png.length;
        at += 12 + (Numbers.big16(png, at) << 16) + Numbers.big16(png, at + 2)) {
      names.add(new String(png, at + 4, 4, StandardCharsets.US_ASCII));
    }
    return names;
  }
}
