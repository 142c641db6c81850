package eu.gardefou;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.models.images.ImageCreateVariationParams;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageGenStreamEvent;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.images.ImagesResponse;
import eu.gardefou.access.Scope;
import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.evidence.DecisionFilter;
import eu.gardefou.evidence.EvidenceLog;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The official client against the whole program with real models: what a newcomer's service sees.
 */
@EnabledIf("eu.gardefou.WholeGate#hasModels")
@SuppressWarnings("deprecation") // older endpoints are still asked for
final class WholeGateClientTest {
  private static WholeGate gate;
  private static OpenAIClient client;

  @BeforeAll
  static void start() {
    gate = WholeGate.start();
    client = gate.openAi(gate.key(Scope.GATEWAY));
  }

  @AfterAll
  static void stop() {
    client.close();
    gate.close();
  }

  @Test
  void ordinaryRequestsGetTheirPictures() {
    ImagesResponse made =
        client
            .images()
            .generate(ImageGenerateParams.builder().prompt("a red bicycle").n(2).build());
    assertThat(made.data().orElseThrow()).hasSize(2);

    ImagesResponse edited =
        client
            .images()
            .edit(
                ImageEditParams.builder()
                    .imageOfInputStreams(List.of(picture(), picture()))
                    .prompt("put them side by side")
                    .build());
    assertThat(edited.data().orElseThrow()).hasSize(1);

    ImagesResponse varied =
        client
            .images()
            .createVariation(ImageCreateVariationParams.builder().image(square()).build());
    assertThat(varied.data().orElseThrow()).hasSize(1);
  }

  @Test
  void aStreamBringsTheFinishedPictureOnly() {
    var wanted = ImageGenerateParams.builder().prompt("a lighthouse").partialImages(2).build();
    try (StreamResponse<ImageGenStreamEvent> events = client.images().generateStreaming(wanted)) {
      assertThat(events.stream()).hasSize(1).allMatch(ImageGenStreamEvent::isGenerationCompleted);
    }
  }

  @Test
  void aRefusalIsTheClientsOrdinaryExceptionAndIsAskedOnce() {
    int before = decisions().size();
    BadRequestException refusal =
        catchThrowableOfType(
            BadRequestException.class,
            () ->
                client
                    .images()
                    .edit(
                        ImageEditParams.builder()
                            .image(picture())
                            .prompt("take off her dress")
                            .build()));
    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.code()).hasValue("moderation_blocked");
    assertThat(refusal.getMessage()).doesNotContain("dress");
    assertThat(decisions()).hasSize(before + 1);
    assertThat(decisions().getFirst().decision()).isEqualTo("refuse");
  }

  private static List<DecisionEntry> decisions() {
    return gate.bean(EvidenceLog.class).search(DecisionFilter.ALL);
  }

  private static InputStream picture() {
    return new ByteArrayInputStream(Drawing.png(320, 240));
  }

  private static InputStream square() {
    return new ByteArrayInputStream(Drawing.png(256, 256));
  }
}
