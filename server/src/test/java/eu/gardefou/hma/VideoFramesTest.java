package eu.gardefou.hma;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Videos by their frames, for those who ask for them. */
final class VideoFramesTest {
  private static final String ALL = "types=vpdq,video_md5";
  private static byte[] film;

  private final HmaGate hma = HmaGate.shared();

  @BeforeAll
  static void make() {
    film = HmaGate.film();
  }

  @Test
  void aFilmIsAddedByFileAndFoundByFileAddressAndSignal() {
    String bank = hma.newBank();
    JsonNode added = HmaGate.json(hma.form("/c/bank/" + bank + "/content?" + ALL, "video", film));
    String vpdq = added.path("signals").path("vpdq").asString();
    String near = "[{\"bank_content_id\":" + added.path("id") + ",\"distance\":\"100%[100%]\"}]";

    JsonNode sent = HmaGate.json(hma.form("/m/lookup?" + ALL + "&banks=" + bank, "video", film));
    assertThat(sent.path("vpdq").path(bank)).hasToString(near);
    assertThat(sent.path("video_md5").has(bank)).isTrue();
    String address = hma.video(String.valueOf(HmaGate.FILM));
    assertThat(hma.json("/m/lookup?" + ALL + "&banks=" + bank + "&url=" + address)).isEqualTo(sent);
    String signal = URLEncoder.encode(vpdq, StandardCharsets.UTF_8);
    assertThat(hma.json("/m/lookup?signal_type=vpdq&signal=" + signal).path(bank))
        .hasToString(near);
  }

  @Test
  void whatIsNoVideoIsSaidToBeNone() {
    HttpResponse<String> answer = hma.form("/h/hash?types=vpdq", "video", HmaGate.video(3));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"message\":\"");
  }

  @Test
  void framesWithoutDetailAreNoMissingMatch() {
    String weak = "[\"" + "0f".repeat(32) + ",10,0.000\"]";
    String path = "/m/lookup?signal_type=vpdq&signal=";
    HttpResponse<String> answer = hma.get(path + URLEncoder.encode(weak, StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("X-Gardefou-Unhashable")).contains("vpdq");
  }
}
