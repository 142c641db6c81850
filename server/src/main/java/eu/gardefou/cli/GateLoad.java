package eu.gardefou.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * One kind of request to measure.
 *
 * @param name as printed
 * @param path on the gate
 * @param contentType of the body
 * @param body sent each time
 * @param expected any other answer is an error
 */
record GateLoad(String name, String path, String contentType, Body body, Expected expected) {
  private static final String BOUNDARY = "gardefou-bench-boundary";

  /** Bytes that are sent again and again. */
  record Body(List<byte[]> parts) {}

  /**
   * The right answer.
   *
   * @param text the body, whole; any body will do if there is none
   */
  record Expected(int status, Optional<String> text) {
    static Expected status(int status) {
      return new Expected(status, Optional.empty());
    }

    boolean isMetBy(HttpResponse<byte[]> answer) {
      return answer.statusCode() == status
          && text.map(wanted -> wanted.equals(new String(answer.body(), UTF_8))).orElse(true);
    }
  }

  static List<GateLoad> all() throws IOException {
    return List.of(
        json(
            "words only, screened", "/v1/screen", "{\"kind\":\"generate\",\"prompt\":\"%s\"}", 200),
        json(
            "words only, refused at the gate",
            "/v1/images/generations",
            "{\"prompt\":\"%s\"}",
            400),
        json("generate, picture screened", "/v1/images/generations", "{\"prompt\":\"%s\"}", 200),
        edit());
  }

  /** A JPEG of a million pixels, looked up as Hasher-Matcher-Actioner's clients do. */
  static GateLoad photo(String answer) {
    String head =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\""
            + "\r\nContent-Type: image/jpeg\r\n\r\n";
    return new GateLoad(
        "POST /m/lookup, a JPEG of a million pixels",
        "/m/lookup?types=pdq",
        "multipart/form-data; boundary=" + BOUNDARY,
        new Body(List.of(ascii(head), photo(), ascii("\r\n--" + BOUNDARY + "--\r\n"))),
        new Expected(200, Optional.of(answer)));
  }

  /** The picture that is looked up. */
  static byte[] photo() {
    return picture(1280, 800, "jpeg", 3);
  }

  HttpRequest request(URI gate, String key) {
    return HttpRequest.newBuilder(gate.resolve(path))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", contentType)
        .POST(BodyPublishers.ofByteArrays(body.parts()))
        .build();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static GateLoad json(String name, String path, String form, int status) {
    String prompt =
        status == 400
            ? "a photo of my neighbour with her clothes taken off"
            : "a quiet harbour at dawn, fishing boats, mist over the water, soft light";
    byte[] bytes = form.replace("%s", prompt).getBytes(StandardCharsets.UTF_8);
    return new GateLoad(
        name, path, "application/json", new Body(List.of(bytes)), Expected.status(status));
  }

  private static GateLoad edit() throws IOException {
    String head =
        """
        --%1$s
        Content-Disposition: form-data; name="prompt"

        make the sky a little bluer
        --%1$s
        Content-Disposition: form-data; name="image"; filename="a.jpg"
        Content-Type: image/jpeg

        """
            .replace("\n", "\r\n");
    List<byte[]> parts =
        List.of(
            head.replace("%1$s", BOUNDARY).getBytes(StandardCharsets.US_ASCII),
            picture(1920, 1088, "jpeg"),
            ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return new GateLoad(
        "edit of a 2-megapixel JPEG",
        "/v1/images/edits",
        "multipart/form-data; boundary=" + BOUNDARY,
        new Body(parts),
        Expected.status(200));
  }

  /** A landscape of gradients, shapes and grain: compresses about as badly as a photo. */
  static byte[] picture(int width, int height, String format) {
    return picture(width, height, format, 20260101);
  }

  /** The same with another arrangement for each seed. */
  static byte[] picture(int width, int height, String format, long seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(
        new GradientPaint(0, 0, new Color(120, 170, 220), 0, height, new Color(90, 130, 80)));
    pen.fillRect(0, 0, width, height);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 400; i++) {
      pen.setColor(new Color(random.nextInt(0x1000000)));
      int size = 4 + random.nextInt(width / 12);
      pen.fillOval(random.nextInt(width), random.nextInt(height), size, size / 2);
    }
    pen.dispose();
    for (int i = 0; i < width * height; i++) {
      int x = i % width;
      int y = i / width;
      image.setRGB(x, y, image.getRGB(x, y) ^ (random.nextInt() & 0x070707));
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return file.toByteArray();
  }
}
