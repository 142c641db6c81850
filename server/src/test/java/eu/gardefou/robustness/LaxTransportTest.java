package eu.gardefou.robustness;

import static eu.gardefou.robustness.Transport.CANARY;
import static eu.gardefou.robustness.Transport.HARMLESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.policy.LaxPolicy;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.PolicyError;
import eu.gardefou.robustness.Transport.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@link TransportTest} relies on: without one of these defences its relations fail. */
final class LaxTransportTest {
  private static final String WORDS = "content.text.sexual >= 0.5";
  private static final List<Carriage> ROADS =
      seeds().limit(12).mapToObj(seed -> Carriage.of(CANARY, seed)).toList();

  private static LaxGate lax;
  private static Transport transport;

  @BeforeAll
  static void start() {
    lax = new LaxGate();
    transport = Transport.to(lax.gate());
  }

  @AfterAll
  static void stop() {
    lax.close();
  }

  /** The defence is one strict reader. */
  @Test
  void row17ALenientReaderLetsTwoReadingsThrough() {
    Attempts.crookedGenerations().forEach(transport::assertNotRead);
    List<String> through = new ArrayList<>();
    lax.behind(
        LaxFilters.READER,
        () -> {
          for (Json request : Attempts.crookedGenerations()) {
            if (transport.send(request).statusCode() == 200) {
              through.add(request.body());
              assertFails(() -> transport.assertNotRead(request), "200");
            }
          }
        });
    assertThat(through)
        .contains(
            "{\"prompt\":\"" + CANARY + "\",\"prompt\":\"a kite\"}",
            "{\"prompt\":\"a kite\",\"extra\":\"" + CANARY + "\"}",
            "{\"prompt\":\"a kite\"}{\"prompt\":\"" + CANARY + "\"}",
            "{\"prompt\":\"a kite\",\"callback_url\":\"http://localhost/\"}");
  }

  /** The defence is that the floor has no name for a door. */
  @Test
  void row19WhereTheFloorKnowsTheDoorsOneOfThemLetsItThrough() {
    String text = LaxPolicy.floorOf(WORDS + " && context.surface != '/v1/screen'");
    assertThatThrownBy(() -> Policies.load(text, "p"))
        .isInstanceOf(PolicyError.class)
        .hasMessageContaining("context.surface");
    assertThat(ROADS).extracting(Carriage::isScreen).contains(true, false);
    assertThat(otherwise(LaxPolicy.thatSeesTheContext(text)))
        .isEqualTo(ROADS.stream().filter(Carriage::isScreen).toList());
  }

  /** The same policy but for the door's name is one for all doors. */
  @Test
  void row19WhereItDoesNotKnowThemAllDoorsDecideAlike() {
    assertThat(otherwise(Policies.load(LaxPolicy.floorOf(WORDS), "p"))).isEmpty();
  }

  /** The roads on which the same words are not refused as they are on the first one. */
  private static List<Carriage> otherwise(Policy policy) {
    List<Carriage> otherwise = new ArrayList<>();
    lax.under(
        policy,
        () -> {
          Json plain = new Json("/v1/images/generations", "{\"prompt\":\"" + CANARY + "\"}");
          DecisionEntry first = transport.recorded(transport.send(plain));
          for (Carriage road : ROADS) {
            try {
              transport.assertRefusedAlike(first, road, 0);
            } catch (AssertionError _) {
              otherwise.add(road);
            }
          }
        });
    return otherwise;
  }

  /** The defence is that there is no such door. */
  @Test
  void row20WithADoorMorePicturesArePickedUpThere() {
    for (String path : List.of("/v1/images/history", "/v1/images/1/content")) {
      transport.assertShut(path, "GET");
      lax.withDoor(path, () -> assertFails(() -> transport.assertShut(path, "GET"), "200"));
    }
  }

  /** The defence is that an answer has no place for an address. */
  @Test
  void row20AnAnswerWithAnAddressIsNoticed() {
    Carriage road =
        seeds()
            .mapToObj(seed -> Carriage.of(HARMLESS, seed))
            .filter(carriage -> !carriage.isScreen())
            .findFirst()
            .orElseThrow();
    transport.assertWithoutAddress(road);
    lax.behind(
        LaxFilters.WRITER,
        () ->
            assertFails(() -> transport.assertWithoutAddress(road), "http://localhost/upstream/"));
  }

  /** Far from each other: the first random numbers of near seeds are alike. */
  private static LongStream seeds() {
    return LongStream.iterate(1, seed -> seed + 7919);
  }

  /**
   * A relation does not hold.
   *
   * @param why what the failure says
   */
  private static void assertFails(ThrowingCallable relation, String why) {
    assertThatThrownBy(relation).isInstanceOf(AssertionError.class).hasMessageContaining(why);
  }
}
