package eu.gardefou.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart body, written piece by piece so that it can be wrong on purpose. */
final class Multipart {
  static final String BOUNDARY = "test-boundary";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Multipart text(String name, String value) {
    return raw("Content-Disposition: form-data; name=\"" + name + "\"", bytes(value));
  }

  Multipart file(String name, byte[] content) {
    return raw(
        "Content-Disposition: form-data; name=\""
            + name
            + "\"; filename=\"../../a.png\"\r\nContent-Type: application/octet-stream",
        content);
  }

  Multipart raw(String headers, byte[] content) {
    out.writeBytes(bytes("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n"));
    out.writeBytes(content);
    out.writeBytes(bytes("\r\n"));
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  byte[] bytes() {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(out.toByteArray());
    whole.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
    return whole.toByteArray();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
