package eu.gardefou.screening;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.Discs;
import eu.gardefou.access.Caller;
import eu.gardefou.policy.Kind;
import eu.gardefou.prompts.PromptText;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that all look at what went before, before any of them is remembered. */
final class AtOnceTest {
  private static final byte[] PHOTO = Discs.png(1);

  private final ChainedScreening gate = new ChainedScreening();
  private final List<Screening> nodes = List.of(gate.screening(), gate.screening());

  @AfterEach
  void close() {
    gate.close();
  }

  private RequestOutcome ask(int node, String words) {
    var inputs = List.of(gate.media.decode(PHOTO));
    return nodes
        .get(node % 2)
        .screen(
            new Submission(Kind.EDIT, PromptText.of(words), inputs, null),
            new Asker(new Caller("key " + node), "/test"));
  }

  /** All of them, in the order in which they were remembered. */
  private List<RequestOutcome> atOnce(List<String> words) throws Exception {
    ask(0, "somebody looked at it before");
    gate.meeting = new CyclicBarrier(words.size());
    List<Future<RequestOutcome>> futures;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      futures =
          IntStream.range(0, words.size())
              .mapToObj(i -> threads.submit(() -> ask(i, words.get(i))))
              .toList();
    }
    gate.meeting = new CyclicBarrier(1);
    Map<UUID, RequestOutcome> outcomes =
        futures.stream()
            .map(Future::resultNow)
            .collect(Collectors.toMap(RequestOutcome::decision, Function.identity()));
    return gate
        .database
        .sql()
        .sql("SELECT decision FROM lineage.turn ORDER BY id")
        .query((row, n) -> row.getObject("decision", UUID.class))
        .list()
        .stream()
        .filter(outcomes::containsKey)
        .map(outcomes::get)
        .toList();
  }

  private List<String> answer(RequestOutcome asked, long picture) {
    return nodes
        .getLast()
        .screenResult((RequestOutcome.Cleared) asked, List.of(Discs.png(picture)), List.of())
        .verdict()
        .rules();
  }

  @Test
  void manyAtOnceAreNoWayAroundTheHints() throws Exception {
    List<RequestOutcome> asked =
        atOnce(
            List.of(
                "a coat undress=0.3",
                "gloves undress=0.3",
                "boots undress=0.3",
                "hats undress=0.3",
                "a scarf undress=0.3"));
    assertThat(asked).hasSize(5).allMatch(RequestOutcome.Cleared.class::isInstance);
    for (int i = 0; i < 3; i++) {
      assertThat(answer(asked.get(i), 50 + i)).isEmpty();
    }
    assertThat(answer(asked.get(3), 60)).containsExactly("lineage-hints");
    assertThat(answer(asked.get(4), 61)).contains("lineage-hints", "hint-after-refusal");
  }

  @Test
  void theFirstOfManyIsStillTheFirst() throws Exception {
    List<RequestOutcome> asked =
        atOnce(
            List.of(
                "a coat undress=0.3",
                "gloves undress=0.3",
                "boots undress=0.3",
                "hats undress=0.3"));
    assertThat(answer(asked.getFirst(), 60)).isEmpty();
  }

  @Test
  void whatWasRefusedMeanwhileCountsAgainstHintsOnly() throws Exception {
    List<RequestOutcome> asked =
        atOnce(List.of("a coat undress=0.3", "undress=0.9", "a bluer sky"));
    List<RequestOutcome> cleared =
        asked.stream().filter(RequestOutcome.Cleared.class::isInstance).toList();
    assertThat(cleared).hasSize(2);
    List<List<String>> rules = cleared.stream().map(one -> answer(one, 60)).toList();
    assertThat(rules).containsExactlyInAnyOrder(List.of(), List.of("hint-after-refusal"));
  }
}
