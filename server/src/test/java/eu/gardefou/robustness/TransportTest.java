package eu.gardefou.robustness;

import static eu.gardefou.robustness.Transport.CANARY;
import static eu.gardefou.robustness.Transport.HARMLESS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.WholeGate;
import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.prompts.CanaryWords;
import eu.gardefou.robustness.Transport.Json;
import java.net.http.HttpResponse;
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

/** Rows 8 and 17 to 20 over HTTP: the same words over every door, and the doors that are shut. */
class TransportTest {
  private static final String SEED = "20261123";
  private static @Nullable Setting setting;

  private record Setting(Transport transport, DecisionEntry plain) {
    static Setting make() {
      var transport = Transport.to(WholeGate.startReading(CanaryWords.PROMPTS));
      var plain = new Json("/v1/screen", "{\"kind\":\"generate\",\"prompt\":\"" + CANARY + "\"}");
      return new Setting(transport, transport.recorded(transport.send(plain)));
    }
  }

  @BeforeContainer
  static void start() {
    setting = Setting.make();
  }

  @AfterContainer
  static void stop() {
    transport().gate().close();
  }

  private static Setting setting() {
    Setting made = setting;
    if (made == null) {
      throw new IllegalStateException("not started");
    }
    return made;
  }

  private static Transport transport() {
    return setting().transport();
  }

  @Property(tries = 120, seed = SEED)
  void rows17And19TheSameWordsOverEveryRoad(
      @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @IntRange(max = 2) int key) {
    transport().assertRefusedAlike(setting().plain(), Carriage.of(CANARY, seed), key);
  }

  /** The same road with harmless words is open, so it is the words that are refused. */
  @Property(tries = 30, seed = SEED)
  void row17HarmlessWordsPassOverEveryRoad(
      @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @IntRange(max = 2) int key) {
    HttpResponse<String> answer = transport().send(Carriage.of(HARMLESS, seed), key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Property(tries = 60, seed = SEED)
  void row17WhatCannotBeReadIsRefused(@ForAll("crooked") Json request) {
    transport().assertNotRead(request);
  }

  @Property(tries = 60, seed = SEED)
  void row8AnyFieldOverHttp(
      @ForAll("fields") String field,
      @ForAll("canaries") Seed seed,
      @ForAll("words") String words) {
    String prompt = field.equals("prompt") ? "" : ",\"prompt\":\"" + words + "\"";
    String json = "{\"kind\":\"generate\",\"" + field + "\":\"" + seed.text() + "\"" + prompt + "}";
    HttpResponse<String> answer = transport().send(new Json("/v1/screen", json));
    assertThat(transport().recorded(answer).decision()).isEqualTo("refuse");
  }

  /** Fifty times the same, a little otherwise each time. */
  @Property(tries = 50, seed = SEED)
  void row18AskedAgainAndAgain(
      @ForAll @LongRange(max = 1_000_000) long seed, @ForAll("disguises") Disguise disguise) {
    String again = new Disguise.Worn(disguise, seed).on(CANARY);
    HttpResponse<String> answer = transport().send(Carriage.of(again, seed), 0);
    assertThat(answer.body()).doesNotContain("b64_json\":");
    assertThat(transport().recorded(answer).decision()).isEqualTo("refuse");
  }

  @Property(tries = 100, seed = SEED)
  void row20NothingIsPickedUpBesideTheGate(
      @ForAll("sidePaths") String path, @ForAll("methods") String method) {
    transport().assertShut(path, method);
  }

  /** Pictures are answered inline, never as an address that leads past the gate. */
  @Property(tries = 10, seed = SEED)
  void row20AnAnswerHasNoAddress(@ForAll @LongRange(max = 1_000_000) long seed) {
    transport().assertWithoutAddress(Carriage.of(HARMLESS, seed));
  }

  @Provide
  Arbitrary<Json> crooked() {
    return Arbitraries.of(Attempts.crooked());
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
    return Arbitraries.of(Attempts.SIDE_PATHS);
  }
}
