package eu.gardefou.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Damages good files at random: a picture or a plain refusal comes out, never anything else. */
final class MediaMutationTest {
  private static final MediaLimits LIMITS =
      new MediaLimits(1 << 20, 1 << 18, 8, Duration.ofSeconds(20));
  private static final int ROUNDS = 100;

  private final Workroom room = new Workroom(128 << 20, 2, Duration.ofSeconds(60));
  private final Media media = new Media(LIMITS, room);

  @Test
  void onlyRefusalsComeOutOfDamagedFiles() throws IOException {
    SplittableRandom random = new SplittableRandom(20_260_101);
    int refused = 0;
    List<byte[]> seeds = seeds();
    for (byte[] seed : seeds) {
      for (int round = 0; round < ROUNDS; round++) {
        refused += decode(mutated(seed, random)) ? 0 : 1;
      }
    }
    assertThat(refused).isBetween(seeds.size() * ROUNDS / 10, seeds.size() * ROUNDS);
    assertThat(room.budget().free()).isEqualTo(128 << 20);
  }

  private boolean decode(byte[] file) {
    try (Picture picture = media.decode(file)) {
      assertThat(picture.canonicalPng().bytes()).isNotEmpty();
      return true;
    } catch (UnreadablePicture refusal) {
      return false;
    } catch (RuntimeException | Error failure) {
      throw new AssertionError(
          "save this file in the corpus: " + HexFormat.of().formatHex(file), failure);
    }
  }

  /** Flips, overwrites, cuts, repeats or exchanges some bytes. */
  static byte[] mutated(byte[] seed, SplittableRandom random) {
    byte[] file = seed.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      // Headers are where the interesting numbers are.
      int reach = random.nextBoolean() ? file.length : Math.min(file.length, 120);
      int at = random.nextInt(reach);
      switch (random.nextInt(6)) {
        case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> file[at] = (byte) random.nextInt();
        case 2 -> file[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
        case 3 -> Arrays.fill(file, at, Math.min(file.length, at + 4), (byte) 0xFF);
        case 4 -> file = Arrays.copyOf(file, Math.max(1, file.length - random.nextInt(20)));
        default -> {
          int count = Math.min(random.nextInt(1, 30), file.length - at);
          System.arraycopy(file, random.nextInt(file.length - count + 1), file, at, count);
        }
      }
    }
    // With a wrong checksum nothing else of a PNG would be looked at.
    return random.nextInt(8) == 0 ? file : PngBytes.withRightChecksums(file);
  }

  static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(5);
    seeds.add(JpegBytes.withOrientation(JpegBytes.of(Drawn.lake(24, 20)), 6));
    seeds.add(JpegBytes.progressive(Drawn.lake(24, 20)));
    seeds.add(JpegBytes.of(Drawn.lake(24, 20, BufferedImage.TYPE_BYTE_GRAY)));
    seeds.add(JpegBytes.inks(8, 8, new byte[256]));
    seeds.add(
        JpegBytes.withFurtherPicture(
            JpegBytes.of(Drawn.lake(9, 9)), JpegBytes.of(Drawn.lake(4, 4))));
    for (int[] kind : new int[][] {{6, 8}, {0, 16}, {3, 4}, {2, 16}}) {
      seeds.add(PngSamples.random(kind[0], kind[1], true, random).file());
    }
    List<Part> parts = Parts.random(6, 6, 3, List.of(Part.After.values()), random);
    GifBytes gif = new GifBytes(6, 6, List.of(1, 2, 3, 0xFFFFFF));
    WebpBytes webp = new WebpBytes().extended(2 | 16, 6, 6).animation();
    for (Part part : parts) {
      gif.frame(part, new byte[part.width() * part.height()], 2);
      webp.frame(part, new int[part.width() * part.height()]);
    }
    seeds.add(gif.end());
    seeds.add(webp.end());
    seeds.add(WebpBytes.of(5, Drawn.noise(25, random)));
    for (String name :
        List.of("lossy-usual", "lossy-with-alpha", "lossless-drawing", "lossless-4-colours")) {
      seeds.add(resource(name + ".webp"));
    }
    seeds.add(new TiffBytes().page(6, 6, 1, 8, new byte[36]).page(4, 4, 3, 8, new byte[48]).end());
    seeds.add(resource("lzw.tif"));
    seeds.add(resource("jpeg-inside.tif"));
    seeds.add(resource("fax.tif"));
    seeds.add(BmpBytes.of(5, 5, 24, 0, new byte[80]));
    seeds.add(BmpBytes.of(4, 2, 8, 1, new byte[] {4, 1, 0, 0, 4, 2, 0, 1}));
    return seeds;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            MediaMutationTest.class.getResourceAsStream("/media/golden/" + name))) {
      return stream.readAllBytes();
    }
  }
}
