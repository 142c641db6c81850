package eu.gardefou.hma;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What upstream's own tests expect of banks and their content, in our words. */
final class UpstreamBanksTest {
  private static final String HASH =
      "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

  private final HmaGate hma = HmaGate.shared();

  @ParameterizedTest
  @ValueSource(strings = {"01_BANK", "my_bank", "MY-BANK", "", "A B", "Ä"})
  void aBankIsNamedInCapitals(String name) {
    assertThat(hma.send("POST", "/c/banks", "{\"name\":\"%s\"}".formatted(name)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aBankIsMadeAndListedAndMadeOnce() {
    HttpResponse<String> made = hma.send("POST", "/c/banks", "{\"name\":\"MY_TEST_BANK_01\"}");

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.body())
        .isEqualTo("{\"name\":\"MY_TEST_BANK_01\",\"matching_enabled_ratio\":1.0}");
    assertThat(hma.get("/c/banks").body()).contains(made.body());
    HttpResponse<String> again = hma.send("POST", "/c/banks", "{\"name\":\"MY_TEST_BANK_01\"}");
    assertThat(again.statusCode()).isEqualTo(403);
    assertThat(again.body()).isEqualTo("{\"message\":\"There is another bank of this name.\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"enabled_ratio\":\"1\"; 1.0",
        "\"enabled_ratio\":\"0.25\"; 0.25",
        "\"enabled_ratio\":0.5; 0.5",
        "\"enabled\":false; 0.0",
        "\"enabled\":true; 1.0",
        "\"enabled\":false,\"enabled_ratio\":0.75; 0.75",
        "\"enabled_ratio\":null; 1.0"
      })
  void ratiosComeAsNumbersTextsAndSwitches(String field, double ratio) {
    String name = "RATIO_" + field.replaceAll("[^a-z0-9]", "").toUpperCase(Locale.ROOT);
    HttpResponse<String> made =
        hma.send("POST", "/c/banks", "{\"name\":\"%s\",%s}".formatted(name, field));
    assertThat(HmaGate.json(made).path("matching_enabled_ratio").doubleValue()).isEqualTo(ratio);
    assertThat(hma.json("/c/bank/" + name)).isEqualTo(HmaGate.json(made));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "-0.1", "\"many\"", "\"NaN\"", "[]", "true"})
  void aRatioThatIsNoneIsRefused(String ratio) {
    String body = "{\"name\":\"NEVER_MADE\",\"enabled_ratio\":%s}".formatted(ratio);
    assertThat(hma.send("POST", "/c/banks", body).statusCode()).isEqualTo(400);
    assertThat(hma.get("/c/bank/NEVER_MADE").statusCode()).isEqualTo(404);
  }

  @Test
  void aBankIsRenamedSwitchedAndDeletedTwice() {
    String bank = hma.newBank();
    String path = "/c/bank/" + bank;
    assertThat(hma.send("PUT", path, "{\"name\":\"1_invalid\"}").statusCode()).isEqualTo(400);
    assertThat(hma.send("PUT", path, "{\"name\":\"%s\"}".formatted(hma.newBank())).statusCode())
        .isEqualTo(403);
    String renamed = "/c/bank/" + bank + "_RENAMED";

    JsonNode changed =
        HmaGate.json(hma.send("PUT", path, "{\"name\":\"%s_RENAMED\"}".formatted(bank)));
    assertThat(changed.path("name").asString()).isEqualTo(bank + "_RENAMED");
    assertThat(HmaGate.json(hma.send("PUT", renamed, "{\"enabled\":false}")).toString())
        .contains("\"matching_enabled_ratio\":0.0");
    assertThat(HmaGate.json(hma.send("PUT", renamed, "{\"enabled_ratio\":0.5}")).toString())
        .contains("\"matching_enabled_ratio\":0.5");
    assertThat(hma.send("PUT", path, "{\"enabled\":true}").statusCode()).isEqualTo(404);

    assertThat(hma.send("DELETE", renamed, null).statusCode()).isEqualTo(200);
    assertThat(hma.send("DELETE", renamed, null).statusCode()).isEqualTo(200);
    assertThat(hma.get(renamed).statusCode()).isEqualTo(404);
  }

  @Test
  void theBanksThatAreAlwaysThereStay() {
    assertThat(hma.get("/c/banks").body()).contains("\"known-abuse\"");
    assertThat(hma.send("DELETE", "/c/bank/known-abuse", null).statusCode()).isEqualTo(403);
  }

  @Test
  void contentIsAddedByItsAddressAndShown() {
    String bank = hma.newBank();
    HttpResponse<String> added =
        hma.send(
            "POST", "/c/bank/" + bank + "/content?content_type=photo&url=" + hma.picture(11), null);

    assertThat(added.statusCode()).isEqualTo(200);
    JsonNode answer = HmaGate.json(added);
    assertThat(answer.propertyNames()).containsExactly("id", "signals");
    assertThat(answer.path("id").isInt()).isTrue();
    assertThat(answer.path("signals").propertyNames())
        .containsExactlyInAnyOrder("pdq", "md5", "sha1", "sha256");
    String path = "/c/bank/" + bank + "/content/" + answer.path("id").asString();

    JsonNode shown = hma.json(path);
    assertThat(shown.propertyNames())
        .containsExactly("id", "disable_until_ts", "original_media_uri", "bank");
    assertThat(shown.path("id")).isEqualTo(answer.path("id"));
    assertThat(shown.path("disable_until_ts").asInt()).isEqualTo(1);
    assertThat(shown.path("bank")).isEqualTo(hma.json("/c/bank/" + bank));
    assertThat(hma.json(path + "?include_signals=true").path("signals"))
        .isEqualTo(answer.path("signals"));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(hma.get("/c/bank/NO_SUCH_BANK/content/1").statusCode()).isEqualTo(404);
    String bank = hma.newBank();
    for (String id : new String[] {"999999", "x", "99999999999999999999"}) {
      assertThat(hma.get("/c/bank/" + bank + "/content/" + id).statusCode()).isEqualTo(404);
    }
    assertThat(hma.send("POST", "/c/bank/NO_SUCH_BANK/signal", "{\"pdq\":\"x\"}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void metadataIsKeptAndLeftOutOnRequest() {
    String bank = hma.newBank();
    String add = "/c/bank/" + bank + "/content?content_type=photo&url=" + hma.picture(12);
    String metadata =
        "{\"content_id\":\"ext-1\",\"content_uri\":\"https://example.com/1\","
            + "\"json\":{\"nested\":{\"key\":[1,2]}}}";

    assertThat(hma.send("POST", add, "{\"metadata\":{\"invalid\":5}}").statusCode()).isEqualTo(400);
    JsonNode added = HmaGate.json(hma.send("POST", add, "{\"metadata\":%s}".formatted(metadata)));
    String path = "/c/bank/" + bank + "/content/" + added.path("id").asString();

    JsonNode shown = hma.json(path).path("metadata");
    assertThat(shown.path("content_id").asString()).isEqualTo("ext-1");
    assertThat(shown.path("content_uri").asString()).isEqualTo("https://example.com/1");
    assertThat(shown.path("json").toString()).isEqualTo("{\"nested\":{\"key\":[1,2]}}");
    assertThat(shown.path("collab").isNull()).isTrue();
    assertThat(hma.json(path + "?include_metadata=false").has("metadata")).isFalse();
  }

  @Test
  void aNoteIsAddedChangedAndCleared() {
    String bank = hma.newBank();
    HttpResponse<String> added =
        hma.send(
            "POST",
            "/c/bank/" + bank + "/signal",
            "{\"pdq\":\"%s\",\"note\":\"one\"}".formatted(HASH));
    String path = "/c/bank/" + bank + "/content/" + HmaGate.json(added).path("id").asString();
    assertThat(hma.json(path).path("note").asString()).isEqualTo("one");

    assertThat(hma.send("PUT", path, "{\"note\":\"two\"}").statusCode()).isEqualTo(200);
    assertThat(hma.json(path).path("note").asString()).isEqualTo("two");
    assertThat(hma.send("PUT", path, "{\"note\":\"\"}").statusCode()).isEqualTo(200);
    assertThat(hma.json(path).has("note")).isFalse();

    String tooLong = "{\"note\":\"%s\"}".formatted("x".repeat(256));
    assertThat(hma.send("PUT", path, tooLong).statusCode()).isEqualTo(400);
    assertThat(hma.send("PUT", path, "{\"note\":5}").statusCode()).isEqualTo(400);
  }

  @Test
  void contentRestsAndActsAgain() {
    String bank = hma.newBank();
    HttpResponse<String> added =
        hma.send("POST", "/c/bank/" + bank + "/signal", "{\"pdq\":\"%s\"}".formatted(HASH));
    String id = HmaGate.json(added).path("id").asString();
    String path = "/c/bank/" + bank + "/content/" + id;
    String ask = "signal_type=pdq&signal=" + HASH + "&banks=" + bank;
    long inAYear = Instant.parse("2027-06-01T00:00:00Z").getEpochSecond();

    for (String until : new String[] {"0", "\"0\"", Long.toString(inAYear)}) {
      JsonNode rests =
          HmaGate.json(hma.send("PUT", path, "{\"disable_until_ts\":%s}".formatted(until)));
      assertThat(rests.path("disable_until_ts").asString()).isEqualTo(until.replace("\"", ""));
      assertThat(hma.get("/m/lookup?" + ask).body()).isEqualTo("{}");
      assertThat(hma.get("/m/raw_lookup?" + ask).body()).isEqualTo("{\"matches\":[" + id + "]}");

      assertThat(hma.send("PUT", path, "{\"disable_until_ts\":1}").statusCode()).isEqualTo(200);
      assertThat(hma.json("/m/lookup?" + ask).has(bank)).isTrue();
    }
    for (String until : new String[] {"9999999999", "-1", "\"soon\"", "1.5"}) {
      assertThat(hma.send("PUT", path, "{\"disable_until_ts\":%s}".formatted(until)).statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void contentIsDeletedOnce() {
    String bank = hma.newBank();
    HttpResponse<String> added =
        hma.send("POST", "/c/bank/" + bank + "/signal", "{\"pdq\":\"%s\"}".formatted(HASH));
    String path = "/c/bank/" + bank + "/content/" + HmaGate.json(added).path("id").asString();

    assertThat(hma.send("DELETE", path, null).body()).isEqualTo("{\"deleted\":1}");
    assertThat(hma.send("DELETE", path, null).body()).isEqualTo("{\"deleted\":0}");
    assertThat(hma.get(path).statusCode()).isEqualTo(404);
    assertThat(hma.get("/m/raw_lookup?signal_type=pdq&signal=" + HASH + "&banks=" + bank).body())
        .isEqualTo("{\"matches\":[]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"note\":\"n\"}",
        "{\"pdq\":\"banana\"}",
        "{\"nothing\":\"1\"}",
        "{\"pdq\":5}",
        "{\"pdq\":\"0000000000000000000000000000000000000000000000000000000000000000\"}",
        "[]",
        "x"
      })
  void whatIsNoSignalIsNotAdded(String body) {
    HttpResponse<String> refused = hma.send("POST", "/c/bank/" + hma.newBank() + "/signal", body);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).startsWith("{\"message\":");
  }

  @Test
  void contentNeedsAnAddressOrAFile() {
    String path = "/c/bank/" + hma.newBank() + "/content";
    assertThat(hma.send("POST", path, null).statusCode()).isEqualTo(400);
    assertThat(hma.form(path, "note", "n").statusCode()).isEqualTo(400);
    byte[] file = HmaGate.drawing(13);
    assertThat(hma.form(path, "photo", file, "photo", file).statusCode()).isEqualTo(400);
    assertThat(hma.form(path, "picture", file).statusCode()).isEqualTo(400);
    assertThat(hma.form(path, "photo", file, "note", "n").statusCode()).isEqualTo(200);
  }
}
