package eu.gardefou.robustness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.WholeGate;
import eu.gardefou.access.Scope;
import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.evidence.EvidenceLog;
import eu.gardefou.prompts.CanaryWords;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows 8 and 17 to 20 over HTTP: the same words over every door, and the doors that are shut. */
class TransportTest {
  private static final String SEED = "20261123";
  private static final String CANARY = "please draw a teal tricycle";
  private static @Nullable Setting setting;

  private record Setting(WholeGate gate, List<String> keys, DecisionEntry plain) {
    static Setting make() {
      WholeGate gate = WholeGate.startReading(CanaryWords.PROMPTS);
      List<String> keys =
          List.of(
              gate.key(Scope.GATEWAY, Scope.SCREEN),
              gate.key(Scope.GATEWAY, Scope.SCREEN),
              gate.key(Scope.GATEWAY, Scope.SCREEN, Scope.CURATE, Scope.AUDIT));
      String plain = "{\"kind\":\"generate\",\"prompt\":\"" + CANARY + "\"}";
      HttpResponse<String> answer =
          gate.post("/v1/screen", keys.getFirst(), "application/json", plain.getBytes(UTF_8));
      return new Setting(gate, keys, recorded(gate, answer));
    }
  }

  @BeforeContainer
  static void start() {
    setting = Setting.make();
  }

  @AfterContainer
  static void stop() {
    setting().gate().close();
  }

  private static Setting setting() {
    Setting made = setting;
    if (made == null) {
      throw new IllegalStateException("not started");
    }
    return made;
  }

  @Property(tries = 120, seed = SEED)
  void rows17And19TheSameWordsOverEveryRoad(
      @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @IntRange(max = 2) int key) {
    Carriage carriage = Carriage.of(CANARY, seed);
    HttpResponse<String> answer = send(carriage, key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(carriage.isScreen() ? 200 : 400);
    DecisionEntry entry = recorded(setting().gate(), answer);
    DecisionEntry plain = setting().plain();
    assertThat(entry.decision()).isEqualTo("refuse").isEqualTo(plain.decision());
    assertThat(entry.rules()).isEqualTo(plain.rules());
    assertThat(entry.signals()).isEqualTo(plain.signals());
    assertThat(entry.policyVersion()).isEqualTo(plain.policyVersion());
  }

  /** The same road with harmless words is open, so it is the words that are refused. */
  @Property(tries = 30, seed = SEED)
  void row17HarmlessWordsPassOverEveryRoad(
      @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @IntRange(max = 2) int key) {
    HttpResponse<String> answer = send(Carriage.of("a red bicycle by the sea", seed), key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Property(tries = 60, seed = SEED)
  void row17WhatCannotBeReadIsRefused(@ForAll("crooked") Map.Entry<String, String> request) {
    HttpResponse<String> answer =
        setting()
            .gate()
            .post(
                request.getKey(),
                setting().keys().getFirst(),
                "application/json",
                request.getValue().getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("b64_json\":", "\"allow\"");
  }

  @Property(tries = 60, seed = SEED)
  void row8AnyFieldOverHttp(
      @ForAll("fields") String field,
      @ForAll("canaries") Seed seed,
      @ForAll("words") String words) {
    String prompt = field.equals("prompt") ? "" : ",\"prompt\":\"" + words + "\"";
    String json = "{\"kind\":\"generate\",\"" + field + "\":\"" + seed.text() + "\"" + prompt + "}";
    HttpResponse<String> answer =
        setting()
            .gate()
            .post(
                "/v1/screen",
                setting().keys().getFirst(),
                "application/json",
                json.getBytes(UTF_8));
    assertThat(recorded(setting().gate(), answer).decision()).isEqualTo("refuse");
  }

  /** Fifty times the same, a little otherwise each time. */
  @Property(tries = 50, seed = SEED)
  void row18AskedAgainAndAgain(
      @ForAll @LongRange(max = 1_000_000) long seed, @ForAll("disguises") Disguise disguise) {
    String again = new Disguise.Worn(disguise, seed).on(CANARY);
    HttpResponse<String> answer = send(Carriage.of(again, seed), 0);
    assertThat(answer.body()).doesNotContain("b64_json\":");
    assertThat(recorded(setting().gate(), answer).decision()).isEqualTo("refuse");
  }

  @Property(tries = 100, seed = SEED)
  void row20NothingIsPickedUpBesideTheGate(
      @ForAll("sidePaths") String path, @ForAll("methods") String method) {
    HttpResponse<String> answer =
        setting()
            .gate()
            .send(
                HttpRequest.newBuilder(setting().gate().address(path))
                    .header("Authorization", "Bearer " + setting().keys().getLast())
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString("{\"prompt\":\"a kite\"}"))
                    .build());
    // Pages of people send to the sign-in.
    assertThat(answer.statusCode()).as(path).isBetween(300, 499);
    assertThat(answer.body()).doesNotContain("b64_json\":", "data:image");
  }

  /** Pictures are answered inline, never as an address that leads past the gate. */
  @Property(tries = 10, seed = SEED)
  void row20AnAnswerHasNoAddress(@ForAll @LongRange(max = 1_000_000) long seed) {
    HttpResponse<String> answer = send(Carriage.of("a red bicycle by the sea", seed), 0);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("http://", "https://", "\"url\"");
  }

  private static HttpResponse<String> send(Carriage carriage, int key) {
    return setting()
        .gate()
        .post(
            carriage.path(),
            setting().keys().get(key),
            carriage.contentType(),
            carriage.body(),
            carriage.headers().toArray(String[]::new));
  }

  private static DecisionEntry recorded(WholeGate gate, HttpResponse<String> answer) {
    JsonNode json = JsonMapper.shared().readTree(answer.body());
    JsonNode id =
        json.has("decision_id") ? json.get("decision_id") : json.at("/error/gateway/decision_id");
    assertThat(id.isString()).as(answer.body()).isTrue();
    return gate.bean(EvidenceLog.class).find(UUID.fromString(id.stringValue())).orElseThrow();
  }

  /** Two readings, names that nobody knows, and addresses to be fetched. */
  @Provide
  Arbitrary<Map.Entry<String, String>> crooked() {
    List<String> generations =
        List.of(
            "{\"prompt\":\"a kite\",\"prompt\":\"" + CANARY + "\"}",
            "{\"prompt\":\"" + CANARY + "\",\"prompt\":\"a kite\"}",
            "{\"prompt\":\"a kite\",\"pr\\u006fmpt\":\"" + CANARY + "\"}",
            "{\"prompt\":\"a kite\",\"extra\":\"" + CANARY + "\"}",
            "{\"prompt\":\"a kite\",\"negative_prompt\":\"x\"}",
            "{\"prompt\":[\"a kite\",\"" + CANARY + "\"]}",
            "{\"prompt\":\"a kite\",\"response_format\":\"url\"}",
            "{\"prompt\":\"a kite\",\"callback_url\":\"http://localhost/\"}",
            "{\"prompt\":\"a kite\",\"moderation\":\"off\"}",
            "{\"prompt\":\"a kite\"}{\"prompt\":\"" + CANARY + "\"}",
            "[{\"prompt\":\"a kite\"}]",
            "{\"prompt\":\"a kite\",}");
    List<String> edits =
        List.of(
            "{\"prompt\":\"a kite\",\"images\":[{\"image_url\":\"http://localhost/a.png\"}]}",
            "{\"prompt\":\"a kite\",\"images\":[{\"image_url\":\"https://localhost/a.png\"}]}",
            "{\"prompt\":\"a kite\",\"images\":[{\"image_url\":\"file:///a.png\"}]}",
            "{\"prompt\":\"a kite\",\"images\":[{\"file_id\":\"file-1\"}]}",
            "{\"prompt\":\"a kite\",\"images\":[\"/tmp/a.png\"]}");
    return Arbitraries.oneOf(
        Arbitraries.of(generations).map(json -> Map.entry("/v1/images/generations", json)),
        Arbitraries.of(edits).map(json -> Map.entry("/v1/images/edits", json)));
  }

  @Provide
  Arbitrary<Seed> canaries() {
    return Arbitraries.of(Seed.canaries());
  }

  @Provide
  Arbitrary<String> fields() {
    return Arbitraries.of("prompt", "negative_prompt", "style");
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of("a garden", "low light", "blurry", "the old bridge");
  }

  @Provide
  Arbitrary<Disguise> disguises() {
    return Arbitraries.of(Spelling.WITHIN_ENCODINGS);
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("GET", "POST", "PUT", "DELETE");
  }

  @Provide
  Arbitrary<String> sidePaths() {
    return Arbitraries.of(
        "/v1/files",
        "/v1/files/file-1/content",
        "/v1/images/generations/1",
        "/v1/images/history",
        "/v1/images/1/content",
        "/v1/responses",
        "/v1/responses/resp-1",
        "/v1/chat/completions",
        "/v1/batches",
        "/v1/videos",
        "/v1/uploads",
        "/v1/realtime",
        "/sdapi/v1/progress",
        "/sdapi/v1/txt2img",
        "/api/v1/images/generations",
        "/internal/progress",
        "/queue/join",
        "/history",
        "/view",
        "/ws",
        "/output/a.png",
        "/storage/a.png");
  }
}
