package eu.gardefou.hma;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.WholeGate;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Speaks exactly as the console Coop does: a base address that ends in a slash, so that paths begin
 * with two; ratios as text when a bank is made and as numbers later; metadata in the query or as
 * fields of a form; no header but a content type, so the key is in front as a proxy would put it.
 */
final class CoopTest {
  private final HmaGate hma = HmaGate.shared();
  private final WholeGate gate = hma.gate;

  @Test
  void aBankIsMadeFoundChangedRenamedAndDeleted() {
    String bank = "COOP_E7C89CE7729_KNOWN_PICTURES";
    assertThat(json("POST", "//c/banks", body(bank, "\"0.5\"")).statusCode()).isEqualTo(201);
    assertThat(plain("GET", "//c/bank/" + bank).statusCode()).isEqualTo(200);
    HttpResponse<String> changed = json("PUT", "//c/bank/" + bank, "{\"enabled_ratio\":1}");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(read(changed).path("matching_enabled_ratio").doubleValue()).isEqualTo(1);

    // A new name is a new bank, and the old one deleted.
    String renamed = bank + "_2";
    assertThat(json("POST", "//c/banks", body(renamed, "\"1\"")).statusCode()).isEqualTo(201);
    assertThat(plain("DELETE", "//c/bank/" + bank).statusCode()).isEqualTo(200);
    assertThat(plain("GET", "//c/bank/" + bank).statusCode()).isEqualTo(404);
    assertThat(plain("DELETE", "//c/bank/" + renamed).statusCode()).isEqualTo(200);
  }

  @Test
  void aPictureIsAddedByItsAddressAndMatchesAtOnce() {
    String bank = "COOP_E7C89CE7729_BY_ADDRESS";
    json("POST", "//c/banks", body(bank, "\"1\""));
    String url = encoded(hma.picture(31));
    HttpResponse<String> added =
        plain(
            "POST",
            "//c/bank/%s/content?url=%s&content_id=item-7&content_uri=%s&metadata=%s"
                .formatted(
                    bank, url, encoded("https://a.example/7"), encoded("{\"any\":{\"thing\":1}}")));
    assertThat(added.statusCode()).isEqualTo(200);
    JsonNode content = read(added);
    assertThat(content.path("id").isInt()).isTrue();

    JsonNode shown =
        read(plain("GET", "//c/bank/" + bank + "/content/" + content.path("id").asString()));
    assertThat(shown.path("metadata").path("content_id").asString()).isEqualTo("item-7");
    assertThat(shown.path("metadata").path("json").toString()).isEqualTo("{\"any\":{\"thing\":1}}");

    // Hash first, then look up what came, and look at the bank's own list.
    JsonNode hashes = read(plain("GET", "//h/hash?url=" + url));
    hashes
        .properties()
        .forEach(hash -> {
          assertThat(hash.getValue().isString()).isTrue();
          JsonNode found =
              read(
                  plain(
                      "GET",
                      "//m/lookup?signal_type=%s&signal=%s"
                          .formatted(hash.getKey(), hash.getValue().asString())));
          JsonNode match = found.path(bank).path(0);
          assertThat(match.path("bank_content_id")).isEqualTo(content.path("id"));
          assertThat(match.path("distance").isString()).isTrue();
        });
    JsonNode byAddress = read(plain("GET", "//m/lookup?url=" + url + "&content_type=photo"));
    assertThat(byAddress.path("pdq").has(bank)).isTrue();
    JsonNode none = read(plain("GET", "//m/lookup?signal_type=pdq&signal=" + "a5".repeat(32)));
    assertThat(none.has(bank)).isFalse();
  }

  @Test
  void aFileIsAddedWithItsMetadataAsFields() {
    String bank = "COOP_E7C89CE7729_BY_FILE";
    json("POST", "//c/banks", body(bank, "\"1\""));
    HttpResponse<String> added =
        hma.form(
            "//c/bank/" + bank + "/content",
            "photo",
            HmaGate.drawing(32),
            "content_id",
            "item-8",
            "content_uri",
            "https://a.example/8",
            "metadata",
            "{\"any\":\"thing\"}");
    assertThat(added.statusCode()).isEqualTo(200);
    assertThat(read(added).path("signals").path("pdq").asString()).hasSize(64);
    JsonNode shown =
        read(plain("GET", "//c/bank/" + bank + "/content/" + read(added).path("id").asString()));
    assertThat(shown.path("metadata").path("content_uri").asString())
        .isEqualTo("https://a.example/8");
    assertThat(shown.path("metadata").path("json").toString()).isEqualTo("{\"any\":\"thing\"}");
  }

  private static String body(String bank, String ratio) {
    return "{\"name\":\"%s\",\"enabled_ratio\":%s}".formatted(bank, ratio);
  }

  private HttpResponse<String> json(String method, String path, String body) {
    return send(method, path, body);
  }

  private HttpResponse<String> plain(String method, String path) {
    return send(method, path, null);
  }

  private HttpResponse<String> send(String method, String path, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gate.address(path)).header("X-API-Key", hma.key);
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return gate.send(
        request
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build());
  }

  private static JsonNode read(HttpResponse<String> answer) {
    return HmaGate.json(answer);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
