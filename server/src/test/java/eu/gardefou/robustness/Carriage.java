package eu.gardefou.robustness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * One way to bring the same words to the gate: door, form, escapes, order, headers and key.
 *
 * @param seed of everything random in it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Carriage(String path, String contentType, byte[] body, List<String> headers, long seed) {
  private static final List<List<String>> HEADERS =
      List.of(
          List.of("Accept-Language", "fr-FR,fr;q=0.9"),
          List.of("Accept-Language", "mt"),
          List.of("CF-IPCountry", "T1"),
          List.of("X-Forwarded-For", "203.0.113.7"),
          List.of("X-Tier", "enterprise"),
          List.of("OpenAI-Organization", "org-1"),
          List.of("User-Agent", "mobile/7.1"),
          List.of("X-HTTP-Method-Override", "GET"),
          List.of("Accept", "text/event-stream"),
          List.of("Prefer", "respond-async"));

  static Carriage of(String words, long seed) {
    var random = new Random(seed);
    boolean screen = random.nextBoolean();
    Map<String, String> fields = new LinkedHashMap<>();
    if (screen) {
      fields.put("kind", "generate");
    } else {
      addSettings(fields, random);
    }
    fields.put("prompt", words);
    List<Map.Entry<String, String>> order = new ArrayList<>(fields.entrySet());
    Collections.shuffle(order, random);
    List<String> headers = new ArrayList<>();
    for (List<String> header : HEADERS) {
      if (random.nextInt(4) == 0 && !headers.contains(header.getFirst())) {
        headers.addAll(header);
      }
    }
    if (screen && random.nextBoolean()) {
      String boundary = "b" + random.nextInt(1_000_000);
      return new Carriage(
          "/v1/screen",
          "multipart/form-data; boundary=" + boundary,
          multipart(order, boundary),
          headers,
          seed);
    }
    String type =
        List.of(
                "application/json",
                "Application/JSON; charset=UTF-8",
                "application/json;charset=utf-8")
            .get(random.nextInt(3));
    return new Carriage(
        screen ? "/v1/screen" : "/v1/images/generations", type, json(order, random), headers, seed);
  }

  private static void addSettings(Map<String, String> fields, Random random) {
    Map<String, String> settings =
        Map.of(
            "model", "gpt-image-1",
            "quality", "high",
            "size", "1024x1024",
            "moderation", "low",
            "user", "somebody",
            "background", "opaque");
    settings.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(_ -> random.nextInt(3) == 0)
        .forEach(setting -> fields.put(setting.getKey(), setting.getValue()));
  }

  private static byte[] json(List<Map.Entry<String, String>> fields, Random random) {
    return fields.stream()
        .map(field ->
            space(random)
                + quoted(field.getKey(), random)
                + space(random)
                + ":"
                + space(random)
                + quoted(field.getValue(), random)
                + space(random))
        .collect(Collectors.joining(",", "{", "}"))
        .getBytes(UTF_8);
  }

  private static String space(Random random) {
    return List.of("", " ", "\n", "\t", "\r\n  ").get(random.nextInt(5));
  }

  private static String quoted(String text, Random random) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      String letter = text.substring(i, i + 1);
      boolean escaped = random.nextInt(4) == 0;
      quoted.append(escaped ? "\\u" + HexFormat.of().toHexDigits(letter.charAt(0)) : letter);
    }
    return quoted.append('"').toString();
  }

  private static byte[] multipart(List<Map.Entry<String, String>> fields, String boundary) {
    return fields.stream()
        .map(field ->
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .replaceFirst("%s", boundary)
                .replaceFirst("%s", field.getKey())
                .replaceFirst("%s", field.getValue()))
        .collect(Collectors.joining("", "", "--" + boundary + "--\r\n"))
        .getBytes(UTF_8);
  }

  boolean isScreen() {
    return path.equals("/v1/screen");
  }

  @Override
  public String toString() {
    return path + " #" + seed + " " + headers + "\n" + new String(body, UTF_8);
  }
}
