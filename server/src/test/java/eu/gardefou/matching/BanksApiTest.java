package eu.gardefou.matching;

import static eu.gardefou.matching.ApiDoor.ENTRIES;
import static eu.gardefou.matching.ApiDoor.HASH;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Caller;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.hashing.PdqHash;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** The banks themselves, and their lists, over HTTP. */
final class BanksApiTest {
  private final ApiDoor api = new ApiDoor();

  @AfterEach
  void drop() {
    api.close();
  }

  @Test
  void banksAreListed() {
    assertThat(api.http.get().uri("/v1/banks"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.banks[*].name")
        .asArray()
        .containsExactly("known-abuse", "protected-people");
  }

  @Test
  void ofTwoChangesOfOneVersionTheSecondIsRefusedAndNothingIsLost() {
    String version = api.page("/v1/banks/known-abuse").get("version").stringValue();
    String first = "{\"radius\":7,\"version\":\"%s\"}".formatted(version);
    String second = "{\"purpose\":\"mine\",\"radius\":9,\"version\":\"%s\"}".formatted(version);

    MvcTestResult changed = api.change(first);
    assertThat(changed).hasStatusOk();
    assertThat(changed).bodyJson().extractingPath("$.version").isNotEqualTo(version);
    assertThat(api.change(second))
        .hasStatus(HttpStatus.CONFLICT)
        .bodyJson()
        .extractingPath("$.detail")
        .asString()
        .startsWith("Somebody else has changed this bank meanwhile");
    assertThat(api.banks.find("known-abuse").radius()).isEqualTo(7);
    assertThat(api.banks.find("known-abuse").purpose()).isNotEqualTo("mine");

    assertThat(api.change("{\"note\":\"whatever it is now\"}")).hasStatusOk();
    assertThat(api.json("/v1/banks", "{\"name\":\"new\",\"version\":\"1\"}"))
        .hasStatus(HttpStatus.BAD_REQUEST);
  }

  @Test
  void aShareIsANumberInBothDirections() {
    assertThat(api.change("{\"share\":0.25}"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.share")
        .isEqualTo(0.25);
    assertThat(api.change("{\"share\":1}")).hasStatusOk();
    for (String share : List.of("\"0.25\"", "1.01", "-0.5", "true", "[0.5]", "1e999", "NaN")) {
      assertThat(api.change("{\"share\":" + share + "}"))
          .as(share)
          .hasStatus(HttpStatus.BAD_REQUEST);
    }
    assertThat(api.banks.find("known-abuse").settings().share()).isOne();
  }

  @Test
  void listsGoOnFromWhatThePageBeforeSays() {
    JdbcClient owner = JdbcClient.create(api.database.owner());
    for (int k = 0; k <= EntryPage.SIZE; k++) {
      api.banks.add(
          "known-abuse", PdqHash.parse(HASH), null, new Provenance("s", ""), Caller.LOCAL);
    }
    owner.sql("UPDATE matching.entry SET quarantined_at = now()").update();
    for (String list : List.of(ENTRIES, "/v1/quarantine")) {
      JsonNode first = api.page(list);
      assertThat(first.get("entries")).hasSize(50);
      assertThat(first.get("total").asInt()).isEqualTo(51);
      JsonNode last = api.page(list + "?next=" + first.get("next").stringValue());
      assertThat(last.get("entries")).hasSize(1);
      assertThat(last.get("next").isNull()).isTrue();
      assertThat(first.findValues("number")).doesNotContainAnyElementsOf(last.findValues("number"));
    }
  }

  @Test
  void anUnreachableDatabaseIsServiceUnavailable() {
    TestDatabase.stopServer();
    try {
      assertThat(api.http.get().uri("/v1/banks"))
          .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
          .bodyJson()
          .extractingPath("$.detail")
          .isEqualTo("The banks cannot be reached at the moment.");
    } finally {
      TestDatabase.startServer();
    }
  }
}
