package eu.gardefou.hashing.js;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.hashing.Drawing;
import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.js.Node.Rgba;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JavaScript says of every picture what Java says, bit for bit. */
class PictureHashTest {
  private static final String GOLDEN = "/eu/gardefou/hashing/golden.tsv";

  @TempDir private Path folder;
  private Node node;

  @BeforeEach
  void start() {
    node = new Node(folder);
  }

  @Test
  void upstreamSaysTheSameOfEveryPose() throws Exception {
    List<Rgba> pictures = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String line : golden()) {
      String[] fields = line.split("\t", -1);
      int width = Integer.parseInt(fields[1]);
      int height = Integer.parseInt(fields[2]);
      Drawing drawing = Drawing.named(fields[0], width, height, Long.parseLong(fields[3]));
      pictures.add(Rgba.opaque(width, height, drawing.rgb()));
      List<String> poses = List.of(fields).subList(5, 13);
      expected.add(poses.getFirst() + " " + fields[4] + " " + String.join(" ", poses));
    }

    assertThat(expected).hasSizeGreaterThan(20);
    assertThat(node.hash(pictures)).isEqualTo(expected);
  }

  @Test
  void randomPicturesHashAsInJava() throws Exception {
    Random random = new Random(20261123);
    List<Rgba> pictures = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int k = 0; k < 300; k++) {
      String name = List.of("discs", "noise", "tiles").get(random.nextInt(3));
      int width = random.nextInt(1, 8 + 2 * k);
      int height = random.nextInt(1, 8 + 2 * k);
      Drawing drawing = Drawing.named(name, width, height, random.nextLong());
      pictures.add(Rgba.opaque(width, height, drawing.rgb()));
      expected.add(line(drawing.fingerprint()));
    }

    assertThat(node.hash(pictures)).isEqualTo(expected);
  }

  @Test
  void alphaIsIgnored() throws Exception {
    Drawing drawing = Drawing.named("discs", 90, 70, 4);
    List<Rgba> pictures = new ArrayList<>();
    for (int alpha : new int[] {0, 1, 127, 255}) {
      pictures.add(Rgba.of(90, 70, drawing.rgb(), alpha));
    }

    assertThat(node.hash(pictures)).hasSize(4).containsOnly(line(drawing.fingerprint()));
  }

  @Test
  void aBufferThatDoesNotFitIsRefused() throws Exception {
    ByteBuffer samples = ByteBuffer.allocate(400);
    List<Rgba> pictures =
        List.of(
            new Rgba(10, 11, samples),
            new Rgba(-10, -10, samples),
            new Rgba(65536, 65536, samples),
            new Rgba(10, 10, ByteBuffer.allocate(399)));

    assertThat(node.hash(pictures))
        .containsExactly(
            "refused: a picture of 10 by 11 cannot have 100 pixels",
            "refused: a picture of -10 by -10 cannot have 100 pixels",
            "refused: a picture of 65536 by 65536 cannot have 100 pixels",
            "refused: a pixel has four samples, these are 399");
  }

  @Test
  void theModuleReachesForNothing() throws IOException {
    String module = resource("/META-INF/resources/js/hashing.js");

    assertThat(module).doesNotContain("fetch", "XMLHttpRequest", "WebSocket", "import", "eval(");
    assertThat(module.length()).isLessThan(40_000);
  }

  private static String line(PdqFingerprint fingerprint) {
    String poses =
        fingerprint.dihedral().stream().map(PdqHash::toString).collect(Collectors.joining(" "));
    return fingerprint.hash() + " " + fingerprint.quality() + " " + poses;
  }

  private static List<String> golden() throws IOException {
    return resource(GOLDEN).lines().filter(line -> line.matches("[a-z]+\t\\d.*")).toList();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PictureHashTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
