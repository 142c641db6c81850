package eu.gardefou.hma;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Caller;
import eu.gardefou.matching.Banks;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What upstream's own tests, and Coop, expect of exchanges, in our words. Nothing is fetched. */
final class UpstreamExchangesTest {
  private static final String META = "/c/exchanges/api/fb_threatexchange";

  private final HmaGate hma = HmaGate.shared();

  @Test
  void kindsOfSourcesAreListedAndDescribed() {
    assertThat(hma.get("/c/exchanges/apis").body())
        .contains("\"fb_threatexchange\"", "\"ncmec\"", "\"stopncii\"", "\"local_file\"");
    JsonNode schema = hma.json(META + "/schema");
    JsonNode field = schema.path("config_schema").path("fields").path(0);
    assertThat(field.propertyNames())
        .containsExactly("name", "type", "required", "default", "help", "choices");
    assertThat(field.path("name").asString()).isEqualTo("privacy_group");
    assertThat(field.path("type").asString()).isEqualTo("number");
    assertThat(field.path("required").booleanValue()).isTrue();
    assertThat(schema.path("credentials_schema").path("fields").path(0).path("name").asString())
        .isEqualTo("api_token");
    assertThat(hma.json("/c/exchanges/api/local_file/schema").path("credentials_schema").isNull())
        .isTrue();
    assertThat(hma.get("//c/exchanges/api/stop_ncii/schema").statusCode()).isEqualTo(200);
    assertThat(hma.get("/c/exchanges/api/nothing/schema").statusCode()).isEqualTo(404);
  }

  @Test
  void credentialsGoInAndNeverComeOut() {
    assertThat(authentication("/c/exchanges/api/local_file")).isEqualTo("false false");
    assertThat(authentication(META)).isEqualTo("true false");

    HttpResponse<String> set =
        hma.send("POST", META, "{\"credential_json\":{\"api_token\":\"12345|secret\"}}");
    assertThat(set.statusCode()).isEqualTo(200);
    assertThat(set.body()).doesNotContain("secret");
    assertThat(authentication(META)).isEqualTo("true true");
    assertThat(hma.send("POST", META, "{}").statusCode()).isEqualTo(200);
    assertThat(authentication(META)).isEqualTo("true true");

    assertThat(hma.send("POST", META, "{\"credential_json\":{}}").statusCode()).isEqualTo(200);
    assertThat(authentication(META)).isEqualTo("true false");
    HttpResponse<String> wrong =
        hma.send("POST", META, "{\"credential_json\":{\"token\":\"secret\"}}");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).doesNotContain("secret");
  }

  @Test
  void anExchangeIsMadeWithItsBankShownSwitchedAndDeletedTwice() {
    String body =
        "{\"bank\":\"FOO_EXCHANGE\",\"api\":\"fb_threatexchange\",\"api_json\":{\"privacy_group\":7}}";
    HttpResponse<String> made = hma.send("POST", "/c/exchanges", body);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(hma.send("POST", "/c/exchanges", body).statusCode()).isEqualTo(403);
    assertThat(hma.get("/c/exchanges").body()).contains("\"FOO_EXCHANGE\"");
    assertThat(hma.get("/c/bank/FOO_EXCHANGE").statusCode()).isEqualTo(200);

    JsonNode shown = hma.json("/c/exchange/FOO_EXCHANGE");
    assertThat(shown.path("name").asString()).isEqualTo("FOO_EXCHANGE");
    assertThat(shown.path("api").asString()).isEqualTo("fb_threatexchange");
    assertThat(shown.path("enabled").booleanValue()).isTrue();
    assertThat(shown.path("privacy_group").asString()).isEqualTo("7");
    JsonNode off = HmaGate.json(hma.send("PUT", "/c/exchange/FOO_EXCHANGE", "{\"enabled\":false}"));
    assertThat(off.path("enabled").booleanValue()).isFalse();

    assertThat(hma.json("/c/exchange/FOO_EXCHANGE/status").propertyNames())
        .contains(
            "checkpoint_ts",
            "running_fetch_start_ts",
            "last_fetch_complete_ts",
            "last_fetch_succeeded",
            "up_to_date",
            "fetched_items");

    for (int time = 0; time < 2; time++) {
      assertThat(hma.send("DELETE", "/c/exchange/FOO_EXCHANGE", null).body())
          .isEqualTo("{\"message\":\"Exchange deleted\"}");
    }
    assertThat(hma.get("/c/exchange/FOO_EXCHANGE").statusCode()).isEqualTo(404);
    assertThat(hma.get("/c/exchange/FOO_EXCHANGE/status").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"bank\":\"lower\",\"api\":\"ncmec\"}",
        "{\"bank\":\"REFUSED\"}",
        "{\"bank\":\"REFUSED\",\"api\":\"nothing\"}",
        "{\"bank\":\"REFUSED\",\"api\":\"fb_threatexchange\",\"api_json\":[]}",
        "{\"bank\":\"REFUSED\",\"api\":\"fb_threatexchange\",\"api_json\":{\"other\":1}}",
        "{\"bank\":\"REFUSED\",\"api\":\"fb_threatexchange\",\"api_json\":{}}"
      })
  void whatIsNotInOrderIsRefusedAndLeavesNoBank(String body) {
    assertThat(hma.send("POST", "/c/exchanges", body).statusCode()).isEqualTo(400);
    assertThat(hma.get("/c/bank/REFUSED").statusCode()).isEqualTo(404);
  }

  @Test
  void withItsBankAnExchangeEnds() {
    String body = "{\"bank\":\"BAR_EXCHANGE\",\"api\":\"stop_ncii\",\"api_json\":{}}";
    assertThat(hma.send("POST", "/c/exchanges", body).statusCode()).isEqualTo(201);
    assertThat(hma.send("DELETE", "/c/bank/BAR_EXCHANGE", null).statusCode()).isEqualTo(200);
    assertThat(hma.get("/c/exchange/BAR_EXCHANGE").statusCode()).isEqualTo(404);
  }

  @Test
  void anExchangeWhoseBankIsClosedAlreadyEndsAllTheSame() {
    String body = "{\"bank\":\"BAZ_EXCHANGE\",\"api\":\"stop_ncii\",\"api_json\":{}}";
    assertThat(hma.send("POST", "/c/exchanges", body).statusCode()).isEqualTo(201);
    // As if the program had been stopped between the two.
    hma.gate.bean(Banks.class).close("BAZ_EXCHANGE", Caller.LOCAL);
    assertThat(hma.send("DELETE", "/c/bank/BAZ_EXCHANGE", null).statusCode()).isEqualTo(200);
    assertThat(hma.get("/c/exchange/BAZ_EXCHANGE").statusCode()).isEqualTo(404);
  }

  @Test
  void anExchangeOfThatNameThatFeedsAnotherBankGoesOn() {
    String body = "{\"bank\":\"QUX_EXCHANGE\",\"api\":\"stop_ncii\",\"api_json\":{}}";
    assertThat(hma.send("POST", "/c/exchanges", body).statusCode()).isEqualTo(201);
    String name = "{\"name\":\"QUX_RENAMED\"}";
    assertThat(hma.send("PUT", "/c/bank/QUX_EXCHANGE", name).statusCode()).isEqualTo(200);
    assertThat(hma.send("DELETE", "/c/bank/QUX_EXCHANGE", null).statusCode()).isEqualTo(200);
    assertThat(hma.get("/c/exchange/QUX_EXCHANGE").statusCode()).isEqualTo(200);
  }

  private String authentication(String path) {
    JsonNode api = hma.json(path);
    return api.path("supports_authentification").asString()
        + " "
        + api.path("has_set_authentification").asString();
  }
}
