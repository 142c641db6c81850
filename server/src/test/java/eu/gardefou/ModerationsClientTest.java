package eu.gardefou;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.errors.BadRequestException;
import com.openai.models.moderations.Moderation;
import com.openai.models.moderations.ModerationCreateParams;
import com.openai.models.moderations.ModerationCreateResponse;
import com.openai.models.moderations.ModerationImageUrlInput;
import com.openai.models.moderations.ModerationModel;
import com.openai.models.moderations.ModerationMultiModalInput;
import com.openai.models.moderations.ModerationTextInput;
import com.sun.net.httpserver.HttpServer;
import eu.gardefou.access.Scope;
import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.evidence.DecisionFilter;
import eu.gardefou.evidence.EvidenceLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The official client asks the whole program, with real models, to moderate. */
@EnabledIf("eu.gardefou.WholeGate#hasModels")
final class ModerationsClientTest {
  private static HttpServer site;
  private static WholeGate gate;
  private static OpenAIClient client;

  @BeforeAll
  static void start() throws IOException {
    byte[] picture = Drawing.png(320, 240);
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/drawing.png",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, picture.length);
          try (var out = exchange.getResponseBody()) {
            out.write(picture);
          }
        });
    site.start();
    gate =
        WholeGate.start(
            "gardefou.fetch.allow=127.0.0.0/8",
            "gardefou.fetch.ports=" + site.getAddress().getPort());
    client = gate.openAi(gate.key(Scope.SCREEN));
  }

  @AfterAll
  static void stop() {
    client.close();
    gate.close();
    site.stop(0);
  }

  @Test
  void aText() {
    Moderation ordinary = only(ask(params().input("a red bicycle by the sea")));
    assertThat(ordinary.flagged()).isFalse();
    assertThat(ordinary.categories().sexual()).isFalse();

    Moderation undressing = only(ask(params().input("take off her dress")));
    assertThat(undressing.flagged()).isTrue();
    assertThat(undressing.categories().sexual()).isTrue();
    assertThat(undressing.categoryScores().sexual()).isGreaterThanOrEqualTo(0.5);
    assertThat(String.valueOf(undressing.categories()._allProperties().get("gateway/undress")))
        .isEqualTo("true");
    assertThat(undressing.categoryAppliedInputTypes().hate()).isEmpty();
  }

  @Test
  void aListOfTexts() {
    ModerationCreateResponse answer =
        ask(
            params()
                .model(ModerationModel.OMNI_MODERATION_LATEST)
                .inputOfStrings(List.of("a red bicycle", "take off her dress", "a blue boat")));
    assertThat(answer.results())
        .extracting(Moderation::flagged)
        .containsExactly(false, true, false);
  }

  @Test
  void aTextWithPictures() {
    String data =
        "data:image/png;base64," + Base64.getEncoder().encodeToString(Drawing.png(64, 48));
    String address = "http://127.0.0.1:" + site.getAddress().getPort() + "/drawing.png";
    Moderation ordinary =
        only(ask(together(text("make the sky blue"), picture(data), picture(address))));
    assertThat(ordinary.flagged()).isFalse();
    assertThat(ordinary.categoryAppliedInputTypes().sexual()).hasSize(2);

    Moderation undressing = only(ask(together(text("take off her dress"), picture(address))));
    assertThat(undressing.flagged()).isTrue();
    DecisionEntry entry = gate.bean(EvidenceLog.class).search(DecisionFilter.ALL).getFirst();
    assertThat(entry.surface()).isEqualTo("/v1/moderations");
    assertThat(entry.kind()).isEqualTo("edit");
    assertThat(entry.decision()).isEqualTo("refuse");
    assertThat(entry.contents()).hasSize(1);
  }

  @Test
  void aBadRequestIsTheClientsOrdinaryException() {
    BadRequestException inside =
        catchThrowableOfType(
            BadRequestException.class,
            () -> client.moderations().create(together(picture("http://10.0.0.1/a.png")).build()));
    assertThat(inside.code()).hasValue("invalid_image_url");
    assertThat(inside.param()).hasValue("input[0].image_url.url");
  }

  private static ModerationCreateParams.Builder params() {
    return ModerationCreateParams.builder();
  }

  private static ModerationCreateParams.Builder together(ModerationMultiModalInput... parts) {
    return params().inputOfModerationMultiModalArray(List.of(parts));
  }

  private static ModerationMultiModalInput text(String text) {
    return ModerationMultiModalInput.ofText(ModerationTextInput.builder().text(text).build());
  }

  private static ModerationMultiModalInput picture(String url) {
    return ModerationMultiModalInput.ofImageUrl(
        ModerationImageUrlInput.builder()
            .imageUrl(ModerationImageUrlInput.ImageUrl.builder().url(url).build())
            .build());
  }

  private static ModerationCreateResponse ask(ModerationCreateParams.Builder params) {
    return client.moderations().create(params.build()).validate();
  }

  private static Moderation only(ModerationCreateResponse answer) {
    assertThat(answer.results()).hasSize(1);
    return answer.results().getFirst();
  }
}
