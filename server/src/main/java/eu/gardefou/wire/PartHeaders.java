package eu.gardefou.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The lines above a part's content. Only the four headers that clients send are known. */
final class PartHeaders {
  private static final String DISPOSITION = "content-disposition";
  private static final String TYPE = "content-type";
  private static final String LENGTH = "content-length";
  private static final String ENCODING = "content-transfer-encoding";
  private static final Set<String> KNOWN = Set.of(DISPOSITION, TYPE, LENGTH, ENCODING);
  private static final Set<String> PLAIN = Set.of("binary", "8bit", "7bit");

  private final Map<String, String> lines = new HashMap<>();

  /** Reads lines that end in CRLF, each of the form {@code name: value}. */
  static PartHeaders of(String block) {
    var headers = new PartHeaders();
    for (String line : block.split("\r\n", -1)) {
      headers.add(line);
    }
    return headers;
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    boolean control = line.chars().anyMatch(c -> Character.isISOControl(c) && c < 0x80);
    if (colon < 1 || control) {
      throw MultipartBody.broken("a header of a part cannot be read");
    }
    String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!KNOWN.contains(name)) {
      throw MultipartBody.broken("a part has a header that is not known here");
    }
    if (lines.putIfAbsent(name, line.substring(colon + 1).strip()) != null) {
      throw MultipartBody.broken("a part has a header twice");
    }
  }

  String name() {
    HeaderValue disposition = HeaderValue.parse(lines.getOrDefault(DISPOSITION, "none"));
    String name = disposition.parameter("name");
    if (!"form-data".equals(disposition.value()) || name == null) {
      throw MultipartBody.broken("a part has no name");
    }
    return name;
  }

  HeaderValue type() {
    String encoding = lines.get(ENCODING);
    if (encoding != null && !PLAIN.contains(encoding.toLowerCase(Locale.ROOT))) {
      throw MultipartBody.broken("a part is encoded");
    }
    String type = lines.get(TYPE);
    HeaderValue value = type == null ? Part.NO_TYPE : HeaderValue.parse(type);
    if (value.value().startsWith("multipart/") || value.value().startsWith("message/")) {
      throw MultipartBody.broken("a part has parts of its own");
    }
    return value;
  }

  void checkLength(int length) {
    String declared = lines.get(LENGTH);
    if (declared != null && !declared.equals(Integer.toString(length))) {
      throw MultipartBody.broken("a part is not as long as it says");
    }
  }
}
