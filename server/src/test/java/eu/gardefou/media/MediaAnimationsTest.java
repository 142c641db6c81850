package eu.gardefou.media;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.media.UnreadablePicture.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Every frame of an animation is there, put together as a viewer does. */
final class MediaAnimationsTest {
  private static final int W = 12;
  private static final int H = 10;

  private final Media media = new Media(MediaLimits.DEFAULT);

  @Test
  void putsGifFramesTogetherAsAViewerDoes() {
    SplittableRandom random = new SplittableRandom(11);
    List<Integer> palette = random.ints(256, 0, 1 << 24).boxed().toList();
    for (int round = 0; round < 30; round++) {
      List<Part> parts = new ArrayList<>();
      List<int[]> pixels = new ArrayList<>();
      GifBytes gif = new GifBytes(W, H, palette);
      for (Part part : Parts.random(W, H, 6, List.of(Part.After.values()), random)) {
        byte[] indices = new byte[part.width() * part.height()];
        random.nextBytes(indices);
        int transparent = random.nextInt(-1, 256);
        int[] frame = new int[indices.length];
        for (int i = 0; i < frame.length; i++) {
          int index = indices[i] & 0xFF;
          frame[i] = palette.get(index) | (index == transparent ? 0 : Argb.OPAQUE);
        }
        gif.frame(part, indices, transparent);
        parts.add(Parts.part(part.x(), part.y(), part.width(), part.height(), true, part.after()));
        pixels.add(frame);
      }

      assertShown(media.decode(gif.end()), Parts.shown(W, H, parts, pixels), 0);
    }
  }

  @Test
  void putsApngFramesTogetherAsAViewerDoes() {
    SplittableRandom random = new SplittableRandom(12);
    for (int round = 0; round < 30; round++) {
      List<Part> parts = Parts.random(W, H, 5, List.of(Part.After.values()), random);
      List<int[]> pixels = noise(parts, random);

      assertShown(media.decode(apng(parts, pixels)), Parts.shown(W, H, parts, pixels), 1);
    }
  }

  @Test
  void putsWebpFramesTogetherAsAViewerDoes() {
    SplittableRandom random = new SplittableRandom(13);
    for (int round = 0; round < 30; round++) {
      List<Part> parts = Parts.random(W, H, 5, List.of(Part.After.KEEP, Part.After.CLEAR), random);
      List<int[]> pixels = noise(parts, random);
      WebpBytes webp = new WebpBytes().extended(2 | 16, W, H).animation();
      for (int i = 0; i < parts.size(); i++) {
        webp.frame(parts.get(i), pixels.get(i));
      }

      assertShown(media.decode(webp.end()), Parts.shown(W, H, parts, pixels), 1);
    }
  }

  @Test
  void looksAtThePictureThatOnlyViewersWithoutAnimationShow() {
    int[] still = Drawn.lakePixels(W, H);
    Part whole = Parts.part(0, 0, W, H, false, Part.After.KEEP);
    int[] moving = new int[W * H];
    Arrays.fill(moving, 0xFF112233);

    Picture picture =
        media.decode(
            new PngBytes()
                .header(W, H, 8, 6, false)
                .animation(1)
                .chunk("IDAT", PngBytes.rgbaData(W, opaque(still)))
                .control(0, whole)
                .frameData(1, PngBytes.rgbaData(W, moving))
                .end());

    assertThat(picture.frames()).hasSize(2);
    assertThat(picture.stored().rgb()).isEqualTo(still);
    assertThat(picture.frames().get(1).views().getFirst().rgb()).containsOnly(0x112233);
  }

  @Test
  void looksAtWhatLiesOutsideOfAGifScreen() {
    Part wide = Parts.part(0, 0, W, H, true, Part.After.KEEP);
    byte[] indices = new byte[W * H];
    indices[W * H - 1] = 1;

    Picture picture =
        media.decode(new GifBytes(2, 2, List.of(0x101010, 0xFFEEDD)).image(wide, indices).end());

    assertThat(picture.width()).isEqualTo(W);
    assertThat(picture.stored().rgb()[W * H - 1]).isEqualTo(0xFFEEDD);
  }

  @Test
  void keepsOneFrameForFramesThatLookAlike() {
    Part whole = Parts.part(0, 0, W, H, true, Part.After.KEEP);
    byte[] indices = new byte[W * H];
    GifBytes gif = new GifBytes(W, H, List.of(0x445566));
    for (int i = 0; i < 5; i++) {
      gif.frame(whole, indices, -1);
    }

    List<Frame> frames = media.decode(gif.end()).frames();

    assertThat(frames).hasSize(5);
    for (Frame frame : frames) {
      assertThat(frame).isSameAs(frames.getFirst());
    }
  }

  @Test
  void refusesAnAnimationThatIsNotWhatItSays() {
    List<Part> parts = Parts.random(W, H, 2, List.of(Part.After.KEEP), new SplittableRandom(1));
    List<int[]> pixels = noise(parts, new SplittableRandom(2));
    Part outside = Parts.part(4, 4, W, H, true, Part.After.KEEP);
    int[] big = new int[W * H];

    assertThat(
            Refusals.of(() ->
                media.decode(
                    new WebpBytes().extended(2, W, H).animation().frame(outside, big).end())))
        .isEqualTo(Cause.DAMAGED);
    assertThat(
            Refusals.of(() ->
                media.decode(apng(List.of(parts.get(0), outside), List.of(pixels.get(0), big)))))
        .isEqualTo(Cause.DAMAGED);
    assertThat(
            Refusals.of(() ->
                media.decode(
                    new PngBytes()
                        .header(W, H, 8, 6, false)
                        .animation(7)
                        .control(0, parts.get(0))
                        .chunk("IDAT", PngBytes.rgbaData(W, pixels.get(0)))
                        .end())))
        .isEqualTo(Cause.DAMAGED);
  }

  private static byte[] apng(List<Part> parts, List<int[]> pixels) {
    PngBytes png = new PngBytes().header(W, H, 8, 6, false).animation(parts.size());
    int sequence = 0;
    for (int i = 0; i < parts.size(); i++) {
      png.control(sequence++, parts.get(i));
      byte[] data = PngBytes.rgbaData(parts.get(i).width(), pixels.get(i));
      if (i == 0) {
        png.chunk("IDAT", data);
      } else {
        png.frameData(sequence++, data);
      }
    }
    return png.end();
  }

  private static List<int[]> noise(List<Part> parts, SplittableRandom random) {
    return parts.stream().map(p -> Drawn.noise(p.width() * p.height(), random)).toList();
  }

  private static int[] opaque(int[] rgb) {
    return Arrays.stream(rgb).map(p -> p | Argb.OPAQUE).toArray();
  }

  /** Views of every frame, sample by sample, within a tolerance for rounding. */
  private static void assertShown(Picture picture, List<int[]> expected, int tolerance) {
    assertThat(picture.frames()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      List<List<Integer>> seen = Views.of(picture.frames().get(i));
      List<List<Integer>> wanted = Views.of(expected.get(i));
      assertThat(seen).as("views of frame %d", i).hasSameSizeAs(wanted);
      for (int view = 0; view < wanted.size(); view++) {
        int[] one = seen.get(view).stream().mapToInt(p -> p).toArray();
        int[] other = wanted.get(view).stream().mapToInt(p -> p).toArray();
        // Where nearly everything is transparent, rounding the alpha changes the colour more.
        int allowed = view == 3 ? 128 * tolerance : 2 * tolerance;
        assertThat(Colours.largestChange(one, other))
            .as("frame %d, view %d", i, view)
            .isLessThanOrEqualTo(allowed);
      }
    }
  }
}
