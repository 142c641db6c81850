package eu.gardefou.gateway.upstream;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An order as the body of an HTTP request: JSON without pictures, multipart with them.
 *
 * @param path below the base address
 */
record OrderBody(String path, String contentType, BodyPublisher content) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final SecureRandom RANDOM = new SecureRandom();

  static OrderBody of(UpstreamOrder order) {
    Map<String, Object> fields = OrderForm.of(order);
    return switch (order.task()) {
      case GENERATE ->
          new OrderBody(
              "/images/generations",
              "application/json",
              BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(fields)));
      case EDIT -> multipart("/images/edits", fields, order.images(), order.mask());
      case VARY -> multipart("/images/variations", fields, order.images(), null);
    };
  }

  private static OrderBody multipart(
      String path, Map<String, Object> fields, List<byte[]> images, byte @Nullable [] mask) {
    var parts = new Parts();
    fields.forEach((name, value) -> parts.text(name, value.toString()));
    String imageName = images.size() == 1 ? "image" : "image[]";
    for (int i = 0; i < images.size(); i++) {
      parts.png(imageName, "image-" + i + ".png", images.get(i));
    }
    if (mask != null) {
      parts.png("mask", "mask.png", mask);
    }
    return new OrderBody(path, "multipart/form-data; boundary=" + parts.boundary, parts.end());
  }

  private static final class Parts {
    // 128 random bits: nothing inside a part can pass for a boundary.
    private final String boundary = "gardefou-" + HexFormat.of().formatHex(random());
    private final List<BodyPublisher> pieces = new ArrayList<>();

    void text(String name, String value) {
      add("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n");
      add("Content-Type: text/plain; charset=utf-8\r\n\r\n" + value + "\r\n");
    }

    void png(String name, String file, byte[] bytes) {
      add("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; ");
      add("filename=\"" + file + "\"\r\nContent-Type: image/png\r\n\r\n");
      pieces.add(BodyPublishers.ofByteArray(bytes));
      add("\r\n");
    }

    BodyPublisher end() {
      add("--" + boundary + "--\r\n");
      return BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new));
    }

    private void add(String text) {
      pieces.add(BodyPublishers.ofString(text, StandardCharsets.UTF_8));
    }

    private static byte[] random() {
      byte[] bytes = new byte[16];
      RANDOM.nextBytes(bytes);
      return bytes;
    }
  }
}
