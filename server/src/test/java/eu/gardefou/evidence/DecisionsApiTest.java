package eu.gardefou.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.access.TestClock;
import eu.gardefou.database.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What auditors' machines read; that they need the scope is shown where the doors are. */
class DecisionsApiTest {
  private static TestDatabase database;
  private static DecisionsApi api;
  private static DecisionEntry first;
  private static DecisionEntry second;

  @BeforeAll
  static void recordTwo() {
    database = TestDatabase.fresh();
    EvidenceLog log = new EvidenceLog(database.sql(), new byte[32]);
    api = new DecisionsApi(log);
    Entries entries = new Entries(new TestClock());
    first = entries.edit("refuse", List.of("a-rule"));
    second = entries.result(first, "allow");
    log.record(first);
    log.record(second);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void listsNewestFirstPageByPage() {
    DecisionsApi.Page page = page(Map.of("limit", "1"));
    assertThat(page.decisions()).extracting(DecisionsApi.Decision::id).containsExactly(second.id());
    DecisionsApi.Page next = page(Map.of("limit", "1", "before", String.valueOf(page.next())));
    assertThat(next.decisions()).extracting(DecisionsApi.Decision::id).containsExactly(first.id());
    assertThat(page(Map.of("limit", "1", "before", String.valueOf(next.next()))).next()).isNull();
  }

  @Test
  void filters() {
    assertThat(page(Map.of("decision", "refuse")).decisions()).hasSize(1);
    assertThat(page(Map.of("rule", "a-rule", "kind", "edit")).decisions()).hasSize(1);
    assertThat(page(Map.of("rule", "another")).decisions()).isEmpty();
    assertThat(page(Map.of("to", "2026-11-22T10:00:00Z")).decisions()).isEmpty();
    assertThat(page(Map.of("from", "2026-11-22T10:00:00Z")).decisions()).hasSize(2);
  }

  @Test
  void oneDecisionIsReadWithItsReasonsAsJson() {
    JsonNode decision =
        JsonMapper.shared()
            .valueToTree(api.decision(first.id().toString().toUpperCase(Locale.ROOT)));
    assertThat(decision.path("reasons").path(0).path("rule").asString()).isEqualTo("a-rule");
    assertThat(decision.path("policyVersion").asString()).isEqualTo(first.policyVersion());
    assertThat(decision.path("contents").path(1).path("pdq").isNull()).isTrue();
  }

  @Test
  void whatCannotBeMeantIsRefusedInOneSentence() {
    assertRefused(Map.of("limit", "0"), "limit is a number from 1 to 200.");
    assertRefused(Map.of("limit", "201"), "limit is a number from 1 to 200.");
    assertRefused(Map.of("from", "yesterday"), "from is a time such as 2026-11-22T10:00:00Z.");
    assertRefused(Map.of("before", "1-2-3-4-5"), "An identifier of a decision is a UUID.");
    assertRefused(
        Map.of("rulez", "x"),
        "There is no parameter with that name: there are before, decision, from, kind, limit,"
            + " rule, stage, to.");
    assertThatThrownBy(() -> api.decision("01900000-0000-7000-8000-000000000000"))
        .isInstanceOfSatisfying(
            ErrorResponseException.class,
            problem -> assertThat(problem.getStatusCode().value()).isEqualTo(404));
  }

  private static void assertRefused(Map<String, String> parameters, String sentence) {
    assertThatThrownBy(() -> page(parameters))
        .isInstanceOfSatisfying(
            ErrorResponseException.class,
            problem -> {
              assertThat(problem.getStatusCode().value()).isEqualTo(400);
              assertThat(problem.getBody().getDetail()).isEqualTo(sentence);
            });
  }

  private static DecisionsApi.Page page(Map<String, String> parameters) {
    return api.decisions(
        parameters.get("decision"),
        parameters.get("kind"),
        parameters.get("stage"),
        parameters.get("rule"),
        parameters.get("from"),
        parameters.get("to"),
        parameters.get("before"),
        parameters.getOrDefault("limit", "50"),
        parameters);
  }
}
