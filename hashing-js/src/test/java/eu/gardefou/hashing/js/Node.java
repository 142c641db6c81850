package eu.gardefou.hashing.js;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The module under Node.js, which building Gardefou needs anyway: without it these tests fail, and
 * are not skipped.
 */
final class Node {
  private static final String MODULE = "/META-INF/resources/js/hashing.js";
  private static final String SCRIPT = "hash-pictures.mjs";

  private final Path folder;

  Node(Path folder) {
    this.folder = folder;
  }

  /** What JavaScript says of each picture: its hash, its quality, and its eight poses. */
  List<String> hash(List<Rgba> pictures) throws IOException, InterruptedException {
    Path file = folder.resolve("pictures");
    try (var out = new DataOutputStream(Files.newOutputStream(file))) {
      for (Rgba picture : pictures) {
        out.write(picture.toBytes());
      }
    }
    Path answers = folder.resolve("answers");
    Path errors = folder.resolve("errors");
    Process node =
        new ProcessBuilder(
                "node",
                copied("/eu/gardefou/hashing/js/" + SCRIPT, SCRIPT),
                copied(MODULE, "hashing.mjs"),
                file.toString())
            .redirectOutput(answers.toFile())
            .redirectError(errors.toFile())
            .start();
    if (node.waitFor() != 0) {
      throw new AssertionError(Files.readString(errors, StandardCharsets.UTF_8));
    }
    return Files.readAllLines(answers, StandardCharsets.UTF_8);
  }

  private String copied(String resource, String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Node.class.getResourceAsStream(resource))) {
      Path copy = folder.resolve(name);
      Files.write(copy, in.readAllBytes());
      return copy.toString();
    }
  }

  /** The pixels of a canvas, and the size that they are said to have. */
  record Rgba(int width, int height, ByteBuffer samples) {
    /** Opaque pixels. */
    static Rgba opaque(int width, int height, int[] rgb) {
      return of(width, height, rgb, 0xff);
    }

    static Rgba of(int width, int height, int[] rgb, int alpha) {
      ByteBuffer samples = ByteBuffer.allocate(4 * rgb.length);
      for (int pixel : rgb) {
        samples.putInt(pixel << 8 | alpha);
      }
      return new Rgba(width, height, samples.flip());
    }

    private byte[] toBytes() {
      return ByteBuffer.allocate(12 + samples.limit())
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(width)
          .putInt(height)
          .putInt(samples.limit())
          .put(samples.duplicate())
          .array();
    }
  }
}
