package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.WholeGate;
import eu.gardefou.access.Scope;
import eu.gardefou.evidence.DecisionFilter;
import eu.gardefou.evidence.EvidenceLog;
import eu.gardefou.gateway.RecordingUpstream.Answer;
import eu.gardefou.vision.PaintedPhotos;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A photo of clothed people through the whole gate, to an upstream that paints over clothing. */
@EnabledIf("eu.gardefou.vision.DemoPhotos#present")
final class ClothingGoneTest {
  private static RecordingUpstream upstream;
  private static WholeGate gate;
  private static String key;

  @BeforeAll
  static void start() {
    upstream = new RecordingUpstream();
    gate = WholeGate.start(upstream.property());
    key = gate.key(Scope.GATEWAY);
  }

  @AfterAll
  static void stop() {
    gate.close();
    upstream.close();
  }

  /** In this order: what was refused is remembered, and asked of no upstream again. */
  @Test
  void blueClothingIsDeliveredAndClothingInTheFacesOwnColourIsRefused() {
    HttpResponse<String> blue = edited(PaintedPhotos.inBlue());
    assertThat(blue.statusCode()).as(blue.body()).isEqualTo(200);
    assertThat(blue.body()).contains("b64_json");

    HttpResponse<String> bare = edited(PaintedPhotos.inTheFacesColour());
    assertThat(bare.statusCode()).as(bare.body()).isEqualTo(400);
    assertThat(bare.body()).contains("\"clothing-gone\"").doesNotContain("b64_json");
    assertThat(upstream.sent).hasSize(2);
    assertThat(gate.bean(EvidenceLog.class).search(DecisionFilter.ALL).getFirst().rules())
        .contains("clothing-gone");
  }

  private static HttpResponse<String> edited(byte[] result) {
    String json = "{\"created\":1,\"data\":[{\"b64_json\":\"%s\"}]}";
    upstream.answering =
        _ -> Answer.json(200, json.replace("%s", RecordingUpstream.base64(result)));
    Multipart body =
        new Multipart()
            .text("prompt", "Make the colours a little warmer.")
            .file("image", PaintedPhotos.asItIs());
    return gate.post("/v1/images/edits", key, body.contentType(), body.bytes());
  }
}
