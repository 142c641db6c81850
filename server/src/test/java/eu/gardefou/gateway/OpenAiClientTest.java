package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.UnprocessableEntityException;
import com.openai.models.images.ImageCreateVariationParams;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageEditStreamEvent;
import com.openai.models.images.ImageGenStreamEvent;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.images.ImageModel;
import com.openai.models.images.ImagesResponse;
import eu.gardefou.screening.FakeScreening;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official client, unchanged and with its usual retries, against the demo upstream. */
@SuppressWarnings("deprecation") // older models are still asked for
final class OpenAiClientTest {
  private static GatewayServer server;
  private static OpenAIClient client;

  @BeforeAll
  static void start() {
    server = GatewayServer.start("gardefou.gateway.appeal=https://example.org/appeal");
    client = server.openAi("alice");
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @BeforeEach
  void forget() {
    server.requests.clear();
  }

  @Test
  void generatesPictures() {
    ImagesResponse response =
        client
            .images()
            .generate(
                ImageGenerateParams.builder()
                    .prompt("a red kite over a hill")
                    .model(ImageModel.GPT_IMAGE_1)
                    .n(2)
                    .size(ImageGenerateParams.Size._1024X1024)
                    .outputFormat(ImageGenerateParams.OutputFormat.JPEG)
                    .build())
            .validate();
    assertThat(response.data().orElseThrow()).hasSize(2);
    assertThat(response.created()).isPositive();
    assertThat(response.outputFormat()).hasValue(ImagesResponse.OutputFormat.JPEG);
    assertThat(picture(response)).startsWith(0xFF, 0xD8);
  }

  @Test
  void editsOnePictureWithAMask() {
    ImagesResponse response =
        client
            .images()
            .edit(
                ImageEditParams.builder()
                    .image(stream(Sketches.jpeg(320, 200, 0x88AACC)))
                    .mask(stream(Sketches.mask(320, 200)))
                    .prompt("a bluer sky")
                    .inputFidelity(ImageEditParams.InputFidelity.HIGH)
                    .build())
            .validate();
    assertThat(picture(response)).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void editsSeveralPicturesInTheirOrder() {
    client
        .images()
        .edit(
            ImageEditParams.builder()
                .imageOfInputStreams(
                    List.of(
                        stream(Sketches.png(40, 30, 0x112233)),
                        stream(Sketches.png(50, 30, 0x445566)),
                        stream(Sketches.jpeg(60, 30, 0x778899))))
                .prompt("all of them on one table")
                .build());
    var inputs = server.screening.submissions.getLast().inputs();
    assertThat(inputs).extracting(picture -> picture.width()).containsExactly(40, 50, 60);
  }

  @Test
  void variesAPicture() {
    ImagesResponse response =
        client
            .images()
            .createVariation(
                ImageCreateVariationParams.builder()
                    .image(stream(Sketches.png(256, 256, 0x226622)))
                    .model(ImageModel.DALL_E_2)
                    .n(3)
                    .build());
    assertThat(response.data().orElseThrow()).hasSize(3);
  }

  @Test
  void streamsAGeneration() {
    var params = ImageGenerateParams.builder().prompt("a lighthouse").n(2).partialImages(3).build();
    try (StreamResponse<ImageGenStreamEvent> events = client.images().generateStreaming(params)) {
      List<ImageGenStreamEvent> all = events.stream().toList();
      assertThat(all).hasSize(2).allMatch(ImageGenStreamEvent::isGenerationCompleted);
      all.forEach(ImageGenStreamEvent::validate);
      assertThat(all.getFirst().asGenerationCompleted().b64Json()).startsWith("iVBOR");
    }
  }

  @Test
  void streamsAnEdit() {
    var params =
        ImageEditParams.builder()
            .image(stream(Sketches.png(64, 64, 0x775533)))
            .prompt("with a hat")
            .build();
    try (StreamResponse<ImageEditStreamEvent> events = client.images().editStreaming(params)) {
      List<ImageEditStreamEvent> all = events.stream().toList();
      assertThat(all).hasSize(1).allMatch(ImageEditStreamEvent::isCompleted);
      all.forEach(ImageEditStreamEvent::validate);
    }
  }

  @Test
  void listsModels() {
    assertThat(client.models().list().data()).extracting(model -> model.id()).contains("dall-e-2");
    assertThat(client.models().retrieve("gpt-image-1").validate().id()).isEqualTo("gpt-image-1");
  }

  @Test
  void aRefusalIsItsOrdinaryExceptionAndIsNotRetried() {
    var params = ImageGenerateParams.builder().prompt("a Turquoise Tricycle, please").build();
    assertRefused(() -> client.images().generate(params), "moderation_blocked");
    assertRefused(
        () -> {
          try (var events = client.images().generateStreaming(params)) {
            assertThat(events.stream()).isEmpty();
          }
        },
        "moderation_blocked");
    assertRefused(
        () ->
            client
                .images()
                .edit(
                    ImageEditParams.builder()
                        .image(stream(Sketches.png(64, 64, 0)))
                        .prompt(FakeScreening.CANARY)
                        .build()),
        "moderation_blocked");
    assertRefused(
        () ->
            client
                .images()
                .createVariation(
                    ImageCreateVariationParams.builder()
                        .image(stream(Sketches.canary(64, 64)))
                        .model(ImageModel.DALL_E_2)
                        .build()),
        "content_policy_violation");
  }

  @Test
  void aReviewIsABadRequestToo() {
    var params = ImageGenerateParams.builder().prompt("a lilac ladder").build();
    assertRefused(() -> client.images().generate(params), "moderation_review_required");
  }

  @Test
  void anUnreadablePictureIsSaidToBeOneAndIsNotRetried() {
    var params =
        ImageEditParams.builder().image(stream(new byte[] {1, 2, 3})).prompt("a hat").build();
    var thrown =
        catchThrowableOfType(
            UnprocessableEntityException.class, () -> client.images().edit(params));
    assertThat(thrown.param()).hasValue("image");
    assertThat(server.requests).hasSize(1);
  }

  private static void assertRefused(Runnable call, String code) {
    server.requests.clear();
    var thrown = catchThrowableOfType(BadRequestException.class, call::run);
    assertThat(thrown).isNotNull();
    assertThat(thrown.statusCode()).isEqualTo(400);
    assertThat(thrown.code()).hasValue(code);
    assertThat(thrown.getMessage()).doesNotContainIgnoringCase("tricycle");
    assertThat(thrown.headers().values("X-Should-Retry")).containsExactly("false");
    assertThat(server.requests).hasSize(1);
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static byte[] picture(ImagesResponse response) {
    return Base64.getDecoder()
        .decode(response.data().orElseThrow().getFirst().b64Json().orElseThrow());
  }
}
