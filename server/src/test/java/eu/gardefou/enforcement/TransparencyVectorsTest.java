package eu.gardefou.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The acceptance vectors: 1 to 28 against the stub server, 29 to 31 against our own checks. */
final class TransparencyVectorsTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final TransparencyStub stub = new TransparencyStub();
  private final HttpClient client = HttpClient.newHttpClient();
  private int number;

  @AfterEach
  void close() {
    client.close();
    stub.close();
  }

  private record Said(int status, JsonNode body) {
    Set<String> wrong() {
      return body.path("errors").propertyNames().stream().collect(Collectors.toSet());
    }
  }

  @Test
  void vector01nothingAtAll() {
    Said said = post("{}");
    assertThat(said.status()).isEqualTo(422);
    assertThat(said.wrong())
        .containsExactlyInAnyOrder(
            "decision_visibility",
            "decision_monetary",
            "decision_provision",
            "decision_account",
            "decision_ground",
            "content_type",
            "category",
            "content_date",
            "application_date",
            "decision_facts",
            "source_type",
            "automated_detection",
            "automated_decision",
            "puid");
  }

  @Test
  void vector02onlyAnAccount() {
    assertThat(
            post(without("decision_visibility")
                    .put("decision_account", "DECISION_ACCOUNT_SUSPENDED"))
                .status())
        .isEqualTo(201);
  }

  @Test
  void vector03anEmptyListCountsAsAbsent() {
    refused(with("decision_visibility", "[]"), "decision_visibility");
  }

  @Test
  void vector04otherWithoutText() {
    refused(
        with("decision_visibility", "[\"DECISION_VISIBILITY_OTHER\"]"),
        "decision_visibility_other");
  }

  @Test
  void vector05textWithoutOtherIsDropped() {
    assertThat(taken(text("decision_visibility_other", "text")).has("decision_visibility_other"))
        .isFalse();
  }

  @Test
  void vector06illegalWithoutLegalGround() {
    refused(without("illegal_content_legal_ground"), "illegal_content_legal_ground");
  }

  @Test
  void vector07incompatibleFieldsAreDroppedFromIllegal() {
    ObjectNode both = text("incompatible_content_ground", "4.2");
    both.put("incompatible_content_explanation", "why").put("incompatible_content_illegal", "No");
    assertThat(taken(both).propertyNames()).noneMatch(name -> name.startsWith("incompatible"));
  }

  @Test
  void vector08contentTypeAsString() {
    refused(text("content_type", "CONTENT_TYPE_IMAGE"), "content_type");
  }

  @Test
  void vector09contentDates() {
    refused(text("content_date", "1999-12-31"), "content_date");
    taken(text("content_date", "2000-01-01"));
    taken(text("content_date", "2038-01-01"));
    refused(text("content_date", "2038-01-02"), "content_date");
  }

  @Test
  void vector10applicationDates() {
    refused(text("application_date", "2019-12-31"), "application_date");
    taken(text("application_date", "2020-01-01"));
  }

  @Test
  void vector11dateWithoutZeros() {
    refused(text("content_date", "2026-1-5"), "content_date");
  }

  @Test
  void vector12puids() {
    taken(text("puid", "344ndbd_3338383-11aST"));
    refused(text("puid", "123.STATE sor/category"), "puid");
    refused(text("puid", "x".repeat(501)), "puid");
    assertThat(taken(text("puid", "with-a-newline\n")).path("puid").asString())
        .isEqualTo("with-a-newline");
  }

  @Test
  void vector13puidTwice() {
    taken(text("puid", "twice"));
    Said said = post(text("puid", "twice"));
    assertThat(said.status()).isEqualTo(422);
    assertThat(said.body().at("/existing/puid").asString()).isEqualTo("twice");
  }

  @Test
  void vector14territoriesAreSortedOnce() {
    assertThat(taken(with("territorial_scope", "[\"PT\",\"DE\",\"DE\"]")).path("territorial_scope"))
        .isEqualTo(JSON.readTree("[\"DE\",\"PT\"]"));
  }

  @Test
  void vector15noTerritoryOfOurs() {
    refused(with("territorial_scope", "[\"UK\"]"), "territorial_scope");
  }

  @Test
  void vector16languages() {
    refused(text("content_language", "en"), "content_language");
    taken(text("content_language", "VI"));
  }

  @Test
  void vector17identityIsDroppedFromOwnInitiative() {
    ObjectNode own = text("source_type", "SOURCE_VOLUNTARY");
    assertThat(taken(own.put("source_identity", "somebody")).has("source_identity")).isFalse();
  }

  @Test
  void vector18theMainCategoryIsNoAddition() {
    ObjectNode twice =
        with(
            "category_addition",
            """
            ["STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN", "STATEMENT_CATEGORY_VIOLENCE"]
            """);
    assertThat(taken(twice).path("category_addition"))
        .isEqualTo(JSON.readTree("[\"STATEMENT_CATEGORY_VIOLENCE\"]"));
  }

  @Test
  void vectors19and20categoriesOfOrdersAndOfBefore() {
    refused(text("category", "STATEMENT_CATEGORY_NOT_SPECIFIED_ORDER"), "category");
    refused(text("category", "STATEMENT_CATEGORY_PORNOGRAPHY_OR_SEXUALIZED_CONTENT"), "category");
  }

  @Test
  void vector21keywords() {
    refused(
        with("category_specification", "[\"KEYWORD_DANGEROUS_TOYS\"]"), "category_specification");
    taken(with("category_specification", "[\"KEYWORD_STALKING\"]"));
  }

  @Test
  void vector22automatedDecisionYes() {
    refused(text("automated_decision", "Yes"), "automated_decision");
  }

  @Test
  void vector23eanOfTwelveDigits() {
    refused(text("content_id_ean", "123456789012"), "content_id_ean");
    taken(text("content_id_ean", "1234567890123"));
  }

  @Test
  void vector24bulkOfNoneAndOfTooMany() {
    for (int many : new int[] {0, 101}) {
      Said said = bulk(IntStream.range(0, many).mapToObj(_ -> valid()).toArray(ObjectNode[]::new));
      assertThat(said.status()).isEqualTo(422);
      assertThat(said.body().at("/errors/statements/0").asString())
          .isEqualTo("The statements field must have between 1 and 100 items.");
    }
    assertThat(stub.stored).isEmpty();
  }

  @Test
  void vector25bulkWithTwoBadOnes() {
    Said said = bulk(text("category", "x"), valid(), text("puid", "a b"));
    assertThat(said.status()).isEqualTo(422);
    assertThat(said.wrong()).containsExactlyInAnyOrder("statement_0", "statement_2");
    assertThat(stub.stored).isEmpty();
  }

  @Test
  void vector26bulkWithOnePuidTwice() {
    Said said = bulk(text("puid", "twice"), text("puid", "twice"), valid());
    assertThat(said.status()).isEqualTo(422);
    assertThat(said.body().at("/errors/existing_puids/0").asString()).isEqualTo("twice");
    assertThat(stub.stored).isEmpty();
  }

  @Test
  void vector27noTokenAndAWrongOne() {
    assertThat(ask("statement", valid().toString(), "").status()).isEqualTo(401);
    assertThat(ask("statement", valid().toString(), "Bearer 8|other").status()).isEqualTo(401);
  }

  @Test
  void vector28existingPuids() {
    taken(text("puid", "used"));
    Said used = ask("statement/existing-puid/used", null, "Bearer " + TransparencyStub.TOKEN);
    assertThat(used.status()).isEqualTo(302);
    assertThat(used.body().path("puid").asString()).isEqualTo("used");
    Said free = ask("statement/existing-puid/free", null, "Bearer " + TransparencyStub.TOKEN);
    assertThat(free.status()).isEqualTo(404);
    assertThat(free.body().path("puid").asString()).isEqualTo("free");
  }

  @Test
  void vector29anEndBeforeTheStartIsRefusedHereAndWouldBeTakenThere() {
    taken(text("end_date_visibility_restriction", "2026-10-01"));
    Restriction ended =
        new Restriction.Visibility(
            Set.of(VisibilityDecision.CONTENT_REMOVED), null, LocalDate.of(2026, 10, 1));
    assertThatThrownBy(() -> Reasons.with(ended)).isInstanceOf(StatementProblem.class);
  }

  @Test
  void vector30anEmailAddressIsRefusedHereAndWouldBeTakenThere() {
    taken(text("decision_facts", "Reported by a@forum.example."));
    assertThatThrownBy(() -> Reasons.circumstances("Reported by a@forum.example."))
        .isInstanceOf(StatementProblem.class);
  }

  @Test
  void vector31aMinorAndAKeywordThatLeavesMinorsOut() {
    assertThatThrownBy(() -> Reasons.of(Content.Minor.SUSPECTED, Reasons.classification()))
        .isInstanceOf(StatementProblem.class)
        .hasMessageContaining("9c");
  }

  @Test
  void ourListsAreThoseOfTheDatabase() {
    assertThat(codes(Category.values()).filter(code -> !code.endsWith("_ORDER")))
        .containsExactlyInAnyOrderElementsOf(StatementRules.codes("category"));
    same("category_specification", Keyword.values());
    same("decision_visibility", VisibilityDecision.values());
    same("decision_monetary", MonetaryDecision.values());
    same("decision_provision", ServiceDecision.values());
    same("decision_account", AccountDecision.values());
    same("account_type", AccountType.values());
    same("decision_ground", GroundType.values());
    same("content_type", ContentType.values());
    same("source_type", SourceType.values());
    same("automated_decision", AutomatedDecision.values());
    same("territorial_scope", Territory.values());
    same("content_language", ContentLanguage.values());
  }

  private static void same(String list, Code... ours) {
    assertThat(codes(ours)).containsExactlyInAnyOrderElementsOf(StatementRules.codes(list));
  }

  private static Stream<String> codes(Code... list) {
    return Arrays.stream(list).map(Code::code);
  }

  private ObjectNode valid() {
    number++;
    return DatabasePayload.of(Reasons.removal(), new Puid("statement-" + number));
  }

  private ObjectNode text(String field, String value) {
    return valid().put(field, value);
  }

  private ObjectNode with(String field, String json) {
    ObjectNode statement = valid();
    statement.set(field, JSON.readTree(json));
    return statement;
  }

  private ObjectNode without(String field) {
    ObjectNode statement = valid();
    statement.remove(field);
    return statement;
  }

  private void refused(ObjectNode statement, String field) {
    Said said = post(statement);
    assertThat(said.status()).isEqualTo(422);
    assertThat(said.wrong()).contains(field);
    assertThat(said.body().path("message").isString()).isTrue();
  }

  private JsonNode taken(ObjectNode statement) {
    Said said = post(statement);
    assertThat(said.status()).as(said.body().toString()).isEqualTo(201);
    assertThat(said.body().path("uuid").isString()).isTrue();
    return said.body();
  }

  private Said post(ObjectNode statement) {
    return post(statement.toString());
  }

  private Said post(String body) {
    return ask("statement", body, "Bearer " + TransparencyStub.TOKEN);
  }

  private Said bulk(ObjectNode... statements) {
    ObjectNode body = JSON.createObjectNode();
    body.putArray("statements").addAll(List.of(statements));
    return ask("statements", body.toString(), "Bearer " + TransparencyStub.TOKEN);
  }

  private Said ask(String path, @Nullable String body, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(stub.url().resolve("/api/v1/" + path))
            .header("Accept", "application/json");
    if (!token.isEmpty()) {
      request.header("Authorization", token);
    }
    if (body != null) {
      request.POST(BodyPublishers.ofString(body));
    }
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      return new Said(answer.statusCode(), JSON.readTree(answer.body()));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
